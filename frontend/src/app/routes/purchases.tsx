import { ListPage } from '../../features/purchase/list-page'
import { useStaff } from './use-staff'

export default function PurchasesRoute() {
  return <ListPage staff={useStaff()} />
}
