import { useLocal, useText } from '#ui/text.tsx';
import type { Element } from '../element.ts';
import { isWorthTelling, type Reconciliation } from '../reconcile.ts';

/** Tells what became of a draft that was begun under older rules; nothing if nothing changed for it. */
export function VersionNotice({ reconciliation }: Readonly<{ reconciliation: Reconciliation }>) {
  const t = useText();
  if (!isWorthTelling(reconciliation)) return null;
  const { kept, newlyAsked, changed, dropped } = reconciliation;
  const of = (again: boolean) => changed.filter(({ mustAnswerAgain }) => mustAnswerAgain === again);
  const why = ({ element, change }: (typeof changed)[number]) => ({ element, why: t(`forms.version-${change}`) });
  const plain = (element: Element) => ({ element });
  return (
    <div className="stack">
      {kept.length > 0 && <p className="soft">{t('forms.version-kept', { count: kept.length })}</p>}
      <Questions title={t('forms.version-new')} questions={newlyAsked.map(plain)} />
      <Questions title={t('forms.version-again')} questions={of(true).map(why)} />
      <Questions title={t('forms.version-changed')} questions={of(false).map(why)} />
      <Questions title={t('forms.version-dropped')} questions={dropped.map(plain)} />
    </div>
  );
}

type Told = Readonly<{ element: Element; why?: string }>;

function Questions({ title, questions }: Readonly<{ title: string; questions: readonly Told[] }>) {
  const local = useLocal();
  if (questions.length === 0) return null;
  return (
    <section className="stack">
      <h2>{title}</h2>
      <ul>
        {questions.map(({ element, why }) => (
          <li key={element.id}>
            {local(element.label)}
            {why && <span className="soft">: {why}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
