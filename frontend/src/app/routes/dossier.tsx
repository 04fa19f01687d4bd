export { DossierPage as default } from '../../features/registry/dossier-page'
