export { SupervisorsPage as default } from '../../features/operations/supervisors-page'
