import './ui/tokens.css'
import './ui/modes.css'
import './ui/base.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/app'
import { startLanguage } from './lib/i18n'

await startLanguage()
const root = document.getElementById('root')
if (root !== null) createRoot(root).render(<App />)
