import { useParams } from 'react-router'
import { useMe } from '../../features/account/use-me'
import { ReceiptPage } from '../../features/bidding/receipt/receipt-page'
import { useProved } from './use-proved'

/** The stamped slip of one of the caller's own bids. */
export default function BidReceiptRoute() {
  const { id = '' } = useParams()
  const who = useMe()
  const proved = useProved()
  if (!who?.organization) return null
  return <ReceiptPage bid={id} organization={who.organization.name} proved={proved} />
}
