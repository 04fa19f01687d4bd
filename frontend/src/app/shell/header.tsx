import { useTranslation } from 'react-i18next'
import { Link, NavLink } from 'react-router'
import type { Me } from '../../api/types'
import { hasRole, isBody, isDepartment, isTold, useMe } from '../../features/account/use-me'
import { paths } from '../../lib/paths'
import { Menu } from '../../ui/menu'
import { Seal } from '../../ui/seal'
import { AccountMenu } from './account-menu'
import { DisplayMenu, ElderSwitch } from './display-menu'
import { LanguageSwitch } from './language-switch'
import styles from './shell.module.css'
import { UnreadCount } from './unread-count'

/** Each side of a membership knows the page by another name. */
function sideOf(who: Me | null | undefined) {
  if (hasRole(who, 'REGISTRAR')) return 'street'
  return hasRole(who, 'FEDERATION_STAFF') ? 'federation' : 'member'
}

export function Header() {
  const { t } = useTranslation()
  const who = useMe()
  const group = hasRole(who, 'GROUP_CONTACT')
  const dossier = <NavLink to={paths.ownDossier}>{t('nav.dossier')}</NavLink>
  const registers = (
    <>
      <NavLink to={paths.organizations}>{t('nav.organizations')}</NavLink>
      <NavLink to={paths.federations}>{t('nav.federations')}</NavLink>
      <NavLink to={paths.indicators}>{t('nav.indicators')}</NavLink>
    </>
  )
  return (
    <header className={styles.header}>
      <div className={styles.bar}>
        <Link to={paths.home} className={styles.brand}>
          <Seal />
          {t('brand')}
        </Link>
        <nav className={styles.nav} aria-label={t('nav.label')}>
          <NavLink to={paths.notices}>{t('nav.notices')}</NavLink>
          {!who && registers}
          {isDepartment(who) && <NavLink to={paths.purchases}>{t('nav.purchases')}</NavLink>}
          {(isDepartment(who) || hasRole(who, 'SUPERVISOR', 'PLATFORM_ADMIN')) && (
            <NavLink to={paths.keys}>{t('nav.keys')}</NavLink>
          )}
          {hasRole(who, 'SUPERVISOR', 'PLATFORM_ADMIN') && <NavLink to={paths.pool}>{t('nav.pool')}</NavLink>}
          {hasRole(who, 'EVALUATOR') && <NavLink to={paths.seats}>{t('nav.evaluations')}</NavLink>}
          {isBody(who) && <NavLink to={paths.opportunities}>{t('nav.opportunities')}</NavLink>}
          {(isTold(who) || hasRole(who, 'REGISTRAR')) && <NavLink to={paths.worklist}>{t('nav.worklist')}</NavLink>}
          {(isBody(who) || hasRole(who, 'REGISTRAR')) && (
            <NavLink to={paths.memberships}>{t(`nav.memberships.${sideOf(who)}`)}</NavLink>
          )}
          {isBody(who) && !group && dossier}
          {hasRole(who, 'REGISTRAR') && <NavLink to={paths.registry}>{t('nav.registry')}</NavLink>}
          {isTold(who) && (
            <NavLink to={paths.inbox}>
              {t('nav.inbox')}
              <UnreadCount />
            </NavLink>
          )}
          {hasRole(who, 'REGISTRAR') && <NavLink to={paths.filings}>{t('nav.filings')}</NavLink>}
          {group && <NavLink to={paths.consents()}>{t('nav.consents')}</NavLink>}
          {hasRole(who, 'PLATFORM_ADMIN') && <NavLink to={paths.operations}>{t('nav.operations')}</NavLink>}
          {/* The bar is one line: what is rarely asked for leaves the room to one's own pages. */}
          {who && (
            <Menu label={t('nav.more')}>
              {() => (
                <div className={styles.more}>
                  {registers}
                  {group && dossier}
                  {group && <NavLink to={paths.ownFiling}>{t('nav.ownFiling')}</NavLink>}
                </div>
              )}
            </Menu>
          )}
        </nav>
        <div className={styles.tools}>
          <ElderSwitch />
          <DisplayMenu />
          {/* Those who have signed in have found their language; theirs is the room for their own pages. */}
          {!who && (
            <span className={styles.wide}>
              <LanguageSwitch />
            </span>
          )}
          <AccountMenu />
        </div>
      </div>
    </header>
  )
}
