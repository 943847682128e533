import { use } from 'react';
import { isRouteErrorResponse } from 'react-router';
import { Button, ButtonLink, ButtonRow } from '#ui/button/Button.tsx';
import { FrameContext } from '#ui/frame.ts';
import { Notice } from '#ui/notice/Notice.tsx';
import type { PageProblem } from '#ui/page.ts';
import { type Translate, useText } from '#ui/text.tsx';
import styles from './ErrorPage.module.css';

type Shown = Readonly<{ title: string; whatToDo: string; status: number; kept?: PageProblem['kept'] }>;

const known = [401, 403, 404, 422] as const;

const isProblem = (value: unknown): value is PageProblem =>
  typeof value === 'object' && value !== null && 'whatToDo' in value && 'title' in value;

function shownOf(error: unknown, t: Translate): Shown {
  if (!isRouteErrorResponse(error)) return { status: 500, title: t('error.title-500'), whatToDo: t('error.what-500') };
  if (isProblem(error.data)) return { ...error.data, status: error.status };
  const status = known.find((one) => one === error.status);
  if (status === undefined || status === 401)
    return { status: 500, title: t('error.title-500'), whatToDo: t('error.what-500') };
  return { status, title: t(`error.title-${status}`), whatToDo: t(`error.what-${status}`) };
}

/** What a person sees when a page cannot be shown: what is wrong, what to do, and what they typed, if the session ended. */
export function ErrorPage({ error, csrfToken }: Readonly<{ error: unknown; csrfToken?: string }>) {
  const t = useText();
  const { requestId } = use(FrameContext);
  const { title, whatToDo, status, kept } = shownOf(error, t);
  return (
    <main id="content" className={styles.page}>
      <title>{title}</title>
      <h1>{title}</h1>
      <p className={styles.what}>{whatToDo}</p>
      {kept ? <KeptForm kept={kept} csrfToken={csrfToken ?? ''} /> : <ButtonLink to="/">{t('shell.home')}</ButtonLink>}
      {status >= 500 && requestId && (
        <p className="soft">
          {t('error.request-id')}: <code>{requestId}</code>
        </p>
      )}
    </main>
  );
}

function KeptForm({ kept, csrfToken }: Readonly<{ kept: NonNullable<PageProblem['kept']>; csrfToken: string }>) {
  const t = useText();
  return (
    <form method="post" action={kept.action} className="stack">
      <Notice>{t('error.kept')}</Notice>
      <input type="hidden" name="csrf" value={csrfToken} />
      {kept.fields.map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      <ButtonRow>
        <a href="/sign-in?return=/signed-in" target="_blank" rel="noreferrer">
          {t('error.kept-sign-in')}
        </a>
        <Button>{t('error.kept-send')}</Button>
      </ButtonRow>
    </form>
  );
}
