export { MandatePage as default } from '../../features/federation/mandate-page'
