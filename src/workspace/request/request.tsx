import { redirect, useActionData, useLoaderData } from 'react-router';
import { DefinitionList } from '#ui/definition-list/DefinitionList.tsx';
import { LivePage } from '#ui/live/LivePage.tsx';
import { page, submission } from '#ui/page.ts';
import { useLocal, useText } from '#ui/text.tsx';
import { useWords } from '#ui/words.ts';
import { ActForm, FilesInput, TextArea } from '../act-form/ActForm.tsx';
import { DoneNotice, RefusedNotice, readDone } from '../act-form/RefusedNotice.tsx';
import { PlacePane, WhyDate } from '../case/CaseSide.tsx';
import { DueText } from '../DueText.tsx';
import { attempt, type Refused } from '../posted.ts';
import { routeId } from '../route-id.ts';
import { RequestTag } from '../StatusTags.tsx';
import styles from '../work.module.css';
import { actOnRequest } from './request-acts.ts';
import { type RequestView, requestView } from './request-view.ts';

/** A request between departments, for both sides of it. */
export const loader = page(async (request) => {
  const view = await requestView(request, routeId(request, 'request'));
  return { view, done: readDone(request.url.searchParams.get('done')) };
});

export const action = submission(async (request) => {
  const requestId = routeId(request, 'request');
  const { caseId, applicationId } = await request.app.requests.getRequest(request.actor, requestId);
  return attempt(request, { caseId, applicationId }, async (posted) => {
    const done = await actOnRequest(request, requestId, posted);
    return redirect(done ? `/work/requests/${requestId}?done=${done}` : `/work/requests/${requestId}`);
  });
});

export default function RequestPage() {
  const { view, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useText();
  const local = useLocal();
  const words = useWords();
  const title = t('work.request-title', { subject: local(view.subject) });
  return (
    <LivePage topic={`request:${view.id}`}>
      <title>{`${refused ? `${t('error.prefix')} ` : ''}${title} · ${t('shell.brand')}`}</title>
      <div className={`${styles.panes} ${styles.twoPanes}`}>
        <div className={styles.case}>
          <a href="/work?list=asked">{t('work.list-asked')}</a>
          <div className={styles.caseHead}>
            <h1>{title}</h1>
            <RequestTag status={view.phase.status} />
          </div>
          {!refused && <DoneNotice done={done} />}
          <RefusedNotice refused={refused} labels={{ text: 'work.answer-text' }} />
          <Question view={view} />
          <Ending view={view} />
          {view.steps.length > 0 && <RequestWork view={view} refused={refused} />}
        </div>
        <div className={styles.side}>
          <section className={styles.clock} aria-labelledby="due">
            <h2 id="due">{t('work.request-due')}</h2>
            {isAwaited(view) ? <DueText due={view.due.standing} /> : <p>{words.date(view.due.on)}</p>}
            <WhyDate due={view.due} />
          </section>
          {view.place && <PlacePane place={view.place.place} ground={view.place.ground} />}
        </div>
      </div>
    </LivePage>
  );
}

const isAwaited = ({ phase }: RequestView): boolean => phase.status === 'started' || phase.status === 'assigned';

function Question({ view }: Readonly<{ view: RequestView }>) {
  const t = useText();
  const local = useLocal();
  const words = useWords();
  const from = local(view.from);
  return (
    <section className={styles.section} aria-labelledby="question">
      <h2 id="question">{t('work.question')}</h2>
      <p className={styles.letter}>{view.question}</p>
      <Files documents={view.documents} />
      <DefinitionList
        dense
        facts={[
          {
            name: t('work.from'),
            value: view.askedBy ? t('work.request-by', { department: from, name: view.askedBy }) : from,
          },
          { name: t('work.to'), value: local(view.to) },
          { name: t('work.asked-at'), value: words.instant(view.askedAt, view.timeZone) },
          {
            name: t('work.request-case'),
            value: (
              <a href={`/work/cases/${view.caseId}`}>
                {view.caseNumber}, {local(view.service)}
              </a>
            ),
          },
          ...(view.place ? [{ name: t('work.applicant'), value: view.place.applicant }] : []),
          ...(view.officer ? [{ name: t('work.owner'), value: view.officer }] : []),
        ]}
      />
    </section>
  );
}

function Files({ documents }: Readonly<{ documents: RequestView['documents'] }>) {
  if (documents.length === 0) return null;
  return (
    <ul className={styles.lines}>
      {documents.map(({ id, name, href }) => (
        <li key={id}>
          <a href={href}>{name}</a>
        </li>
      ))}
    </ul>
  );
}

/** The answer, the refusal to answer, or why it is not wanted any more. */
function Ending({ view }: Readonly<{ view: RequestView }>) {
  const t = useText();
  const words = useWords();
  const { phase } = view;
  if (phase.status === 'started' || phase.status === 'assigned') return null;
  const text = phase.status === 'cancelled' ? (phase.reason ?? t('work.cancelled-withdrawn')) : phase.text;
  const name = view.officer ?? t('work.no-name');
  return (
    <section className={styles.section} aria-labelledby="answer">
      <h2 id="answer">{phase.status === 'completed' ? t('work.answer') : t(`work.request-${phase.status}`)}</h2>
      <p className={styles.letter}>{text}</p>
      <Files documents={view.answerDocuments} />
      {phase.status !== 'cancelled' && (
        <p className="soft">{t('work.answered-by', { date: words.instant(view.since, view.timeZone), name })}</p>
      )}
    </section>
  );
}

function RequestWork({ view, refused }: Readonly<{ view: RequestView; refused: Refused | undefined }>) {
  const t = useText();
  const { steps, isOutside } = view;
  return (
    <section className={`${styles.section} ${styles.acts}`} aria-labelledby="actions">
      <h2 id="actions">{t('work.actions')}</h2>
      {steps.includes('take') && <ActForm act="take" button={t('work.request-take')} refused={refused} />}
      {steps.includes('answer') && (
        <ActForm
          act="answer"
          summary={t(isOutside ? 'work.answer-record' : 'work.answer')}
          button={t(isOutside ? 'work.answer-record' : 'work.answer-do')}
          refused={refused}
          isOpen={!isOutside}
          takesFiles
        >
          <TextArea name="text" label={t(isOutside ? 'work.answer-record-text' : 'work.answer-text')} rows={6} />
          <FilesInput />
        </ActForm>
      )}
      {steps.includes('refuse') && (
        <ActForm
          act="refuse"
          summary={t(isOutside ? 'work.request-refuse-record' : 'work.request-refuse')}
          button={t(isOutside ? 'work.request-refuse-record' : 'work.request-refuse-do')}
          kind="danger"
          refused={refused}
        >
          <TextArea name="text" label={t('work.request-refuse-why')} />
        </ActForm>
      )}
      {steps.includes('cancel') && (
        <ActForm act="cancel" summary={t('work.cancel')} button={t('work.cancel-do')} kind="second" refused={refused}>
          <TextArea name="reason" label={t('work.cancel-why')} />
        </ActForm>
      )}
    </section>
  );
}
