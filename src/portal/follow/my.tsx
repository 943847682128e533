import { redirect, useLoaderData } from 'react-router';
import type { CaseState } from '#modules/cases/index.ts';
import { Button } from '#ui/button/Button.tsx';
import { Csrf } from '#ui/csrf.tsx';
import { dateIn } from '#ui/format.ts';
import { formAction, page } from '#ui/page.ts';
import { PageHead } from '#ui/page-head/PageHead.tsx';
import { Panel } from '#ui/panel/Panel.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import { useWords } from '#ui/words.ts';
import styles from './follow.module.css';

/** What the person (or this browser) began, and what the person filed. */
export const loader = page(async ({ app, actor }) => {
  const { timeZone } = app.catalogue.current.city;
  const { drafts, applications } = await app.applications.listMine(actor);
  return {
    drafts: drafts.map((draft) => ({ ...draft, updatedOn: dateIn(draft.updatedAt, timeZone) })),
    applications: applications.map(({ cases, ...one }) => ({
      ...one,
      done: cases.filter(({ phase }) => phase.status === 'notNeeded' || isGranted(phase)).length,
      of: cases.length,
    })),
  };
});

const isGranted = (phase: CaseState['phase']): boolean => phase.status === 'signed' && phase.outcome === 'granted';

/** Deletes a draft. */
export const action = formAction(async ({ app, actor, text }) => {
  await app.applications.discardDraft(actor, text('draft'));
  return redirect('/my');
});

type Mine = Awaited<ReturnType<typeof loader>>;

export default function MyPage() {
  const { drafts, applications } = useLoaderData<typeof loader>();
  const t = useText();
  return (
    <>
      <PageHead title={t('my.title')} />
      <Panel title={t('my.applications')}>
        {applications.length === 0 ? (
          <p className="soft">{t('my.none')}</p>
        ) : (
          <Applications applications={applications} />
        )}
      </Panel>
      <Panel title={t('my.drafts')}>
        {drafts.length === 0 ? <p className="soft">{t('my.no-drafts')}</p> : <Drafts drafts={drafts} />}
      </Panel>
    </>
  );
}

function Applications({ applications }: Pick<Mine, 'applications'>) {
  const t = useText();
  const local = useLocal();
  const words = useWords();
  return (
    <ul className={styles.rows}>
      {applications.map(({ id, number, subject, endsOn, ending, provisional, done, of }) => (
        <li key={id}>
          <div>
            <a href={`/applications/${id}`}>
              <b>{local(subject)}</b>
            </a>
            <p className="soft number">
              {number} ·{' '}
              {ending
                ? t(`my.${ending}`)
                : `${t('receipt.ends-on')}: ${words.dated(words.date(endsOn), { provisional })}`}
            </p>
          </div>
          <span>{t('my.done', { done, of })}</span>
        </li>
      ))}
    </ul>
  );
}

function Drafts({ drafts }: Pick<Mine, 'drafts'>) {
  const t = useText();
  const local = useLocal();
  const words = useWords();
  return (
    <ul className={styles.rows}>
      {drafts.map(({ id, subject, updatedOn }) => (
        <li key={id}>
          <div>
            <a href={`/drafts/${id}`}>
              <b>{local(subject)}</b>
            </a>
            <p className="soft">{t('my.updated', { date: words.dateAs('on', updatedOn) })}</p>
          </div>
          <form method="post">
            <Csrf />
            <Button kind="quiet" name="draft" value={id}>
              <span aria-hidden="true">{t('my.discard')}</span>
              <span className="hidden">{t('my.discard-name', { name: local(subject) })}</span>
            </Button>
          </form>
        </li>
      ))}
    </ul>
  );
}
