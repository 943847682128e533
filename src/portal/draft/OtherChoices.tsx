import { Panel } from '#ui/panel/Panel.tsx';
import { type Translate, useLocal, useText } from '#ui/text.tsx';
import { useWords } from '#ui/words.ts';
import styles from './OtherChoices.module.css';
import type { ChoiceView } from './other-choices-view.ts';

type Option = ChoiceView['options'][number];

/** "If you choose … instead": what other answers of the applicant would make of the plan. */
export function OtherChoices({ choices }: Readonly<{ choices: readonly ChoiceView[] }>) {
  const t = useText();
  const local = useLocal();
  if (choices.length === 0) return null;
  return (
    <Panel title={t('plan.other')} id="other">
      <p className="soft">{t('plan.other-why')}</p>
      <ul className={styles.choices}>
        {choices.map(({ id, question, answer, href, options }) => (
          <li key={id}>
            <h3>{local(question)}</h3>
            {answer && <p className="soft">{t('plan.other-now', { answer: local(answer) })}</p>}
            <ul>
              {options.map((option) => (
                <li className={styles.option} key={option.label.en}>
                  <OtherOption option={option} />
                </li>
              ))}
            </ul>
            <p>
              <a href={href}>{t('plan.other-change')}</a>
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function OtherOption({ option }: Readonly<{ option: Option }>) {
  const t = useText();
  const local = useLocal();
  const words = useWords();
  const { added, dropped, asks } = option;
  const money = (amount: number) => words.fee({ amount, currency: 'RUB' });
  const names = (all: Option['added']) => all.map(local).join('; ');
  return (
    <>
      <h4>{local(option.label)}</h4>
      <dl>
        <Figure name={t('plan.other-end')} value={words.date(option.endsOn)} change={daysOf(option.days, t)} />
        <Figure
          name={t('plan.other-fees')}
          value={money(option.fees)}
          change={changeOf(option.feeChange, money(Math.abs(option.feeChange)), t)}
        />
        <Figure
          name={t('plan.other-documents')}
          value={String(option.documents)}
          change={changeOf(option.documentsChange, String(Math.abs(option.documentsChange)), t)}
        />
      </dl>
      {added.length > 0 && <p>{t('plan.other-added', { names: names(added) })}</p>}
      {dropped.length > 0 && <p>{t('plan.other-dropped', { names: names(dropped) })}</p>}
      {asks > 0 && <p className="soft">{t('plan.other-asks', { n: asks })}</p>}
    </>
  );
}

function Figure({ name, value, change }: Readonly<{ name: string; value: string; change: string }>) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong>{value}</strong> <span className="soft">{change}</span>
      </dd>
    </div>
  );
}

function daysOf(days: number, t: Translate): string {
  if (days === 0) return t('plan.unchanged');
  return t(days > 0 ? 'plan.later' : 'plan.earlier', { n: Math.abs(days) });
}

function changeOf(change: number, much: string, t: Translate): string {
  if (change === 0) return t('plan.unchanged');
  return t(change > 0 ? 'plan.more' : 'plan.less', { much });
}
