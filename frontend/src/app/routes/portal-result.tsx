import { PortalResultPage } from '../../features/portal-result/portal-result-page'
import { useStaff } from './use-staff'

export default function PortalResultRoute() {
  return <PortalResultPage staff={useStaff()} />
}
