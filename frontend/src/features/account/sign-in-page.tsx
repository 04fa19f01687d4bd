import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { ownAddress } from '../../lib/paths'
import { Page } from '../../ui/page'
import { DemoAccounts } from './demo-accounts'
import styles from './sign-in.module.css'
import { SignInForm } from './sign-in-form'

export default function SignInPage() {
  const { t } = useTranslation('account')
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const back = () => navigate(ownAddress(params.get('back')), { replace: true })
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
