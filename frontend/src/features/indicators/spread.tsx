import { useTranslation } from 'react-i18next'
import type { RegionIndicators } from '../../api/types'
import { count, percent } from '../../lib/format'
import { DataTable } from '../../ui/data-table'
import { Parts } from '../../ui/parts'
import styles from './indicators.module.css'

const KINDS = ['urban', 'rural'] as const
const BANDS = ['none', 'upTo3', 'upTo6', 'upTo11', 'from12'] as const

/** How evenly the active organizations lie: an average hides the communities that have none. */
export function Spread({ whole }: { whole: RegionIndicators }) {
  const { t } = useTranslation('indicators')
  const kinds = KINDS.filter((kind) => whole[kind].communities > 0)
  const all = kinds.reduce((sum, kind) => sum + whole[kind].communities, 0)
  if (all === 0) return null
  const none = kinds.reduce((sum, kind) => sum + whole[kind].spread.none, 0)
  return (
    <section className={styles.chart}>
      <h2>{t('spread.title')}</h2>
      <p className={styles.sentence}>
        {t('spread.sentence', { none: count(none), all: count(all), share: percent(none / all) })}
      </p>
      {kinds.map((kind) => (
        <Parts
          key={kind}
          name={t(`kind.${kind}`)}
          parts={BANDS.map((band) => ({
            key: band,
            name: t(`spread.${band}`),
            value: whole[kind].spread[band],
            words: count(whole[kind].spread[band]),
          }))}
        />
      ))}
      <details className={styles.figuresBehind}>
        <summary>{t('asTable')}</summary>
        <DataTable
          caption={t('spread.title')}
          dense
          rows={kinds.map((kind) => ({ kind, ...whole[kind].spread }))}
          rowKey={(row) => row.kind}
          empty={null}
          columns={[
            { key: 'kind', header: t('spread.kind'), cell: (row) => t(`kind.${row.kind}`) },
            ...BANDS.map((band) => ({
              key: band,
              header: t(`spread.${band}`),
              align: 'end' as const,
              cell: (row: Record<(typeof BANDS)[number], number>) => count(row[band]),
            })),
          ]}
        />
      </details>
    </section>
  )
}
