import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CalendarYear, Threshold } from '../../api/types'
import { date, dateTime, yuan } from '../../lib/format'
import { useLanguage } from '../../lib/use-language'
import { Banner } from '../../ui/banner'
import { DataTable } from '../../ui/data-table'
import styles from './operations.module.css'
import { loadedReference } from './queries'
import { ThresholdForm } from './threshold-form'
import { YearForm } from './year-form'

/** What deadlines and procedures are decided by, and how sure it is. */
export function ReferenceParts() {
  const { data } = useQuery(loadedReference)
  if (data === undefined) return null
  return (
    <>
      <CalendarPart years={data.years} />
      <ThresholdPart thresholds={data.thresholds} />
    </>
  )
}

/** The year that waits for its official notice, or the one after all. */
const firstUnsure = (years: readonly CalendarYear[]) =>
  years.find(({ official }) => !official)?.year ?? Math.max(...years.map(({ year }) => year)) + 1

function CalendarPart({ years }: { years: readonly CalendarYear[] }) {
  const { t } = useTranslation('operations')
  const language = useLanguage()
  return (
    <section aria-labelledby="calendar-title" className={styles.part}>
      <h2 id="calendar-title">{t('calendar.title')}</h2>
      <p className={styles.lead}>{t('calendar.lead')}</p>
      <DataTable
        caption={t('calendar.caption')}
        rows={years}
        rowKey={({ year }) => `${year}`}
        empty={null}
        columns={[
          { key: 'year', header: t('calendar.year'), cell: ({ year }) => year },
          {
            key: 'status',
            header: t('calendar.status'),
            cell: ({ official }) => (
              <Sure sure={official} yes={t('calendar.official')} no={t('calendar.provisional')} />
            ),
          },
          {
            key: 'days',
            header: t('calendar.days'),
            cell: ({ holidays, workdays }) => `${holidays} / ${workdays}`,
          },
          {
            key: 'source',
            header: t('calendar.source'),
            cell: ({ document, loadedBy, loadedAt }) =>
              document === null || loadedAt === null
                ? t('calendar.supplied')
                : t('calendar.loaded', { document, name: loadedBy, at: dateTime(loadedAt, language) }),
          },
        ]}
      />
      <details className={styles.act}>
        <summary>{t('calendar.open')}</summary>
        <YearForm next={firstUnsure(years)} />
      </details>
    </section>
  )
}

function ThresholdPart({ thresholds }: { thresholds: readonly Threshold[] }) {
  const { t } = useTranslation('operations')
  const language = useLanguage()
  return (
    <section aria-labelledby="thresholds-title" className={styles.part}>
      <h2 id="thresholds-title">{t('thresholds.title')}</h2>
      <p className={styles.lead}>{t('thresholds.lead')}</p>
      {thresholds.some(({ verified }) => !verified) && <Banner tone="amber">{t('thresholds.unverified')}</Banner>}
      <DataTable
        caption={t('thresholds.caption')}
        rows={thresholds}
        rowKey={({ region, level, kind, from }) => `${region.code}${level}${kind}${from}`}
        empty={null}
        columns={[
          {
            key: 'region',
            header: t('thresholds.region'),
            cell: ({ region, level }) => `${region.name} ${t(`thresholds.${level}`)}`,
          },
          { key: 'kind', header: t('thresholds.kind'), cell: ({ kind }) => t(`thresholds.${kind}`) },
          {
            key: 'amount',
            header: t('thresholds.amount'),
            align: 'end',
            cell: ({ amountFen }) => yuan(amountFen, language),
          },
          { key: 'from', header: t('thresholds.from'), cell: ({ from }) => date(from, language) },
          {
            key: 'basis',
            header: t('thresholds.basis'),
            cell: ({ document, verified, enteredBy, enteredAt }) => (
              <div>
                <Sure sure={verified} yes={t('thresholds.verified')} no={t('thresholds.toVerify')} /> {document}
                {enteredAt !== null && (
                  <small className={styles.who}>
                    {t('thresholds.enteredBy', { name: enteredBy, at: dateTime(enteredAt, language) })}
                  </small>
                )}
              </div>
            ),
          },
        ]}
      />
      <details className={styles.act}>
        <summary>{t('thresholds.open')}</summary>
        <ThresholdForm />
      </details>
    </section>
  )
}

function Sure({ sure, yes, no }: { sure: boolean; yes: string; no: string }) {
  return <span className={sure ? styles.sure : styles.unsure}>{sure ? `✓ ${yes}` : `△ ${no}`}</span>
}
