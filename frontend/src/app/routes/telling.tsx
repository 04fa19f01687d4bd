export { TellingPage as default } from '../../features/matching/telling-page'
