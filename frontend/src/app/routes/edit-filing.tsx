import { EditFilingPage } from '../../features/filing/edit-page'
import { useRegion } from './use-registrar'

export default function EditFilingRoute() {
  return <EditFilingPage region={useRegion()} />
}
