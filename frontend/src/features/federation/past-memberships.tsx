import { useTranslation } from 'react-i18next'
import type { RosterEntry } from '../../api/types'
import { date } from '../../lib/format'
import { headed } from '../../lib/punctuation'
import { useLanguage } from '../../lib/use-language'
import { DataTable } from '../../ui/data-table'
import { StateWord } from './state-word'

/** What is over, with who ended it and why. */
export function PastMemberships({ entries }: { entries: RosterEntry[] }) {
  const { t } = useTranslation('federation')
  const language = useLanguage()
  if (entries.length === 0) return null
  return (
    <section aria-labelledby="past-title">
      <h2 id="past-title">{t('past.title')}</h2>
      <DataTable
        caption={t('past.title')}
        rows={entries}
        rowKey={({ id }) => id}
        empty={null}
        columns={[
          { key: 'federation', header: t('past.federation'), cell: ({ federation }) => federation.name },
          { key: 'state', header: t('past.state'), cell: ({ state }) => <StateWord state={state} /> },
          {
            key: 'to',
            header: t('past.to'),
            cell: ({ to }) => (to === null ? '—' : date(to, language)),
          },
          {
            key: 'why',
            header: t('past.why'),
            cell: ({ endedBy, endReason }) =>
              endedBy && endReason
                ? headed(t(`side.${endedBy}`), endReason)
                : endedBy
                  ? t(`side.${endedBy}`)
                  : endReason || '—',
          },
        ]}
      />
    </section>
  )
}
