import { useMe } from '../../features/account/use-me'
import { FilingPage } from '../../features/filing/filing-page'

export default function OwnFilingRoute() {
  return <FilingPage own={useMe()?.organization?.id ?? ''} />
}
