import styles from './diff.module.css'

export interface DiffRow {
  key: string
  label: string
  before: string | null
  after: string | null
  effect?: string | undefined
}

export interface DiffWords {
  label: string
  before: string
  after: string
  effect?: string
  /** What stands where nothing stood. */
  none: string
}

/** Old → new, field by field, with what the change means. */
export function Diff({ caption, rows, words }: { caption: string; rows: readonly DiffRow[]; words: DiffWords }) {
  return (
    <div className={styles.room}>
      <table className={styles.diff} role="table">
        <caption className="visually-hidden">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {[words.label, words.before, words.after, words.effect].filter(Boolean).map((header) => (
              <th key={header} scope="col" role="columnheader">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={row.key} role="row">
              <th scope="row" role="rowheader">
                {row.label}
              </th>
              <td role="cell" data-label={words.before}>
                {row.before === null ? <i>{words.none}</i> : <del>{row.before}</del>}
              </td>
              <td role="cell" data-label={words.after}>
                {row.after === null ? <i>{words.none}</i> : <ins>{row.after}</ins>}
              </td>
              {words.effect && (
                <td role="cell" data-label={words.effect}>
                  {row.effect}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
