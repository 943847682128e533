import { Mark } from '#ui/brand/Mark.tsx';
import { Button } from '#ui/button/Button.tsx';
import { type Frame, Languages } from '#ui/header/SiteHeader.tsx';
import { useText } from '#ui/text.tsx';
import type { TextId } from '#ui/texts/ru/index.ts';
import type { WorkSection } from '../sections.ts';
import styles from './workspace.module.css';

const addresses: Readonly<Record<WorkSection, readonly [to: string, name: TextId]>> = {
  queue: ['/work', 'work.nav-queue'],
  registers: ['/work/registers', 'work.nav-registers'],
  catalogue: ['/work/catalogue', 'work.nav-catalogue'],
  calendar: ['/work/calendar', 'work.nav-calendar'],
  audit: ['/work/audit', 'work.nav-audit'],
  operations: ['/work/operations', 'work.nav-operations'],
};

const sectionNames = Object.keys(addresses) as WorkSection[];

/** Which part a page belongs to: cases and requests are the queue's, records the registers'. */
const sectionOf = (path: string): WorkSection =>
  path.startsWith('/work/records')
    ? 'registers'
    : (sectionNames.findLast((section) => path.startsWith(addresses[section][0])) ?? 'queue');

/** One line: where one can go, who is signed in, the language. */
export function WorkspaceHeader({ frame, sections }: Readonly<{ frame: Frame; sections: readonly WorkSection[] }>) {
  const t = useText();
  const { city, viewer, path, csrfToken } = frame;
  const current = sectionOf(path);
  return (
    <header className={styles.header}>
      <a href="/work" className={styles.brand}>
        <Mark />
        {t('shell.brand')}
      </a>
      <nav aria-label={t('work.nav')} className={styles.sections}>
        <ul className={styles.menu}>
          {sections.map((section) => {
            const [to, name] = addresses[section];
            return (
              <li key={section}>
                <a href={to} aria-current={section === current ? 'true' : undefined}>
                  {t(name)}
                </a>
              </li>
            );
          })}
        </ul>
      </nav>
      <div className={styles.who}>
        <Languages path={path} offered={city.languages} />
        {viewer && (
          <p>
            <b>{viewer.name}</b>
            {viewer.detail && <span className="soft">, {viewer.detail}</span>}
          </p>
        )}
        <form method="post" action="/sign-out">
          <input type="hidden" name="csrf" value={csrfToken} />
          <Button kind="quiet">{t('shell.sign-out')}</Button>
        </form>
      </div>
    </header>
  );
}
