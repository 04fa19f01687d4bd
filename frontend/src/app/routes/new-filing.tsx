import { NewFilingPage } from '../../features/filing/edit-page'
import { useRegion } from './use-registrar'

export default function NewFilingRoute() {
  return <NewFilingPage region={useRegion()} />
}
