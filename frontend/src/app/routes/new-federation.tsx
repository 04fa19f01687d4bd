import { useMe } from '../../features/account/use-me'
import { NewFederationPage } from '../../features/federation/new-federation-page'

export default function NewFederationRoute() {
  const region = useMe()?.region
  return region ? <NewFederationPage region={region} /> : null
}
