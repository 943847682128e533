import styles from './Legend.module.css';

/** A sign drawn as in the figure (classes of its rectangle), and what it stands for. */
export type Sign = Readonly<{ className: string; text: string }>;

/** What the signs of a drawing mean, as the caption of its figure. */
export function Legend({ signs }: Readonly<{ signs: readonly Sign[] }>) {
  return (
    <figcaption className={styles.legend}>
      {signs.map(({ className, text }) => (
        <span key={text}>
          <svg width="22" height="12" aria-hidden="true" focusable="false">
            <rect className={className} x="1" y="1" width="20" height="10" rx="2" />
          </svg>
          {text}
        </span>
      ))}
    </figcaption>
  );
}
