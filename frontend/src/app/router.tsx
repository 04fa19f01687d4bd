import { createBrowserRouter, type RouteObject } from 'react-router'
import { Crash } from './crash'
import { featureRoutes } from './feature-routes'
import { page } from './lazy-page'
import { NotFound } from './not-found'
import { Shell } from './shell/shell'
import { Waiting } from './waiting'

const publicRoutes: RouteObject[] = [
  { index: true, lazy: page(() => import('./routes/home'), ['search']) },
  { path: 'notices', lazy: page(() => import('./routes/notices'), ['search', 'matching']) },
  { path: 'notices/:id', lazy: page(() => import('./routes/notice'), ['notice', 'matching', 'opening', 'correction']) },
  { path: 'organizations', lazy: page(() => import('./routes/organizations'), ['organization']) },
  { path: 'organizations/:id', lazy: page(() => import('./routes/organization'), ['organization']) },
  { path: 'federations', lazy: page(() => import('./routes/federations'), ['organization']) },
  { path: 'federations/:id', lazy: page(() => import('./routes/organization'), ['organization']) },
  { path: 'lots/:id/opening', lazy: page(() => import('./routes/opening'), ['opening', 'holding']) },
  { path: 'indicators', lazy: page(() => import('./routes/indicators'), ['indicators']) },
  { path: 'lots/:id/result', lazy: page(() => import('./routes/lot-result'), ['evaluation']) },
  { path: 'verify', lazy: page(() => import('../features/ledger/verify-page'), ['ledger']) },
  { path: 'activate', lazy: page(() => import('../features/account/activate-page'), ['account']) },
  { path: 'sign-in', lazy: page(() => import('../features/account/sign-in-page'), ['account']) },
]

export const routes: RouteObject[] = [
  {
    element: <Shell />,
    errorElement: <Crash bare />,
    hydrateFallbackElement: <Waiting />,
    children: [
      {
        errorElement: <Crash />,
        children: [...publicRoutes, ...featureRoutes, { path: '*', element: <NotFound /> }],
      },
    ],
  },
]

export const newRouter = () => createBrowserRouter(routes)
