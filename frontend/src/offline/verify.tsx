import '../ui/tokens.css'
import '../ui/base.css'
import i18next from 'i18next'
import { createRoot } from 'react-dom/client'
import { initReactI18next, useTranslation } from 'react-i18next'
import { ActCard } from '../features/ledger/act-card'
import styles from '../features/ledger/verify.module.css'
import { VerifyForm } from '../features/ledger/verify-form'
import commonEn from '../locales/en/common.json'
import ledgerEn from '../locales/en/ledger.json'
import commonZh from '../locales/zh-CN/common.json'
import ledgerZh from '../locales/zh-CN/ledger.json'
import { Button } from '../ui/button'

/** The verifier as one file: it asks nobody for anything, so that it can be kept and used for years, without the platform. */
function Verifier() {
  const { t, i18n } = useTranslation('ledger')
  const other = i18n.language === 'en' ? 'zh-CN' : 'en'
  const change = async () => {
    await i18n.changeLanguage(other)
    name(other)
  }
  return (
    <main className={styles.alone}>
      <header className={styles.aloneHead}>
        <h1>{t('title')}</h1>
        <Button weight="quiet" lang={other} onClick={change}>
          {other === 'en' ? 'English' : '中文'}
        </Button>
      </header>
      <p className={styles.lead}>{t('offline.lead')}</p>
      <VerifyForm keyHint={t('offline.keyHint')} about={(act) => <ActCard act={act} />} />
    </main>
  )
}

function name(language: string) {
  document.documentElement.lang = language
  document.title = i18next.t('title', { ns: 'ledger' })
}

const language = navigator.language.startsWith('zh') ? 'zh-CN' : 'en'
await i18next.use(initReactI18next).init({
  lng: language,
  fallbackLng: false,
  defaultNS: 'common',
  resources: {
    'zh-CN': { common: commonZh, ledger: ledgerZh },
    en: { common: commonEn, ledger: ledgerEn },
  },
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
})
name(language)
const root = document.getElementById('root')
if (root !== null) createRoot(root).render(<Verifier />)
