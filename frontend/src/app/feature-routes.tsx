import type { RouteObject } from 'react-router'
import type { Role } from '../api/types'
import { BODY, DEPARTMENT } from '../features/account/use-me'
import { pageFor } from './lazy-page'

const OFFICER: Role[] = ['DEPARTMENT_OFFICER']
const ADMIN: Role[] = ['PLATFORM_ADMIN']

/** Pages behind a sign-in. Each comes lazily with its words. */
export const featureRoutes: RouteObject[] = [
  { path: 'purchases', lazy: pageFor(DEPARTMENT, () => import('./routes/purchases'), ['purchase']) },
  { path: 'purchases/new', lazy: pageFor(OFFICER, () => import('./routes/new-purchase'), ['drafting']) },
  { path: 'purchases/:id', lazy: pageFor(DEPARTMENT, () => import('./routes/purchase'), ['purchase']) },
  { path: 'purchases/:id/edit', lazy: pageFor(OFFICER, () => import('./routes/edit-purchase'), ['drafting']) },
  { path: 'opportunities', lazy: pageFor(BODY, () => import('./routes/opportunities'), ['feed', 'matching']) },
  { path: 'opportunities/telling', lazy: pageFor(BODY, () => import('./routes/telling'), ['feed']) },
  { path: 'inbox', lazy: pageFor([...BODY, ...DEPARTMENT], () => import('./routes/inbox'), ['inbox']) },
  { path: 'operations', lazy: pageFor(ADMIN, () => import('./routes/operations'), ['operations']) },
]
