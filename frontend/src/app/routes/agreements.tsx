import { hasRole, useMe } from '../../features/account/use-me'
import { AgreementsPage } from '../../features/federation/agreements-page'

/** The same agreements from each of the three sides. */
export default function AgreementsRoute() {
  const who = useMe()
  if (hasRole(who, 'REGISTRAR')) return <AgreementsPage side="street" />
  return <AgreementsPage side={hasRole(who, 'FEDERATION_STAFF') ? 'federation' : 'member'} />
}
