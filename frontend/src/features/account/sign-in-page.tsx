import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import type { Me } from '../../api/types'
import { ownAddress, paths } from '../../lib/paths'
import { Page } from '../../ui/page'
import { DemoAccounts } from './demo-accounts'
import styles from './sign-in.module.css'
import { SignInForm } from './sign-in-form'
import { hasRole } from './use-me'

/** Registrars come to work through what waits for them. */
const landingOf = (who: Me) => (hasRole(who, 'REGISTRAR') ? paths.worklist : paths.home)

export default function SignInPage() {
  const { t } = useTranslation('account')
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const back = (who: Me) =>
    navigate(params.has('back') ? ownAddress(params.get('back')) : landingOf(who), { replace: true })
  return (
    <Page title={t('title')}>
      <div className={styles.page}>
        <header>
          <h1>{t('title')}</h1>
          <p>{t('lead')}</p>
        </header>
        <SignInForm onDone={back} />
        <DemoAccounts onDone={back} />
      </div>
    </Page>
  )
}
