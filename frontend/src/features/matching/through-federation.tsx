import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Eligibility, Member, NoticeLot, Verdict } from '../../api/types'
import { paths } from '../../lib/paths'
import { FederationCard } from '../../ui/federation-card'
import type { Body } from './body'
import styles from './may-i-bid.module.css'
import { federationMembers } from './queries'
import { VerdictList } from './verdict-list'

interface ThroughFederationProps {
  federation: { id: string; name: string }
  eligibility?: Eligibility
  verdicts: Verdict[]
  lot: NoticeLot
  body: Body
}

const MOST_TILES = 12

/** The federation that would sign, and what its members can bring to this lot. */
export function ThroughFederation({ federation, eligibility, verdicts, lot, body }: ThroughFederationProps) {
  const { t } = useTranslation('matching')
  const { data: members = [] } = useQuery(federationMembers(federation.id))
  const { category } = lot
  if (category === null) return null
  const fitting = members.filter((member) => covers(member, category.code))
  // One's own group comes first, then who can start today, then who fits but lacks something.
  const rank = (member: Member) => (member.id === body.id ? 0 : ready(member) ? 1 : 2)
  const tiles = [...fitting]
    .sort((left, right) => rank(left) - rank(right))
    .slice(0, MOST_TILES)
    .map((member) => ({
      key: member.id,
      name: member.name,
      lit: ready(member),
      brings: hurdle(member) ?? member.categories.find(({ code }) => kin(code, category.code))?.name,
      to: paths.organization(member.id) as string | undefined,
    }))
  if (members.length > 0 && !fitting.some(ready)) {
    tiles.push({ key: 'missing', name: category.name, lit: false, brings: t('tile.missing'), to: undefined })
  }

  function hurdle(member: Member) {
    if (member.filingState === 'EXPIRED') return t('tile.filingLapsed')
    if (member.mandateState === 'EXPIRED') return t('tile.mandateLapsed')
    if (member.kind === 'FILED_GROUP' && member.mandateState !== 'VALID') return t('tile.noMandate')
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
              t('through.members', { count: fitting.filter(ready).length, category: category.name })}
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
      <VerdictList verdicts={verdicts} />
    </div>
  )
}

/** Same node, above or below: codes of a tree begin alike. */
const kin = (one: string, other: string) => one.startsWith(other) || other.startsWith(one)
const covers = (member: Member, category: string) => member.categories.some(({ code }) => kin(code, category))
const ready = ({ kind, filingState, mandateState }: Member) =>
  kind !== 'FILED_GROUP' || (filingState === 'VALID' && mandateState === 'VALID')
