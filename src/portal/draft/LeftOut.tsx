import { Button } from '#ui/button/Button.tsx';
import { Csrf } from '#ui/csrf.tsx';
import { Details } from '#ui/details/Details.tsx';
import { Panel } from '#ui/panel/Panel.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import styles from './draft.module.css';
import type { PlanStep, PlanView } from './plan-view.ts';

/** The way to do without a step that only an officer's check would decide: first what that means. */
export function LeaveOutForm({ step: { key, name } }: Readonly<{ step: PlanStep }>) {
  const t = useText();
  const local = useLocal();
  return (
    <Details summary={t('leave.title')}>
      <p>{t('leave.means')}</p>
      <form method="post">
        <Csrf />
        <Button kind="second" name="leaveOut" value={key}>
          {t('leave.do')}
          <span className="hidden">: {local(name)}</span>
        </Button>
      </form>
    </Details>
  );
}

/** What the applicant does without, each with the way back. */
export function LeftOut({ leftOut }: Pick<PlanView, 'leftOut'>) {
  const t = useText();
  const local = useLocal();
  if (leftOut.length === 0) return null;
  return (
    <Panel title={t('leave.left')} id="left-out">
      <p className="soft">{t('leave.means')}</p>
      <form method="post">
        <Csrf />
        <ul className={styles.leftOut}>
          {leftOut.map(({ key, name }) => (
            <li key={key}>
              <span>{local(name)}</span>
              <Button kind="quiet" name="takeBack" value={key}>
                {t('leave.back')}
                <span className="hidden">: {local(name)}</span>
              </Button>
            </li>
          ))}
        </ul>
      </form>
    </Panel>
  );
}
