import { useMe } from '../../features/account/use-me'
import { NewOrganizationPage } from '../../features/registry/organization-page'

export default function NewOrganizationRoute() {
  return <NewOrganizationPage region={useMe()?.region?.code ?? ''} />
}
