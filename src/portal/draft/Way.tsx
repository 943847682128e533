import { useText } from '#ui/text.tsx';
import styles from './draft.module.css';
import { againSteps, type WayStep, waySteps } from './draft-view.ts';

/** How far the person is: all steps by name on a wide screen, one line on a phone; a correction has only the last two. */
export function Way({ at, isAgain = false }: Readonly<{ at: WayStep; isAgain?: boolean }>) {
  const t = useText();
  const steps: readonly WayStep[] = isAgain ? againSteps : waySteps;
  const current = steps.indexOf(at);
  return (
    <nav aria-label={t('draft.way')} className={styles.way}>
      <ol aria-hidden="true">
        {steps.map((step, index) => (
          <li key={step} className={index < current ? styles.past : index === current ? styles.current : undefined}>
            {t(`draft.way-${step}`)}
          </li>
        ))}
      </ol>
      <p>{t('draft.way-at', { n: current + 1, of: steps.length, name: t(`draft.way-${at}`) })}</p>
    </nav>
  );
}
