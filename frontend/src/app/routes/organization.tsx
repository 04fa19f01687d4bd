export { OrganizationPage as default } from '../../features/organization/organization-page'
