import { useTranslation } from 'react-i18next'
import { Link, useLocation, useNavigate } from 'react-router'
import { useSignOut } from '../../features/account/sign-out'
import { useMe } from '../../features/account/use-me'
import { paths } from '../../lib/paths'
import { Button } from '../../ui/button'
import { cx } from '../../ui/cx'
import { Menu } from '../../ui/menu'
import { useToast } from '../../ui/toast'
import styles from './shell.module.css'

export function AccountMenu() {
  const { t } = useTranslation()
  const { pathname, search } = useLocation()
  const navigate = useNavigate()
  const say = useToast()
  const who = useMe()
  const signOut = useSignOut()
  if (who === undefined) return null
  if (who === null) {
    const back = pathname === '/sign-in' ? undefined : pathname + search
    return (
      <Link to={paths.signIn(back)} className={cx(styles.tool, styles.signIn)}>
        {t('account.signIn')}
      </Link>
    )
  }
  const leave = () =>
    signOut.mutate(undefined, {
      onSuccess: () => {
        say({ text: t('account.signedOut') })
        navigate(paths.home)
      },
    })
  return (
    <Menu label={who.account.displayName} title={t('account.menu')}>
      {() => (
        <div className={styles.who}>
          <p>
            {who.organization?.name ?? who.department?.name ?? who.account.displayName}
            <small>{who.account.roles.map((role) => t(`roles.${role}`)).join(t('errors.separator'))}</small>
          </p>
          <Button weight="ghost" busy={signOut.isPending} onClick={leave}>
            {t('account.signOut')}
          </Button>
        </div>
      )}
    </Menu>
  )
}
