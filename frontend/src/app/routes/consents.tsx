import { useParams } from 'react-router'
import { ConsentsPage } from '../../features/bidding/parts/consents-page'

/** Of the caller's own group. */
export default function ConsentsRoute() {
  const { id } = useParams()
  return <ConsentsPage {...(id === undefined ? {} : { lot: id })} />
}
