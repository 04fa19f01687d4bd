import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { RosterEntry } from '../../api/types'
import { date } from '../../lib/format'
import { paths } from '../../lib/paths'
import { useLanguage } from '../../lib/use-language'
import { ActionLink } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { FederationCard } from '../../ui/federation-card'
import { EndMembership } from './end-membership'
import styles from './federation.module.css'
import { LivingMandates } from './living-mandates'
import { PagedRows } from './paged-rows'
import { roster } from './queries'

const STANDING: RosterEntry['state'][] = ['CONFIRMED']

const mandated = ({ mandates }: RosterEntry) => mandates.some(({ state }) => state === 'VALID')
const filed = ({ member }: RosterEntry) => member.kind !== 'FILED_GROUP' || member.standing === 'ACTIVE'

/** Members as tiles, lit while the federation may name them, then one by one with their mandates. */
export function Roster({ federation }: { federation: string }) {
  const { t } = useTranslation('federation')
  const query = useInfiniteQuery({ ...roster(federation, STANDING), throwOnError: true })
  return (
    <PagedRows
      query={query}
      empty={<EmptyState title={t('roster.none')}>{t('roster.noneDo')}</EmptyState>}
      above={(entries) => (
        <>
          <Tiles entries={entries} />
          <h2 className={styles.part}>{t('roster.mandates')}</h2>
        </>
      )}
      row={(entry) => <Entry key={entry.id} entry={entry} />}
    />
  )
}

function Tiles({ entries }: { entries: RosterEntry[] }) {
  const { t } = useTranslation('federation')
  const lit = entries.filter((entry) => filed(entry) && mandated(entry))
  const brings = (entry: RosterEntry) => {
    if (!filed(entry)) return t('roster.filingLapsed')
    if (!mandated(entry)) return t('roster.noMandate')
    return entry.member.categories
      .slice(0, 2)
      .map(({ name }) => name)
      .join(t('and'))
  }
  return (
    <FederationCard
      title={t('roster.lit', { count: lit.length })}
      lead={entries.length > lit.length && t('roster.dark', { count: entries.length - lit.length })}
      label={t('roster.title')}
      litName={t('roster.litName')}
      darkName={t('roster.darkName')}
      tiles={entries.map((entry) => ({
        key: entry.id,
        name: entry.member.name,
        brings: brings(entry),
        lit: filed(entry) && mandated(entry),
        to: `#${entry.id}`,
      }))}
    />
  )
}

function Entry({ entry }: { entry: RosterEntry }) {
  const { t } = useTranslation('federation')
  const language = useLanguage()
  return (
    <li className={styles.row} id={entry.id} data-row>
      <article>
        <h3>
          <Link to={paths.organization(entry.member.id)}>{entry.member.name}</Link>
        </h3>
        <p className={styles.plain}>{t('roster.since', { day: date(entry.from, language) })}</p>
        <LivingMandates entry={entry} none={t('roster.noMandateDo')} weight="quiet" />
      </article>
      <div className={styles.decide}>
        {entry.member.kind === 'FILED_GROUP' && (
          <ActionLink weight="ghost" to={paths.agreements(entry.id)}>
            {t('agreement.link')}
          </ActionLink>
        )}
        <EndMembership entry={entry} by="federation" />
      </div>
    </li>
  )
}
