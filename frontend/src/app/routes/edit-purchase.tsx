export { EditorPage as default } from '../../features/drafting/editor-page'
