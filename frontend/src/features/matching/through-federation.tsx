import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Eligibility, Member, Verdict } from '../../api/types'
import { paths } from '../../lib/paths'
import { FederationCard } from '../../ui/federation-card'
import type { Asker, Body } from './body'
import styles from './may-i-bid.module.css'
import { covers, isReady, kin } from './members'
import { federationMembers } from './queries'
import { VerdictList } from './verdict-list'

interface ThroughFederationProps {
  federation: { id: string; name: string }
  eligibility?: Eligibility
  verdicts: Verdict[]
  category: { code: string; name: string } | null
  body: Body
  asker: Asker
}

const MOST_TILES = 12

/** The federation that would sign, and what its members can bring to this lot. */
export function ThroughFederation({
  federation,
  eligibility,
  verdicts,
  category,
  body,
  asker,
}: ThroughFederationProps) {
  const { t } = useTranslation('matching')
  const { data: members = [] } = useQuery(federationMembers(federation.id))
  if (category === null) return null
  const fitting = members.filter((member) => covers(member, category.code))
  // One's own group comes first, then who can start today, then who fits but lacks something.
  const rank = (member: Member) => (member.id === body.id ? 0 : isReady(member) ? 1 : 2)
  const tiles = [...fitting]
    .sort((left, right) => rank(left) - rank(right))
    .slice(0, MOST_TILES)
    .map((member) => ({
      key: member.id,
      name: member.name,
      lit: isReady(member),
      brings: hurdle(member) ?? member.categories.find(({ code }) => kin(code, category.code))?.name,
      to: paths.organization(member.id) as string | undefined,
    }))
  if (members.length > 0 && !fitting.some(isReady)) {
    tiles.push({ key: 'missing', name: category.name, lit: false, brings: t('tile.missing'), to: undefined })
  }

  function hurdle(member: Member) {
    if (member.filingState === 'EXPIRED') return t('tile.filingLapsed')
    if (member.mandateState === 'EXPIRED') return t('tile.mandateLapsed')
    if (member.mandateState !== 'VALID') return t('tile.noMandate')
    return undefined
  }
  return (
    <div className={styles.through}>
      <FederationCard
        title={<Link to={paths.federation(federation.id)}>{federation.name}</Link>}
        lead={
          <>
            {eligibility && t(`through.${eligibility}`)}
            {members.length > 0 &&
              t('through.members', { count: fitting.filter(isReady).length, category: category.name })}
          </>
        }
        tiles={tiles}
        label={t('through.tiles')}
        litName={t('tile.lit')}
        darkName={t('tile.dark')}
      />
      {members.length > MOST_TILES && (
        <Link className={styles.all} to={paths.federation(federation.id)}>
          {t('through.all', { count: members.length })}
        </Link>
      )}
      <VerdictList verdicts={verdicts} asker={asker} />
    </div>
  )
}
