import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, useLocation } from 'react-router'
import type { Role } from '../api/types'
import { me } from '../features/account/queries'
import { hasRole } from '../features/account/use-me'
import { paths } from '../lib/paths'
import { ActionLink } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { Page } from '../ui/page'
import { Skeleton } from '../ui/skeleton'

/**
 * Lets in who holds one of the roles; the server decides again on every call. Where nobody can say who calls, the page says that the
 * service is not there: asking to sign in would send away those who are. Who was let in stays, with what is being typed.
 */
export function Gate({ roles, children }: { roles: Role[]; children: ReactNode }) {
  const { t } = useTranslation()
  const { pathname, search } = useLocation()
  const { data: who } = useQuery({ ...me, throwOnError: (_, { state }) => !state.data })
  if (who === undefined) return <Skeleton />
  if (who === null) return <Navigate to={paths.signIn(pathname + search)} replace />
  if (hasRole(who, ...roles)) return children
  const names = roles.map((role) => t(`roles.${role}`)).join(t('errors.separator'))
  return (
    <Page title={t('errors.forbiddenTitle')}>
      <EmptyState
        title={t('errors.forbiddenTitle')}
        actions={<ActionLink to={paths.signIn(pathname + search)}>{t('errors.otherAccount')}</ActionLink>}
      >
        {t('errors.forbidden', { roles: names })}
      </EmptyState>
    </Page>
  )
}
