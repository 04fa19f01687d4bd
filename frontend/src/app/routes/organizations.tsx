export { OrganizationListPage as default } from '../../features/organization/organization-list-page'
