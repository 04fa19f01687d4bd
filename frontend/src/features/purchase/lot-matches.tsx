import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { LotMatch } from '../../api/types'
import { dateTime } from '../../lib/format'
import { paths } from '../../lib/paths'
import { listed } from '../../lib/punctuation'
import { useLanguage } from '../../lib/use-language'
import { FederationCard } from '../../ui/federation-card'
import { InnerListEnd } from '../../ui/inner-list-end'
import { Skeleton } from '../../ui/skeleton'
import styles from './purchase.module.css'
import { type MatchKind, matchesOfLot } from './queries'

export function LotMatches({ lot, kind }: { lot: string; kind: MatchKind }) {
  const { t } = useTranslation('purchase')
  const language = useLanguage()
  const query = useInfiniteQuery(matchesOfLot(lot, kind))
  const { data, isError } = query
  const items = data?.pages.flatMap((page) => page.items) ?? []
  const page = data?.pages[0]
  return (
    <section aria-labelledby={`matches-${kind}`}>
      <h2 id={`matches-${kind}`}>{t(`matches.${kind}`, { count: page?.total ?? 0 })}</h2>
      {isError && <p>{t('matches.failed')}</p>}
      {page === undefined && !isError && <Skeleton lines={5} />}
      {page && <p className={styles.lead}>{t('matches.computed', { at: dateTime(page.computedAt, language) })}</p>}
      {page?.total === 0 && <p>{t(`matches.no${kind}`)}</p>}
      <ul className={styles.matchList} data-list>
        {items.map((match) => (
          <li key={match.bidder.id} data-row>
            {kind === 'DIRECT' ? <Direct match={match} /> : <Federation match={match} />}
            <Link to={paths.eligibility(lot, { organization: match.bidder.id })} className={styles.verdicts}>
              {t('matches.verdicts')}
              {match.bidder.name}
            </Link>
          </li>
        ))}
      </ul>
      {page && page.total > items.length && <InnerListEnd query={query} />}
    </section>
  )
}

function Reasons({ reasons }: { reasons: string[] }) {
  return (
    <ul className={styles.reasons}>
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  )
}

function Direct({ match: { bidder, reasons } }: { match: LotMatch }) {
  return (
    <>
      <p className={styles.bidder}>
        <Link to={paths.organization(bidder.id)}>{bidder.name}</Link>
      </p>
      <Reasons reasons={reasons} />
    </>
  )
}

function Federation({ match: { bidder, members, reasons } }: { match: LotMatch }) {
  const { t } = useTranslation('purchase')
  // What a member brings stands on its tile; above them only what the federation brings itself.
  const own = reasons.filter((reason) => !members.some(({ contributes }) => contributes.includes(reason)))
  return (
    <FederationCard
      title={<Link to={paths.federation(bidder.id)}>{bidder.name}</Link>}
      lead={<Reasons reasons={own} />}
      label={t('matches.members')}
      litName={t('matches.lit')}
      darkName=""
      tiles={members.map(({ id, name, contributes }) => ({
        key: id,
        name,
        brings: listed(contributes),
        lit: true,
        to: paths.organization(id),
      }))}
    />
  )
}
