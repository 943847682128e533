import { data, Outlet, redirect, useLoaderData, useRouteError, useRouteLoaderData } from 'react-router';
import { ErrorPage } from '#ui/error-page/ErrorPage.tsx';
import { page, signInPath } from '#ui/page.ts';
import { useText } from '#ui/text.tsx';
import type { loader as rootLoader } from '../../root.tsx';
import { sectionsFor } from '../sections.ts';
import { WorkspaceHeader } from './WorkspaceHeader.tsx';
import styles from './workspace.module.css';

/** The workspace is for employees; what each may see there their roles say. */
export const loader = page(({ actor, url }) => {
  if (actor.kind === 'anonymous') throw redirect(signInPath(url));
  if (actor.kind !== 'employee') throw data(null, { status: 403 });
  return { sections: sectionsFor(actor.roles) };
});

const useFrame = () => useRouteLoaderData<typeof rootLoader>('root');

/** Frame of the employees' pages: denser than the citizens' ones. */
export default function WorkspaceLayout() {
  const frame = useFrame();
  const { sections } = useLoaderData<typeof loader>();
  const t = useText();
  return (
    <div className={styles.workspace}>
      {frame && <WorkspaceHeader frame={frame} sections={sections} />}
      <main id="content" className={styles.content}>
        <Outlet />
      </main>
      {/* Outside the content, which live news replace: a screen reader hears only regions that stay. */}
      <p role="status" className="hidden" id="live-news" data-text={t('work.new-in-list', { n: '{n}' })} />
    </div>
  );
}

/** A page failed or was refused: the frame stays. */
export function ErrorBoundary() {
  const frame = useFrame();
  const error = useRouteError();
  return (
    <div className={styles.workspace}>
      {frame && <WorkspaceHeader frame={frame} sections={[]} />}
      <ErrorPage error={error} csrfToken={frame?.csrfToken ?? ''} />
    </div>
  );
}
