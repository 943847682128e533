import { Outlet, useRouteError, useRouteLoaderData } from 'react-router';
import { ErrorPage } from '#ui/error-page/ErrorPage.tsx';
import { SiteFooter, SiteHeader } from '#ui/header/SiteHeader.tsx';
import type { loader as rootLoader } from '../root.tsx';
import styles from './portal-layout.module.css';

const useFrame = () => useRouteLoaderData<typeof rootLoader>('root');

/** Frame of the citizens' pages. */
export default function PortalLayout() {
  const frame = useFrame();
  return (
    <>
      {frame && <SiteHeader {...frame} />}
      <main id="content" className={styles.content}>
        <Outlet />
      </main>
      {frame && <SiteFooter city={frame.city} />}
    </>
  );
}

/** A page failed or was refused: the frame stays, so that the person can go on. */
export function ErrorBoundary() {
  const frame = useFrame();
  const error = useRouteError();
  return (
    <>
      {frame && <SiteHeader {...frame} />}
      <ErrorPage error={error} csrfToken={frame?.csrfToken ?? ''} />
      {frame && <SiteFooter city={frame.city} />}
    </>
  );
}
