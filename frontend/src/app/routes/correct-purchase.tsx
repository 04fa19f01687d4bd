export { CorrectPage as default } from '../../features/drafting/correct-page'
