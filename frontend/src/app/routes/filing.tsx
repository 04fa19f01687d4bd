import { FilingPage } from '../../features/filing/filing-page'

export default function FilingRoute() {
  return <FilingPage own={null} />
}
