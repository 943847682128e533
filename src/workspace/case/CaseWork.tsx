import { Button, ButtonRow } from '#ui/button/Button.tsx';
import { Csrf } from '#ui/csrf.tsx';
import { Notice } from '#ui/notice/Notice.tsx';
import { useText } from '#ui/text.tsx';
import { ActForm, TextArea } from '../act-form/ActForm.tsx';
import { actControl, type Refused } from '../posted.ts';
import styles from '../work.module.css';
import { AskApplicantForm } from './AskApplicantForm.tsx';
import { AskForms } from './AskForms.tsx';
import type { CaseView } from './case-view.ts';
import { DecisionForms } from './DecisionForms.tsx';
import { GroundChoice } from './GroundChoice.tsx';
import { TermForms } from './TermForms.tsx';

type CaseWorkProps = Readonly<{ view: CaseView; refused: Refused | undefined }>;

/** What the reader can do with the case as it stands; and if nothing, why. */
export function CaseWork({ view, refused }: CaseWorkProps) {
  const t = useText();
  const { steps } = view.work;
  const sentBack =
    view.phase.status === 'accepted' && view.decision?.phase.status === 'sentBack' ? view.decision : undefined;
  return (
    <section className={`${styles.section} ${styles.acts}`} aria-labelledby="actions">
      <h2 id="actions">{t('work.actions')}</h2>
      {sentBack?.phase.status === 'sentBack' && (
        <Notice kind="turn" title={t('work.sent-back')}>
          <p>{sentBack.phase.comment}</p>
        </Notice>
      )}
      {view.row.toCheck && steps.includes('declareNotNeeded') && <Notice kind="turn">{t('work.to-check')}</Notice>}
      {steps.length === 0 && <NothingToDo view={view} />}
      {steps.includes('take') && <ActForm act="take" button={t('work.take')} refused={refused} />}
      {steps.includes('accept') && <Intake view={view} refused={refused} />}
      {steps.includes('draftDecision') && <DecisionForms view={view} refused={refused} />}
      <div className={`${styles.folds} ${styles.quiet}`}>
        {steps.includes('sendRequest') && <AskForms view={view} refused={refused} />}
        {steps.includes('askApplicant') && <AskApplicantForm view={view} refused={refused} />}
        <TermForms view={view} refused={refused} />
      </div>
      {steps.includes('judge') && <Judgement view={view} refused={refused} />}
    </section>
  );
}

function NothingToDo({ view }: Readonly<{ view: CaseView }>) {
  const t = useText();
  const isOpen = view.phase.status === 'assigned' || view.phase.status === 'accepted';
  const officer = view.row.officer;
  return (
    <p className="soft">
      {isOpen && officer && <>{t('work.another-has', { name: officer })} </>}
      {t('work.no-actions')}
    </p>
  );
}

/** The check of completeness: accept, refuse with grounds, not needed, back to the queue. */
function Intake({ view, refused }: CaseWorkProps) {
  const t = useText();
  return (
    <>
      <form method="post" className={styles.actBody}>
        <Csrf />
        <ButtonRow>
          <Button name={actControl} value="accept">
            {t('work.accept')}
          </Button>
          <Button kind="second" name={actControl} value="giveBack">
            {t('work.give-back')}
          </Button>
        </ButtonRow>
      </form>
      {view.work.steps.includes('declareNotNeeded') && (
        <ActForm
          act="notNeeded"
          summary={t('work.not-needed')}
          button={t('work.not-needed-do')}
          kind="second"
          refused={refused}
        >
          <p className="soft">{t('work.not-needed-lead')}</p>
          <TextArea name="comment" label={t('work.not-needed-why')} />
        </ActForm>
      )}
      <ActForm act="reject" summary={t('work.reject')} button={t('work.reject-do')} kind="danger" refused={refused}>
        <p className="soft">{t('work.reject-lead')}</p>
        <GroundChoice grounds={view.work.intakeGrounds} chosen={[]} />
        <TextArea name="comment" label={t('work.comment-optional')} />
      </ActForm>
    </>
  );
}

/** The second person: sign or send back. Who drafted reads why not. */
function Judgement({ view, refused }: CaseWorkProps) {
  const t = useText();
  const { decision } = view;
  if (decision === undefined) return null;
  if (view.work.isOwnDraft) return <Notice kind="turn">{t('work.sign-own')}</Notice>;
  const which = <input type="hidden" name="decision" value={decision.id} />;
  return (
    <>
      <ActForm act="sign" button={t('work.sign')} refused={refused}>
        <p>{t('work.sign-lead')}</p>
        {which}
      </ActForm>
      <ActForm
        act="sendBack"
        summary={t('work.send-back')}
        button={t('work.send-back')}
        kind="second"
        refused={refused}
      >
        {which}
        <TextArea name="comment" label={t('work.send-back-why')} />
      </ActForm>
    </>
  );
}
