export { ConfirmationsPage as default } from '../../features/registry/confirmations-page'
