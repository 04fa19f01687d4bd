import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { paths } from '../../lib/paths'
import { ActionLink } from '../../ui/button'
import { Panel } from './may-i-bid'
import styles from './may-i-bid.module.css'

/** For a visitor: what signing in would tell. */
export function SignInFirst() {
  const { t } = useTranslation('matching')
  const { pathname } = useLocation()
  return (
    <Panel>
      <p className={styles.lead}>{t('may.visitor')}</p>
      <p className={styles.signIn}>
        <ActionLink to={paths.signIn(`${pathname}#may-i-bid`)}>{t('may.signIn')}</ActionLink>
      </p>
    </Panel>
  )
}
