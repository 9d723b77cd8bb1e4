import type { ReactNode } from 'react'
import { join } from '../join'
import styles from './Table.module.css'

export interface Column<Row> {
  id: string
  header: string
  cell: (row: Row) => ReactNode
  isNumber?: boolean
  /** Never broken into lines: a state, a moment, a button. */
  isShort?: boolean
}

interface Props<Row> {
  /** What is listed, for screen readers. */
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
}

/** A short list in columns; cards where there is no room. What can be searched is a `DataTable`. */
export function Table<Row>({ label, columns, rows, keyOf }: Props<Row>) {
  return (
    <div className={styles.scroll}>
      <table aria-label={label} className={styles.table}>
        <thead>
          <tr>
            {columns.map(({ id, header, isNumber }) =>
              header ? (
                <th key={id} scope="col" className={isNumber ? styles.number : ''}>
                  {header}
                </th>
              ) : (
                // buttons say themselves what they do
                <td key={id} />
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ id, header, cell, isNumber, isShort }, at) => (
                <td
                  key={id}
                  className={join(
                    isNumber && styles.number,
                    isShort && styles.short,
                    !header && (at > 0 ? styles.buttons : styles.name),
                  )}
                >
                  <span aria-hidden="true" className={styles.label}>
                    {header}
                  </span>
                  <div className={styles.value}>{cell(row)}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
