import { useTranslation } from 'react-i18next'
import type { RegistryFact } from '../../api/types'
import { date } from '../../lib/format'
import { useLanguage } from '../../lib/use-language'
import { DataTable } from '../../ui/data-table'
import { Known } from './known'
import styles from './organization.module.css'

/** Yearly inspections, the latest first; a year without one is a year of which nobody knows. */
export function Inspections({ facts }: { facts: RegistryFact[] }) {
  const { t } = useTranslation('organization')
  const language = useLanguage()
  const years = facts
    .filter(({ kind }) => kind === 'INSPECTION')
    .sort((one, other) => other.value.localeCompare(one.value))
  return (
    <section>
      <h2>{t('inspections.title')}</h2>
      <DataTable
        caption={t('inspections.title')}
        rows={years}
        rowKey={({ value, from }) => value + from}
        empty={<p className={styles.lead}>{t('inspections.none')}</p>}
        columns={[
          {
            key: 'conclusion',
            header: t('inspections.conclusion'),
            cell: ({ valueName, value }) => valueName ?? value,
          },
          { key: 'on', header: t('inspections.on'), cell: ({ from }) => date(from, language) },
          { key: 'known', header: t('facts.known'), cell: (fact) => <Known fact={fact} /> },
        ]}
      />
    </section>
  )
}
