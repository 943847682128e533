import { redirect, useActionData, useLoaderData } from 'react-router';
import { LivePage } from '#ui/live/LivePage.tsx';
import { page, submission } from '#ui/page.ts';
import { useLocal, useText } from '#ui/text.tsx';
import { WhoseTime } from '#ui/whose-time/WhoseTime.tsx';
import { DoneNotice, RefusedNotice, readDone } from '../act-form/RefusedNotice.tsx';
import { attempt, type Refused } from '../posted.ts';
import { routeId } from '../route-id.ts';
import { CaseTag } from '../StatusTags.tsx';
import styles from '../work.module.css';
import { askApplicantLabels } from './AskApplicantForm.tsx';
import { ApplicationPart, DecisionPart, DocumentsPart, HistoryPart, RequestsPart, SiblingsPart } from './CaseParts.tsx';
import { CaseClock, PlacePane, QueuePane } from './CaseSide.tsx';
import { CaseWork } from './CaseWork.tsx';
import { actOnCase } from './case-acts.ts';
import { caseView } from './case-view.ts';
import { useRecordErrors } from './DecisionForms.tsx';
import { isTermAct, termLabels } from './TermForms.tsx';

/** One case with everything its officer needs in one place. */
export const loader = page(async (request) => {
  const view = await caseView(request, routeId(request, 'case'));
  return { view, done: readDone(request.url.searchParams.get('done')) };
});

/** One step of the work; the page that follows says what was done. */
export const action = submission(async (request) => {
  const caseId = routeId(request, 'case');
  const { applicationId } = await request.app.cases.getCase(request.actor, caseId);
  return attempt(request, { caseId, applicationId }, async (posted) => {
    const done = await actOnCase(request, caseId, posted);
    return redirect(done ? `/work/cases/${caseId}?done=${done}` : `/work/cases/${caseId}`);
  });
});

/** Labels of the fields of the form that was refused, where they are not the usual ones. */
function labelsOf(refused: Refused | undefined) {
  if (refused?.act === 'askApplicant') return askApplicantLabels;
  return isTermAct(refused) ? termLabels : {};
}

export default function CasePage() {
  const { view, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useText();
  const local = useLocal();
  const recordErrors = useRecordErrors(view, refused);
  const { row, filed } = view;
  const title = t('work.case-number', { number: row.number });
  return (
    <LivePage topic={`case:${row.id}`}>
      <title>{`${refused ? `${t('error.prefix')} ` : ''}${title} · ${local(row.service)} · ${t('shell.brand')}`}</title>
      <div className={styles.panes}>
        <QueuePane queue={view.queue} caseId={row.id} />
        <div className={styles.case}>
          <a href="/work" className={styles.narrowOnly}>
            {t('work.back-to-queue')}
          </a>
          <div>
            <p className="soft number">
              {title}, {local(view.department)}
            </p>
            <div className={styles.caseHead}>
              <h1>{local(row.service)}</h1>
              <CaseTag status={row.status} outcome={row.outcome} />
            </div>
          </div>
          {!refused && <DoneNotice done={done} />}
          <RefusedNotice refused={refused} more={recordErrors} labels={labelsOf(refused)} />
          <DecisionPart view={view} />
          <CaseWork view={view} refused={refused} />
          {filed ? (
            <ApplicationPart filed={filed} timeZone={view.timeZone} />
          ) : (
            <p className="soft">{t('work.personal-hidden')}</p>
          )}
          {filed && <DocumentsPart documents={filed.documents} />}
          <RequestsPart requests={view.requests} />
          {filed && <SiblingsPart siblings={filed.siblings} />}
          <HistoryPart view={view} />
        </div>
        <div className={styles.side}>
          <CaseClock view={view} />
          {view.clock && <WhoseTime clock={view.clock} />}
          {filed && <PlacePane place={filed.place} ground={filed.ground} />}
        </div>
      </div>
    </LivePage>
  );
}
