import type { Language, Localized } from '#kernel/language.ts';
import { Mark } from '#ui/brand/Mark.tsx';
import { Button } from '#ui/button/Button.tsx';
import type { Viewer } from '#ui/request-context.ts';
import { useLanguage, useLocal, useText } from '#ui/text.tsx';
import styles from './SiteHeader.module.css';

/** What the root loader tells the frame of every page. */
export type Frame = Readonly<{
  city: Readonly<{ name: Localized; authority: Localized; languages: readonly Language[] }>;
  csrfToken: string;
  /** Path and query of this page. */
  path: string;
  viewer?: Viewer;
}>;

/** Each language by its own name. */
const languageNames: Readonly<Record<Language, string>> = { ru: 'Русский', tt: 'Татарча', en: 'English' };

/** The same page in another language. */
function inLanguage(path: string, language: string): string {
  const [pathname = '/', query = ''] = path.split('?');
  const search = new URLSearchParams(query);
  search.set('lang', language);
  return `${pathname}?${search}`;
}

/** Head of every page: the city, the language, where to go. Plain links that work without scripts. */
export function SiteHeader({ city, csrfToken, path, viewer }: Frame) {
  const t = useText();
  const local = useLocal();
  return (
    <header className={styles.header}>
      <div className={styles.inside}>
        <a href="/" className={styles.brand}>
          <Mark />
          {t('shell.brand')}
          <span className={styles.city}>{local(city.name)}</span>
        </a>
        <nav aria-label={t('shell.menu')}>
          <ul className={styles.menu}>
            <li>
              <a href="/track">{t('shell.track')}</a>
            </li>
            {!viewer && (
              <li>
                <a href={`/sign-in?return=${encodeURIComponent(path)}`}>{t('shell.sign-in')}</a>
              </li>
            )}
          </ul>
        </nav>
        <Languages path={path} offered={city.languages} />
      </div>
      {viewer && <SignedIn viewer={viewer} csrfToken={csrfToken} />}
    </header>
  );
}

/** The same page in the other languages of the city. */
export function Languages({ path, offered }: Readonly<{ path: string; offered: readonly Language[] }>) {
  const t = useText();
  const current = useLanguage();
  return (
    <nav aria-label={t('shell.languages')}>
      <ul className={styles.languages}>
        {offered.map((language) => (
          <li key={language}>
            {language === current ? (
              <b lang={language} aria-current="true">
                {languageNames[language]}
              </b>
            ) : (
              <a href={inLanguage(path, language)} lang={language} hrefLang={language}>
                {languageNames[language]}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function SignedIn({ viewer, csrfToken }: Readonly<{ viewer: Viewer; csrfToken: string }>) {
  const t = useText();
  return (
    <div className={styles.who}>
      <div>
        <p>
          <b>{viewer.name}</b>
          {viewer.detail && <span className="soft">, {viewer.detail}</span>}
          {viewer.actingFor && <span className="soft">, {t('shell.acting-for', { name: viewer.actingFor })}</span>}
        </p>
        {viewer.kind === 'employee' && <a href="/work">{t('shell.work')}</a>}
        {viewer.kind === 'person' && (
          <>
            <a href="/my">{t('shell.my')}</a>
            <a href="/account">{t('shell.account')}</a>
          </>
        )}
        <form method="post" action="/sign-out">
          <input type="hidden" name="csrf" value={csrfToken} />
          <Button kind="quiet">{t('shell.sign-out')}</Button>
        </form>
      </div>
    </div>
  );
}

/** Foot of the citizens' pages. */
export function SiteFooter({ city }: Pick<Frame, 'city'>) {
  const t = useText();
  const local = useLocal();
  return (
    <footer className={styles.footer}>
      <div>
        <p>{local(city.authority)}</p>
        <a href="/about">{t('shell.about')}</a>
        <a href="/privacy">{t('shell.privacy')}</a>
        <a href="/accessibility">{t('shell.accessibility')}</a>
        <a href="/verify">{t('shell.verify')}</a>
      </div>
    </footer>
  );
}
