import styles from './Tabs.module.css';

export type Tab = Readonly<{ to: string; name: string; count?: number; isCurrent: boolean }>;

/** Views of the same thing, each with its own address. */
export function Tabs({ label, tabs }: Readonly<{ label: string; tabs: readonly Tab[] }>) {
  return (
    <nav aria-label={label} className={styles.tabs}>
      <ul>
        {tabs.map(({ to, name, count, isCurrent }) => (
          <li key={to}>
            <a href={to} aria-current={isCurrent ? 'page' : undefined}>
              {name}
              {count !== undefined && <span> {count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
