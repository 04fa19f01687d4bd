import { useTranslation } from 'react-i18next'
import type { RegistryFact } from '../../api/types'
import { date } from '../../lib/format'
import { useLanguage } from '../../lib/use-language'
import { DataTable } from '../../ui/data-table'
import { Awards } from './awards'
import { Known } from './known'
import styles from './organization.module.css'

/** What it did: work for government as it is on record, and its activities, the latest first. */
export function Record({ name, facts }: { name: string; facts: RegistryFact[] }) {
  const { t } = useTranslation('organization')
  const language = useLanguage()
  const work = facts.filter(({ kind }) => kind === 'EXPERIENCE')
  const activities = facts
    .filter(({ kind }) => kind === 'ACTIVITY')
    .sort((one, other) => other.from.localeCompare(one.from))
  const last = activities[0]
  return (
    <section>
      <h2>{t('record.title')}</h2>
      {work.map((fact) => (
        <p key={fact.value + fact.from}>
          {t('record.work', { what: fact.valueName, count: fact.number ?? 0 })} <Known fact={fact} />
        </p>
      ))}
      <Awards name={name} />
      {last === undefined ? (
        <p className={styles.lead}>{t('record.idle')}</p>
      ) : (
        <>
          <p className={styles.lead}>{t('record.last', { day: date(last.to ?? last.from, language) })}</p>
          <details className={styles.more}>
            <summary>{t('record.activities')}</summary>
            <DataTable
              caption={t('record.activities')}
              dense
              rows={activities}
              rowKey={({ value, from }) => value + from}
              empty={null}
              columns={[
                {
                  key: 'span',
                  header: t('record.span'),
                  cell: ({ from, to }) =>
                    t('facts.fromTo', { from: date(from, language), to: date(to ?? from, language) }),
                },
                { key: 'what', header: t('record.what'), cell: ({ valueName }) => valueName },
                { key: 'times', header: t('record.times'), align: 'end', cell: ({ number }) => number ?? '' },
                { key: 'known', header: t('facts.known'), cell: (fact) => <Known fact={fact} /> },
              ]}
            />
          </details>
        </>
      )}
    </section>
  )
}
