export { SeatsPage as default } from '../../features/evaluation/seats-page'
