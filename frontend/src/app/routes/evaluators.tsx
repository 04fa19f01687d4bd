import { Navigate, useRoutes } from 'react-router'
import { hasRole, useMe } from '../../features/account/use-me'
import { EntryPage } from '../../features/pool/entry-page'
import { EditEntryPage, NewEntryPage } from '../../features/pool/entry-pages'
import { PoolPage } from '../../features/pool/list-page'
import { OwnEntryPage } from '../../features/pool/own-page'
import { paths } from '../../lib/paths'
import { PROVINCE } from '../../lib/reference'

const EXPERT = ['EXPERT'] as const
const OWN = ['INTERNAL', 'RESIDENT'] as const

/** The pool: one address for who keeps it, one entry for each who is in it. */
export default function EvaluatorsRoute() {
  const who = useMe()
  const experts = hasRole(who, 'SUPERVISOR', 'PLATFORM_ADMIN')
  const keeps = experts || hasRole(who, 'DEPARTMENT_OFFICER')
  const kinds = experts ? EXPERT : OWN
  const region = who?.region?.code ?? (experts ? PROVINCE : (who?.department?.regionCode ?? ''))
  return useRoutes(
    keeps
      ? [
          { index: true, element: <PoolPage region={region} experts={experts} /> },
          { path: 'new', element: <NewEntryPage kinds={kinds} region={region} /> },
          { path: ':id', element: <EntryPage /> },
          { path: ':id/edit', element: <EditEntryPage kinds={kinds} region={region} /> },
        ]
      : [
          { path: 'own', element: <OwnEntryPage /> },
          { path: '*', element: <Navigate to={paths.ownPoolEntry} replace /> },
        ],
  )
}
