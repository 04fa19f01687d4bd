import { useTranslation } from 'react-i18next'
import { type Language, language } from './i18n'

/** The chosen language; who uses it is drawn again when it changes. */
export function useLanguage(): Language {
  useTranslation()
  return language()
}
