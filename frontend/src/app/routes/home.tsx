export { HomePage as default } from '../../features/search/home-page'
