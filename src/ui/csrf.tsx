import { useRouteLoaderData } from 'react-router';
import type { Frame } from './header/SiteHeader.tsx';

/** The token every form of ours begins with, so that no other site can send it. First in the form: uploads are read from their start. */
export function Csrf() {
  const frame: Frame | undefined = useRouteLoaderData('root');
  return <input type="hidden" name="csrf" value={frame?.csrfToken ?? ''} />;
}
