import { OpeningLink } from '../../features/bidding/opening/opening-link'
import { PortalResultLink } from '../../features/portal-result/portal-result-link'
import { PurchasePage } from '../../features/purchase/purchase-page'
import { useStaff } from './use-staff'

export default function PurchaseRoute() {
  const staff = useStaff()
  return (
    <PurchasePage
      staff={staff}
      opening={(lot) => <OpeningLink lot={lot} />}
      portal={(lot) => <PortalResultLink lot={lot} staff={staff} />}
    />
  )
}
