import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from './cx'
import styles from './data-table.module.css'

export interface Column<Row> {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  /** Money and counts stand to the right. */
  align?: 'end'
  /** Folded away on a phone, where each row is a card, until it is asked for. */
  detail?: boolean
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
  const { t } = useTranslation()
  const [folded, setFolded] = useState(true)
  const foldable = columns.some(({ detail }) => detail)
  if (rows.length === 0) return empty
  return (
    <>
      {foldable && (
        <button type="button" className={styles.fold} aria-expanded={!folded} onClick={() => setFolded(!folded)}>
          {t(folded ? 'table.whole' : 'table.main')}
        </button>
      )}
      <table
        className={cx(styles.table, dense && styles.dense, foldable && styles.foldable, folded && styles.folded)}
        role="table"
      >
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
                <td
                  key={column.key}
                  role="cell"
                  data-label={column.header}
                  className={cx(column.align && styles.end, column.detail && styles.detail)}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
