import { OpeningLink } from '../../features/bidding/opening/opening-link'
import { PurchasePage } from '../../features/purchase/purchase-page'
import { useStaff } from './use-staff'

export default function PurchaseRoute() {
  return <PurchasePage staff={useStaff()} opening={(lot) => <OpeningLink lot={lot} />} />
}
