import { useTranslation } from 'react-i18next'
import { paths } from '../lib/paths'
import { ActionLink } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { Page } from '../ui/page'

export function NotFound() {
  const { t } = useTranslation()
  return (
    <Page title={t('errors.notFoundTitle')}>
      <h1 className="visually-hidden">{t('errors.notFoundTitle')}</h1>
      <EmptyState
        title={t('errors.notFoundTitle')}
        actions={
          <>
            <ActionLink to={paths.notices}>{t('errors.goSearch')}</ActionLink>
            <ActionLink to={paths.home} weight="ghost">
              {t('home')}
            </ActionLink>
          </>
        }
      >
        {t('errors.notFound')}
      </EmptyState>
    </Page>
  )
}
