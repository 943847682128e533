import { Notice } from '#ui/notice/Notice.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import type { Element } from '../element.ts';
import { isWorthTelling, type Reconciliation } from '../reconcile.ts';

/** Tells what became of a draft that was begun under older rules; nothing if nothing changed for it. */
export function VersionNotice({ reconciliation }: Readonly<{ reconciliation: Reconciliation }>) {
  const t = useText();
  if (!isWorthTelling(reconciliation)) return null;
  const { kept, newlyAsked, changed, dropped } = reconciliation;
  const again = changed.filter(({ mustAnswerAgain }) => mustAnswerAgain);
  const fitting = changed.filter(({ mustAnswerAgain }) => !mustAnswerAgain);
  return (
    <Notice kind="turn" title={t('forms.version-title')}>
      {kept.length > 0 && <p>{t('forms.version-kept', { count: kept.length })}</p>}
      <Questions title={t('forms.version-again')} elements={again.map(({ element }) => element)} />
      <Questions title={t('forms.version-new')} elements={newlyAsked} />
      <Questions title={t('forms.version-changed')} elements={fitting.map(({ element }) => element)} />
      <Questions title={t('forms.version-dropped')} elements={dropped} />
    </Notice>
  );
}

function Questions({ title, elements }: Readonly<{ title: string; elements: readonly Element[] }>) {
  const local = useLocal();
  if (elements.length === 0) return null;
  return (
    <>
      <p>{title}</p>
      <ul>
        {elements.map((element) => (
          <li key={element.id}>{local(element.label)}</li>
        ))}
      </ul>
    </>
  );
}
