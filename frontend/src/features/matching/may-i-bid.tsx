import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { NoticeLot } from '../../api/types'
import { paths } from '../../lib/paths'
import { ProblemError } from '../../lib/problem'
import { ActionLink } from '../../ui/button'
import { Select } from '../../ui/field'
import { Skeleton } from '../../ui/skeleton'
import type { Body } from './body'
import { LotEligibility } from './lot-eligibility'
import styles from './may-i-bid.module.css'
import { biddingHere, eligibilityOfLot } from './queries'

/**
 * 我能投吗？ The verdicts of the caller's own body, lot by lot.
 *
 * `here` says whether bids are given on this platform; elsewhere there is no button.
 */
export function MayIBid({ lots, body, here }: { lots: NoticeLot[]; body: Body; here: boolean }) {
  const { t } = useTranslation('matching')
  const [chosen, setChosen] = useState(lots[0]?.id)
  const lot = lots.find(({ id }) => id === chosen) ?? lots[0]
  if (lot === undefined) return null
  return (
    <Panel>
      {lots.length > 1 && (
        <Select label={t('may.lot')} value={lot.id} onChange={(event) => setChosen(event.target.value)}>
          {lots.map(({ id, number, title }) => (
            <option key={id} value={id}>
              {t('may.lotOption', { number, title: title ?? '' })}
            </option>
          ))}
        </Select>
      )}
      <Verdicts key={lot.id} lot={lot} body={body} here={here} />
    </Panel>
  )
}

function Verdicts({ lot, body, here }: { lot: NoticeLot; body: Body; here: boolean }) {
  const { t } = useTranslation('matching')
  const { data, isError } = useQuery(eligibilityOfLot(lot.id, body.id))
  if (isError) return <p>{t('may.failed')}</p>
  if (data === undefined) return <Skeleton lines={5} />
  return (
    <>
      <LotEligibility answer={data} category={lot.category} body={body} asker={{ body: body.id, registrar: false }} />
      {body.kind !== 'FILED_GROUP' && (here ? <GiveHere lot={lot.id} /> : <p>{t('may.elsewhere')}</p>)}
      <ul className={styles.ways}>
        <li>
          <Link to={paths.eligibility(lot.id, { organization: body.id })}>{t('may.whole')}</Link>
        </li>
        <li>
          <Link to={paths.beforeBidding(lot.id, {})}>
            {t(body.kind === 'FILED_GROUP' ? 'may.together' : 'may.before')}
          </Link>
        </li>
      </ul>
    </>
  )
}

/** The way to the bid. */
function GiveHere({ lot }: { lot: string }) {
  const { t } = useTranslation('matching')
  const { data, error } = useQuery(biddingHere(lot))
  if (error instanceof ProblemError) return <p>{error.message}</p>
  if (data === undefined || (!data.open && data.bids.length === 0)) return null
  return (
    <p>
      <ActionLink to={paths.giveBid(lot)}>{t(data.bids.length === 0 ? 'may.give' : 'may.own')}</ActionLink>
    </p>
  )
}

/** The frame of the panel, also for those who have not signed in. */
export function Panel({ children }: { children: ReactNode }) {
  const { t } = useTranslation('matching')
  return (
    <section className={styles.may} id="may-i-bid" tabIndex={-1} aria-labelledby="may-i-bid-title">
      <h2 id="may-i-bid-title">{t('may.title')}</h2>
      {children}
    </section>
  )
}
