import type { ReactNode } from 'react'
import { cx } from './cx'
import styles from './data-table.module.css'

export interface Column<Row> {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  /** Money and counts stand to the right. */
  align?: 'end'
}

interface DataTableProps<Row> {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  empty: ReactNode
  dense?: boolean
}

/** A table on a desk, cards on a phone; the roles stay when the layout changes. */
export function DataTable<Row>({ caption, columns, rows, rowKey, empty, dense = false }: DataTableProps<Row>) {
  if (rows.length === 0) return empty
  return (
    <table className={cx(styles.table, dense && styles.dense)} role="table">
      <caption className="visually-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.key} scope="col" role="columnheader" className={column.align && styles.end}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" data-list>
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row" data-row>
            {columns.map((column) => (
              <td key={column.key} role="cell" data-label={column.header} className={column.align && styles.end}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
