import { useText } from '#ui/text.tsx';
import styles from './draft.module.css';
import { type WayStep, waySteps } from './draft-view.ts';

/** How far the person is: all steps by name on a wide screen, one line on a phone. */
export function Way({ at }: Readonly<{ at: WayStep }>) {
  const t = useText();
  const current = waySteps.indexOf(at);
  return (
    <nav aria-label={t('draft.way')} className={styles.way}>
      <ol aria-hidden="true">
        {waySteps.map((step, index) => (
          <li key={step} className={index < current ? styles.past : index === current ? styles.current : undefined}>
            {t(`draft.way-${step}`)}
          </li>
        ))}
      </ol>
      <p>{t('draft.way-at', { n: current + 1, of: waySteps.length, name: t(`draft.way-${at}`) })}</p>
    </nav>
  );
}
