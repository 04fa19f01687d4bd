import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Membership } from '../../api/types'
import { date, yuan } from '../../lib/format'
import { paths } from '../../lib/paths'
import { useLanguage } from '../../lib/use-language'
import { DataTable } from '../../ui/data-table'
import styles from './organization.module.css'
import { StatusWord } from './status-word'

/** In which federations the body stands, and what each may sign for it. */
export function Memberships({ memberships }: { memberships: Membership[] }) {
  const { t } = useTranslation('organization')
  const language = useLanguage()
  const day = (value: string | null) => (value === null ? t('facts.open') : date(value, language))
  return memberships.map(({ federation, from, to, mandates }) => (
    <section key={`${federation.id}${from}`}>
      <h2>
        {t('mandates.title')} <Link to={paths.federation(federation.id)}>{federation.name}</Link>
      </h2>
      <p className={styles.lead}>{t('mandates.since', { from: day(from), to: day(to) })}</p>
      <DataTable
        caption={t('mandates.caption', { federation: federation.name })}
        rows={mandates}
        rowKey={(mandate) => JSON.stringify(mandate)}
        empty={<p className={styles.lead}>{t('mandates.none')}</p>}
        columns={[
          {
            key: 'what',
            header: t('mandates.what'),
            cell: ({ categories }) => categories.map(({ name }) => name).join(t('row.and')),
          },
          {
            key: 'where',
            header: t('mandates.where'),
            cell: ({ places }) => places.map(({ name }) => name).join(t('row.and')) || t('mandates.anywhere'),
          },
          {
            key: 'span',
            header: t('facts.span'),
            cell: (mandate) => t('facts.fromTo', { from: day(mandate.from), to: day(mandate.to) }),
          },
          { key: 'state', header: t('facts.state'), cell: ({ state }) => <StatusWord status={state} /> },
          {
            key: 'cap',
            header: t('mandates.cap'),
            align: 'end',
            cell: ({ amountCapFen }) => (amountCapFen === null ? t('mandates.noCap') : yuan(amountCapFen, language)),
          },
        ]}
      />
    </section>
  ))
}
