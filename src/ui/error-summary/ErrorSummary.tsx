import { useText } from '#ui/text.tsx';
import styles from './ErrorSummary.module.css';

/** A mistake and the control it is about: `target` is the control's id in the page, or an address when it stands on another one. */
export type SummaryError = Readonly<{ target: string; text: string }>;

/** All mistakes of a page at its top, each a link to its field. Renders nothing without mistakes. */
export function ErrorSummary({ errors }: Readonly<{ errors: readonly SummaryError[] }>) {
  const t = useText();
  if (errors.length === 0) return null;
  return (
    <div className={styles.summary} role="alert" aria-labelledby="error-summary-title" tabIndex={-1} id="errors">
      <h2 id="error-summary-title">{t('error.summary', { count: errors.length })}</h2>
      <ul>
        {errors.map(({ target, text }) => (
          <li key={`${target} ${text}`}>
            <a href={target.startsWith('/') ? target : `#${target}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
