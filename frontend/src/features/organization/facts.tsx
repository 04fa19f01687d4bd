import { useTranslation } from 'react-i18next'
import type { RegistryFact } from '../../api/types'
import { date } from '../../lib/format'
import { useLanguage } from '../../lib/use-language'
import { DataTable } from '../../ui/data-table'
import styles from './organization.module.css'
import { StatusWord } from './status-word'

/** What is on record, from when to when, and since when the platform knows it. */
export function Facts({ facts }: { facts: RegistryFact[] }) {
  const { t } = useTranslation('organization')
  const language = useLanguage()
  const day = (value: string | null) => (value === null ? t('facts.open') : date(value, language))
  return (
    <section>
      <h2>{t('facts.title')}</h2>
      <p className={styles.lead}>{t('facts.lead')}</p>
      <details className={styles.more}>
        <summary>{t('facts.all', { count: facts.length })}</summary>
        <DataTable
          caption={t('facts.title')}
          rows={facts}
          rowKey={(fact) => `${fact.kind}${fact.value}${fact.from}${fact.knownAt}`}
          empty={<p className={styles.lead}>{t('facts.none')}</p>}
          columns={[
            { key: 'kind', header: t('facts.kind'), cell: (fact) => fact.kindName },
            {
              key: 'value',
              header: t('facts.value'),
              cell: ({ valueName, value, number }) => [valueName ?? value, number].filter(Boolean).join(' · '),
            },
            {
              key: 'span',
              header: t('facts.span'),
              cell: ({ from, to }) => t('facts.fromTo', { from: day(from), to: day(to) }),
            },
            { key: 'state', header: t('facts.state'), cell: ({ state }) => <StatusWord status={state} /> },
            {
              key: 'known',
              header: t('facts.known'),
              cell: ({ knownAt, source }) => [date(knownAt, language), source].filter(Boolean).join(' · '),
            },
          ]}
        />
      </details>
    </section>
  )
}
