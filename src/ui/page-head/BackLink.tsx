import { useText } from '#ui/text.tsx';
import styles from './PageHead.module.css';

/** Back to the page before this one on the way. */
export function BackLink({ to }: Readonly<{ to: string }>) {
  const t = useText();
  return (
    <a href={to} className={`${styles.back} screen-only`}>
      {t('shell.back')}
    </a>
  );
}
