import type { RouteObject } from 'react-router'

/**
 * Pages behind a sign-in. Each comes lazily with its words:
 * `{ path: 'inbox', lazy: pageFor(BODY, () => import('./routes/inbox'), ['inbox']) }`.
 */
export const featureRoutes: RouteObject[] = []
