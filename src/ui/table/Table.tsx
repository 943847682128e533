import type { ReactNode } from 'react';
import styles from './Table.module.css';

/**
 * A column: its heading and what stands in it for a row; `isNumber` sets figures under each other. On a phone a
 * column that `isTitle` stands above the others without its heading.
 */
export type Column<Row> = Readonly<{
  name: string;
  cell: (row: Row) => ReactNode;
  isNumber?: boolean;
  isTitle?: boolean;
}>;

type TableProps<Row> = Readonly<{
  caption: string;
  hideCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}>;

/** A table; on a phone each row stands as a small list of its own, so that nothing scrolls sideways. */
export function Table<Row>({ caption, hideCaption = false, columns, rows, rowKey }: TableProps<Row>) {
  return (
    <table className={styles.table}>
      <caption className={hideCaption ? 'hidden' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ name, isNumber }) => (
            <th key={name} scope="col" className={isNumber ? styles.number : undefined}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map(({ name, cell, isNumber, isTitle }) => (
              <td key={name} data-name={name} className={isTitle ? styles.title : isNumber ? styles.number : undefined}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
