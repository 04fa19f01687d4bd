import { ListPage } from '../../features/filing/list-page'
import { useRegion } from './use-registrar'

/** Streets and communities write applications; counties and above look on. */
const STREET_DIGITS = 9

export default function FilingsRoute() {
  return <ListPage writes={useRegion().length >= STREET_DIGITS} />
}
