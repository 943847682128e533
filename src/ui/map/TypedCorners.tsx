import { useText } from '#ui/text.tsx';
import styles from './PlaceMap.module.css';

type TypedCornersProps = Readonly<{
  name: string;
  value: string;
  isOpen: boolean;
  onChange(value: string): void;
  onDone(): void;
}>;

/** The outline as a list of corners: what the map draws can be typed, and read. */
export function TypedCorners({ name, value, isOpen, onChange, onDone }: TypedCornersProps) {
  const t = useText();
  return (
    <details className={styles.typed} open={isOpen || undefined}>
      <summary>{t('map.typed')}</summary>
      <label htmlFor={name}>{t('map.typed-label')}</label>
      <p id={`${name}-hint`}>{t('map.typed-hint')}</p>
      <textarea
        id={name}
        name={name}
        rows={3}
        value={value}
        spellCheck={false}
        aria-describedby={`${name}-hint`}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onDone}
      />
    </details>
  );
}
