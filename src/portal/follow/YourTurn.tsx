import type { Part } from '#modules/applications/index.ts';
import { Button, ButtonLink, ButtonRow } from '#ui/button/Button.tsx';
import { Csrf } from '#ui/csrf.tsx';
import { Notice } from '#ui/notice/Notice.tsx';
import { Panel } from '#ui/panel/Panel.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import { useWords } from '#ui/words.ts';
import styles from './follow.module.css';
import { AddToCase, ApplyAgain } from './PartBody.tsx';

type YourTurnProps = Readonly<{ view: Readonly<{ applicationId: string; yourTurn: readonly Part[] }> }>;

/** What the applicant can do now, above everything else. */
export function YourTurn({ view: { applicationId, yourTurn } }: YourTurnProps) {
  const t = useText();
  const local = useLocal();
  if (yourTurn.length === 0) return <Notice kind="plain">{t('follow.your-turn-none')}</Notice>;
  return (
    <Panel title={t('follow.your-turn')} tone="turn">
      <ul className={styles.turns}>
        {yourTurn.map((part) => (
          <li key={part.key}>
            <h3>{local(part.name)}</h3>
            {part.proof && <p>{t('follow.report-proof', { proof: local(part.proof.name) })}</p>}
            {part.stepId ? (
              <ButtonLink to={`/applications/${applicationId}/steps/${part.stepId}`} kind="second">
                {t('follow.report')}
              </ButtonLink>
            ) : part.mayApplyAgain === undefined ? (
              <>
                {part.stands?.isYours && <Stands part={part} stands={part.stands} />}
                <SupplyForms part={part} />
              </>
            ) : (
              <>
                <p>
                  {t(part.status === 'rejected' ? 'status.rejected' : 'status.signed-refused')}.{' '}
                  <a href={`#${part.key}`}>{t('again.why')}</a>
                </p>
                <ApplyAgain part={part} kind="first" />
              </>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** What an officer asked for, each with the way to its form. */
function SupplyForms({ part: { asks, caseId } }: Readonly<{ part: Part }>) {
  const t = useText();
  const local = useLocal();
  const words = useWords();
  return asks
    .filter(({ suppliedAt }) => suppliedAt === undefined)
    .map(({ id, text, dueOn, fields }) => (
      <form key={id} method="post" className={styles.part}>
        <Csrf />
        <p>{t('ask.your-turn', { date: words.date(dueOn) })}</p>
        <p>{text}</p>
        <p className="soft">{t('ask.fields', { fields: fields.map(local).join('; ') })}</p>
        <ButtonRow>
          <Button name="supply" value={`${caseId}:${id}`}>
            {t('ask.supply')}
          </Button>
        </ButtonRow>
      </form>
    ));
}

/** Why the clock stands until the applicant moves, with the way to send what is awaited. */
function Stands({ part, stands }: Readonly<{ part: Part; stands: NonNullable<Part['stands']> }>) {
  const t = useText();
  const words = useWords();
  return (
    <>
      <p>{t('follow.stands-yours', { date: words.dateAs('since', stands.from) })}</p>
      <p>{t('work.stands-why', { reason: stands.reason, evidence: stands.evidence })}</p>
      {part.mayAdd && <AddToCase part={part} kind="first" />}
    </>
  );
}
