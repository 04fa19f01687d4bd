import { PurchasePage } from '../../features/purchase/purchase-page'
import { useStaff } from './use-staff'

export default function PurchaseRoute() {
  return <PurchasePage staff={useStaff()} />
}
