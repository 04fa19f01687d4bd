import { useTranslation } from 'react-i18next'
import type { Filing } from '../../api/types'
import { listed } from '../../lib/punctuation'
import { Button } from '../../ui/button'
import { Diff } from '../../ui/diff'
import styles from './filing.module.css'

interface ChangedProps {
  /** As it was opened; null when it was new. */
  before: Filing | null
  theirs: Filing
  onGoOn: () => void
}

/** Somebody else changed the filing meanwhile: what was changed, while everything typed stays. */
export function Changed({ before, theirs, onGoOn }: ChangedProps) {
  const { t } = useTranslation('filing')
  const was = before === null ? {} : linesOf(before)
  const is = linesOf(theirs)
  const rows = Object.entries(is)
    .filter(([field, line]) => was[field as 'name'] !== line)
    .map(([field, line]) => ({
      key: field,
      label: t(`field.${field as 'name'}`),
      before: was[field as 'name'] || null,
      after: line || null,
    }))
  return (
    <section className={styles.note} role="alert">
      <b>{t('changed.title')}</b>
      <p>{t('changed.lead')}</p>
      {rows.length > 0 && (
        <Diff
          caption={t('changed.title')}
          words={{
            label: t('changed.field'),
            before: t('changed.before'),
            after: t('changed.after'),
            none: t('changed.none'),
          }}
          rows={rows}
        />
      )}
      <Button weight="ghost" onClick={onGoOn}>
        {t('changed.goOn')}
      </Button>
    </section>
  )
}

const linesOf = (filing: Filing): Record<string, string> => ({
  name: filing.name,
  purpose: filing.purpose,
  categories: listed(filing.categories.map(({ name }) => name)),
  foundedOn: filing.foundedOn ?? '',
  community: filing.community.name,
  venue: filing.venue,
  leader: filing.leader?.name ?? '',
  phone: filing.leader?.phone ?? '',
  politicalStatus: filing.leader?.politicalStatus ?? '',
  memberCount: filing.memberCount === null ? '' : String(filing.memberCount),
  coreMembers: listed(filing.coreMembers),
  guidanceUnit: filing.guidanceUnit ?? '',
  host: filing.host ?? '',
  partyBranch: filing.partyBranch ?? '',
  funding: filing.funding ?? '',
})
