import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { count, date } from '../../lib/format'
import { useLanguage } from '../../lib/use-language'
import { DataTable } from '../../ui/data-table'
import { LineChart } from '../../ui/line-chart'
import styles from './indicators.module.css'
import { indicatorTrend } from './queries'

const LINES = ['filed', 'active', 'registered'] as const

/** The last year, month by month, as far as facts with dates tell it. */
export function Trend({ region }: { region: string }) {
  const { t } = useTranslation('indicators')
  const language = useLanguage()
  const { data } = useQuery(indicatorTrend(region))
  const points = data?.points ?? []
  const first = points[0]
  const last = points.at(-1)
  if (first === undefined || last === undefined || points.length < 2) return null
  const change = last.active - first.active
  return (
    <section className={styles.chart}>
      <h2>{t('trend.title')}</h2>
      <p className={styles.sentence}>
        {t(change === 0 ? 'trend.same' : change > 0 ? 'trend.more' : 'trend.fewer', {
          from: date(first.day, language),
          change: count(Math.abs(change)),
          active: count(last.active),
        })}
      </p>
      <LineChart
        label={t('trend.title')}
        at={points.map(({ day }) => date(day, language))}
        lines={LINES.map((line) => ({
          key: line,
          name: t(`trend.${line}`),
          values: points.map((point) => point[line]),
        }))}
      />
      <details className={styles.figuresBehind}>
        <summary>{t('asTable')}</summary>
        <DataTable
          caption={t('trend.title')}
          dense
          rows={points}
          rowKey={(point) => point.day}
          empty={null}
          columns={[
            { key: 'day', header: t('trend.day'), cell: (point) => date(point.day, language) },
            ...([...LINES, 'serving', 'unfederated', 'federatedStreets'] as const).map((line) => ({
              key: line,
              header: t(`trend.${line}`),
              align: 'end' as const,
              cell: (point: (typeof points)[number]) => count(point[line]),
            })),
          ]}
        />
      </details>
      <p className={styles.note}>{t('trend.note')}</p>
    </section>
  )
}
