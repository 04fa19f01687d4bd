import { useMe } from '../../features/account/use-me'
import { EditOrganizationPage } from '../../features/registry/organization-page'

export default function EditOrganizationRoute() {
  return <EditOrganizationPage region={useMe()?.region?.code ?? ''} />
}
