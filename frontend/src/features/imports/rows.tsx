import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { ImportOutcome, ImportRow, RegistryImport } from '../../api/types'
import { count } from '../../lib/format'
import { oneOf, text } from '../../lib/search-params'
import { useLanguage } from '../../lib/use-language'
import { cx } from '../../ui/cx'
import { type Column, DataTable } from '../../ui/data-table'
import { EmptyState } from '../../ui/empty-state'
import { TextField } from '../../ui/field'
import { ListEnd } from '../../ui/list-end'
import { Skeleton } from '../../ui/skeleton'
import { changesOf, fieldName, fieldValue } from './fields'
import styles from './imports.module.css'
import { rowsOf } from './queries'

const OUTCOMES: readonly ImportOutcome[] = ['NEW', 'CHANGED', 'UNCHANGED', 'REFUSED']
const COUNTS = { NEW: 'created', CHANGED: 'changed', UNCHANGED: 'unchanged', REFUSED: 'refused' } as const

/** Row by row what becomes of it; which are shown stands in the address. */
export function Rows({ one }: { one: RegistryImport }) {
  const { t } = useTranslation('imports')
  const [params, setParams] = useSearchParams()
  const filter = {
    outcome: oneOf(params, 'outcome', OUTCOMES),
    kept: params.get('kept') === 'true',
    q: text(params, 'q'),
  }
  const query = useInfiniteQuery({ ...rowsOf(one.id, one.version, filter), throwOnError: true })
  const columns = useRowColumns()
  const first = query.data?.pages[0]
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const show = (changes: Record<string, string>) => setParams(changes, { replace: true, preventScrollReset: true })
  return (
    <section aria-labelledby="rows-title">
      <h2 id="rows-title">{t('rows.title')}</h2>
      <div className={styles.filters}>
        <fieldset className={styles.chips}>
          <legend className="visually-hidden">{t('rows.filter')}</legend>
          <Chip name={t('rows.all')} on={filter.outcome === null && !filter.kept} onPress={() => show({})} />
          {OUTCOMES.map((outcome) => (
            <Chip
              key={outcome}
              name={`${t(`outcome.${outcome}`)} ${count(one.counts[COUNTS[outcome]])}`}
              on={filter.outcome === outcome}
              onPress={() => show({ outcome })}
            />
          ))}
          {one.counts.kept > 0 && (
            <Chip
              name={t('rows.kept', { formatted: count(one.counts.kept) })}
              on={filter.kept}
              onPress={() => show({ kept: 'true' })}
            />
          )}
        </fieldset>
        <TextField
          label={t('rows.find')}
          type="search"
          defaultValue={filter.q}
          key={filter.q}
          onBlur={({ currentTarget }) =>
            currentTarget.value.trim() !== filter.q && show({ q: currentTarget.value.trim() })
          }
          onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
        />
      </div>
      {first === undefined ? (
        <Skeleton lines={8} />
      ) : (
        <DataTable
          caption={t('rows.title')}
          columns={columns}
          rows={rows}
          rowKey={({ number }) => String(number)}
          dense
          empty={<EmptyState title={t('rows.none')} />}
        />
      )}
      <ListEnd query={query} />
    </section>
  )
}

function Chip({ name, on, onPress }: { name: string; on: boolean; onPress: () => void }) {
  return (
    <button type="button" className={styles.chip} aria-pressed={on} onClick={onPress}>
      {name}
    </button>
  )
}

function useRowColumns(): Column<ImportRow>[] {
  const { t } = useTranslation('imports')
  return [
    { key: 'number', header: t('rows.number'), cell: ({ number }) => <span className={styles.whole}>{number}</span> },
    {
      key: 'body',
      header: t('rows.body'),
      cell: ({ name, creditCode }) => (
        <span className={styles.body}>
          {name ?? t('rows.nameless')}
          {creditCode !== null && <small>{creditCode}</small>}
        </span>
      ),
    },
    {
      key: 'outcome',
      header: t('rows.outcome'),
      cell: ({ outcome, undone, keptFor }) => (
        <span className={cx(styles.outcome, undone === null && styles.whole)} data-outcome={outcome}>
          {t(`outcome.${outcome}`)}
          {keptFor !== null && ` · ${t(`rows.keptFor.${keptFor}`)}`}
        </span>
      ),
    },
    { key: 'what', header: t('rows.what'), cell: (row) => <What row={row} /> },
  ]
}

function What({ row }: { row: ImportRow }) {
  const { t } = useTranslation('imports')
  const language = useLanguage()
  const { problems, outcome } = row
  if (outcome === 'UNCHANGED') return <span className={styles.same}>{t('rows.same')}</span>
  return (
    <ul className={styles.what} data-outcome={outcome}>
      {problems.map(({ column, code, detail }) => (
        <li key={`${column}${code}`}>
          {column !== '' && <b>{t('rows.label', { label: column })}</b>}
          {detail}
        </li>
      ))}
      {changesOf(row).map(([field, [before = null, after = null]]) => (
        <li key={field}>
          <b>{t('rows.label', { label: fieldName(field, t) })}</b>
          {before !== null && (
            <>
              <del>{fieldValue(field, before, t, language)}</del> →{' '}
            </>
          )}
          <ins>{fieldValue(field, after, t, language)}</ins>
        </li>
      ))}
    </ul>
  )
}
