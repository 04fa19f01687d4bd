import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/empty-state'
import { Page } from '../../ui/page'
import styles from './federation.module.css'
import { Invitation } from './invitation'
import { type Kind, memberKind } from './member-kind'
import { PastMemberships } from './past-memberships'
import { own } from './queries'
import { StandingMembership } from './standing-membership'

/** A member's side: what it is asked, where it stands, and what it lets its federation do. */
export function OwnPage({ body }: { body: { name: string; kind: Kind } }) {
  const { t } = useTranslation('federation')
  const { data } = useSuspenseQuery(own)
  const open = data.items.filter(({ state }) => state === 'INVITED' || state === 'ACCEPTED')
  const standing = data.items.filter(({ state }) => state === 'CONFIRMED')
  const past = data.items.filter(({ state }) => state === 'REFUSED' || state === 'LEFT' || state === 'TRANSFERRED')
  return (
    <Page title={t('own.title')} narrow>
      <header className={styles.head}>
        <p>{body.name}</p>
        <h1>{t('own.title')}</h1>
      </header>
      {open.length === 0 && standing.length === 0 && (
        <EmptyState title={t('own.none')}>{t(`own.noneDo.${memberKind(body.kind)}`)}</EmptyState>
      )}
      {open.map((entry) => (
        <Invitation key={entry.id} entry={entry} />
      ))}
      {standing.map((entry) => (
        <StandingMembership key={entry.id} entry={entry} />
      ))}
      <PastMemberships entries={past} />
    </Page>
  )
}
