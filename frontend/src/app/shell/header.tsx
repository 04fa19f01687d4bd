import { useTranslation } from 'react-i18next'
import { Link, NavLink } from 'react-router'
import { hasRole, isBody, isDepartment, useMe } from '../../features/account/use-me'
import { paths } from '../../lib/paths'
import { Seal } from '../../ui/seal'
import { AccountMenu } from './account-menu'
import { DisplayMenu, ElderSwitch } from './display-menu'
import { LanguageSwitch } from './language-switch'
import styles from './shell.module.css'
import { UnreadCount } from './unread-count'

export function Header() {
  const { t } = useTranslation()
  const who = useMe()
  return (
    <header className={styles.header}>
      <div className={styles.bar}>
        <Link to={paths.home} className={styles.brand}>
          <Seal />
          {t('brand')}
        </Link>
        <nav className={styles.nav} aria-label={t('nav.label')}>
          <NavLink to={paths.notices}>{t('nav.notices')}</NavLink>
          <NavLink to={paths.organizations}>{t('nav.organizations')}</NavLink>
          <NavLink to={paths.federations}>{t('nav.federations')}</NavLink>
          {isDepartment(who) && <NavLink to={paths.purchases}>{t('nav.purchases')}</NavLink>}
          {isBody(who) && <NavLink to={paths.opportunities}>{t('nav.opportunities')}</NavLink>}
          {(isBody(who) || isDepartment(who)) && (
            <NavLink to={paths.inbox}>
              {t('nav.inbox')}
              <UnreadCount />
            </NavLink>
          )}
          {hasRole(who, 'PLATFORM_ADMIN') && <NavLink to={paths.operations}>{t('nav.operations')}</NavLink>}
        </nav>
        <div className={styles.tools}>
          <ElderSwitch />
          <DisplayMenu />
          <span className={styles.wide}>
            <LanguageSwitch />
          </span>
          <AccountMenu />
        </div>
      </div>
    </header>
  )
}
