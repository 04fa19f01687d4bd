import { useTranslation } from 'react-i18next'
import type { RegistryFact } from '../../api/types'
import { date } from '../../lib/format'
import { useLanguage } from '../../lib/use-language'
import styles from './organization.module.css'

/** Where a fact comes from and since when the platform knows it. */
export function Known({ fact: { source, knownAt } }: { fact: RegistryFact }) {
  const { t } = useTranslation('organization')
  const language = useLanguage()
  return <small className={styles.known}>{t('known', { source, day: date(knownAt, language) })}</small>
}
