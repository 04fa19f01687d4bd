import { OrganizationListPage } from '../../features/organization/organization-list-page'

export default function FederationsRoute() {
  return <OrganizationListPage federations />
}
