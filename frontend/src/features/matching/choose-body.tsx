import { useTranslation } from 'react-i18next'
import { paths } from '../../lib/paths'
import { ActionLink } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { Page } from '../../ui/page'

/** Where nobody was named: whose verdicts one wants to see, and where to find it. */
export function ChooseBody() {
  const { t } = useTranslation('eligibility')
  return (
    <Page title={t('choose')}>
      <EmptyState title={t('choose')} actions={<ActionLink to={paths.organizations}>{t('chooseFrom')}</ActionLink>}>
        {t('chooseHow')}
      </EmptyState>
    </Page>
  )
}
