import { useParams, useSearchParams } from 'react-router'
import { hasRole, useMe } from '../../features/account/use-me'
import { BeforeBiddingPage } from '../../features/matching/before-bidding-page'
import { ChooseBody } from '../../features/matching/choose-body'
import { text } from '../../lib/search-params'

/** Of the caller's own body unless the address names another. */
export default function BeforeBiddingRoute() {
  const { id = '' } = useParams()
  const [params] = useSearchParams()
  const who = useMe()
  const mine = who?.organization?.id ?? null
  const bidder = text(params, 'bidder') || mine
  if (bidder === null) return <ChooseBody />
  return <BeforeBiddingPage lot={id} bidder={bidder} asker={{ body: mine, registrar: hasRole(who, 'REGISTRAR') }} />
}
