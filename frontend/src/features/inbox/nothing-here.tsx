import { useTranslation } from 'react-i18next'
import { paths } from '../../lib/paths'
import { ActionLink } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'

export function NothingHere({ filtered }: { filtered: boolean }) {
  const { t } = useTranslation('inbox')
  return (
    <EmptyState
      title={t(filtered ? 'empty.filteredTitle' : 'empty.title')}
      actions={
        filtered ? (
          <ActionLink to={paths.inbox}>{t('empty.showAll')}</ActionLink>
        ) : (
          <ActionLink to={paths.notices}>{t('empty.search')}</ActionLink>
        )
      }
    >
      {t(filtered ? 'empty.filtered' : 'empty.text')}
    </EmptyState>
  )
}
