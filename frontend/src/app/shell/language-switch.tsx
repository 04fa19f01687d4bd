import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { chooseLanguage, language } from '../../lib/i18n'
import styles from './shell.module.css'

/** Switches in place; what the server words itself is fetched again in the new language. */
export function LanguageSwitch() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const other = language() === 'en' ? 'zh-CN' : 'en'
  const choose = async () => {
    await chooseLanguage(other)
    await queries.invalidateQueries()
  }
  return (
    <button type="button" className={styles.tool} lang={other} title={t('language.label')} onClick={choose}>
      {t('language.other')}
    </button>
  )
}
