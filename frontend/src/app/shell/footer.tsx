import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../lib/paths'
import styles from './shell.module.css'

export function Footer({ onKeys }: { onKeys: () => void }) {
  const { t } = useTranslation()
  return (
    <footer className={styles.footer}>
      <div>
        <p>{t('footer.about')}</p>
        <p>{t('footer.limit')}</p>
        <ul>
          <li>
            <button type="button" className={styles.tool} onClick={onKeys}>
              {t('footer.keys')}
            </button>
          </li>
          <li>
            <Link to={paths.verify()}>{t('footer.verify')}</Link>
          </li>
          <li>{t('footer.zone')}</li>
        </ul>
      </div>
    </footer>
  )
}
