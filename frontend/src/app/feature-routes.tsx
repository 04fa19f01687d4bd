import type { RouteObject } from 'react-router'
import type { Role } from '../api/types'
import { BODY, DEPARTMENT, PERSON } from '../features/account/use-me'
import { pageFor } from './lazy-page'

const OFFICER: Role[] = ['DEPARTMENT_OFFICER']
const SIDES: Role[] = [...BODY, 'REGISTRAR']
const MEMBER: Role[] = ['ORGANIZATION_AGENT', 'GROUP_CONTACT']
const ASKING: Role[] = [...BODY, ...DEPARTMENT, 'SUPERVISOR', 'REGISTRAR']
const CONTACT: Role[] = ['GROUP_CONTACT']
const BIDDING: Role[] = [...BODY, ...DEPARTMENT, 'SUPERVISOR']
const HOLDERS: Role[] = [...DEPARTMENT, 'SUPERVISOR', 'PLATFORM_ADMIN']
const BIDDER: Role[] = ['ORGANIZATION_AGENT', 'FEDERATION_STAFF']
const ANSWERING: Role[] = ['GROUP_CONTACT', 'FEDERATION_STAFF', 'ORGANIZATION_AGENT']
const ADMIN: Role[] = ['PLATFORM_ADMIN']
const SUPERVISING: Role[] = [...DEPARTMENT, 'SUPERVISOR']
const EVALUATOR: Role[] = ['EVALUATOR']
const POOL: Role[] = ['DEPARTMENT_OFFICER', 'SUPERVISOR', 'PLATFORM_ADMIN', 'EVALUATOR']
const REGISTRAR: Role[] = ['REGISTRAR']
const TOLD: Role[] = [...BODY, ...DEPARTMENT, ...PERSON]

/** Pages behind a sign-in. Each comes lazily with its words. */
export const featureRoutes: RouteObject[] = [
  { path: 'purchases', lazy: pageFor(DEPARTMENT, () => import('./routes/purchases'), ['purchase']) },
  { path: 'purchases/new', lazy: pageFor(OFFICER, () => import('./routes/new-purchase'), ['drafting']) },
  {
    path: 'purchases/:id',
    lazy: pageFor(DEPARTMENT, () => import('./routes/purchase'), [
      'purchase',
      'drafting',
      'official',
      'portal-result',
      'opening',
      'correction',
      'holding',
    ]),
  },
  {
    path: 'purchases/:id/edit',
    lazy: pageFor(OFFICER, () => import('./routes/edit-purchase'), ['drafting', 'holding', 'official']),
  },
  {
    path: 'purchases/:id/correct',
    lazy: pageFor(OFFICER, () => import('./routes/correct-purchase'), ['drafting', 'correction', 'official']),
  },
  { path: 'opportunities', lazy: pageFor(BODY, () => import('./routes/opportunities'), ['feed', 'matching']) },
  { path: 'opportunities/telling', lazy: pageFor(BODY, () => import('./routes/telling'), ['feed']) },
  { path: 'memberships', lazy: pageFor(SIDES, () => import('./routes/memberships'), ['federation']) },
  { path: 'memberships/:id/mandate', lazy: pageFor(MEMBER, () => import('./routes/mandate'), ['federation']) },
  {
    path: 'memberships/:id/agreements',
    lazy: pageFor(SIDES, () => import('./routes/agreements'), ['federation']),
  },
  {
    path: 'federations/:id/closing',
    lazy: pageFor(REGISTRAR, () => import('./routes/close-federation'), ['federation']),
  },
  { path: 'federations/new', lazy: pageFor(REGISTRAR, () => import('./routes/new-federation'), ['federation']) },
  {
    path: 'lots/:id/eligibility',
    lazy: pageFor(ASKING, () => import('./routes/eligibility'), ['matching', 'eligibility']),
  },
  {
    path: 'lots/:id/before-bidding',
    lazy: pageFor(BIDDING, () => import('./routes/before-bidding'), ['contest', 'matching', 'eligibility']),
  },
  {
    path: 'lots/:id/bid',
    lazy: pageFor(BIDDER, () => import('./routes/give-bid'), ['bid', 'roster', 'consortium', 'opening', 'holding']),
  },
  { path: 'bids', lazy: pageFor(BIDDER, () => import('./routes/give-bid'), ['bid']) },
  { path: 'bids/:id/receipt', lazy: pageFor(BIDDER, () => import('./routes/bid-receipt'), ['bid']) },
  { path: 'lots/:id/consortium', lazy: pageFor(BIDDER, () => import('./routes/consortium'), ['consortium']) },
  { path: 'consents', lazy: pageFor(CONTACT, () => import('./routes/consents'), ['roster']) },
  { path: 'lots/:id/consents', lazy: pageFor(ANSWERING, () => import('./routes/lot-consents'), ['roster']) },
  {
    path: 'lots/:id/evaluation',
    lazy: pageFor(SUPERVISING, () => import('./routes/evaluation'), ['evaluation', 'opening', 'official']),
  },
  {
    path: 'lots/:id/portal-result',
    lazy: pageFor(DEPARTMENT, () => import('./routes/portal-result'), ['portal-result', 'official']),
  },
  { path: 'lots/:id/debrief', lazy: pageFor(BIDDER, () => import('./routes/debrief'), ['evaluation', 'opening']) },
  { path: 'evaluators/*', lazy: pageFor(POOL, () => import('./routes/evaluators'), ['pool']) },
  { path: 'evaluations', lazy: pageFor(EVALUATOR, () => import('./routes/seats'), ['evaluation']) },
  { path: 'evaluations/:id', lazy: pageFor(EVALUATOR, () => import('./routes/desk'), ['evaluation']) },
  { path: 'inbox', lazy: pageFor(TOLD, () => import('./routes/inbox'), ['inbox']) },
  { path: 'dossier', lazy: pageFor(BODY, () => import('./routes/dossier'), ['registry']) },
  { path: 'registry', lazy: pageFor(REGISTRAR, () => import('./routes/registry'), ['registry']) },
  { path: 'registry/new', lazy: pageFor(REGISTRAR, () => import('./routes/new-organization'), ['registry']) },
  {
    path: 'registry/confirmations',
    lazy: pageFor(REGISTRAR, () => import('./routes/confirmations'), ['registry']),
  },
  { path: 'registry/:id', lazy: pageFor(REGISTRAR, () => import('./routes/kept-body'), ['registry']) },
  { path: 'registry/:id/edit', lazy: pageFor(REGISTRAR, () => import('./routes/edit-organization'), ['registry']) },
  {
    path: 'worklist',
    lazy: pageFor([...TOLD, 'REGISTRAR'], () => import('./routes/worklist'), ['worklist', 'registry']),
  },
  { path: 'filings', lazy: pageFor(REGISTRAR, () => import('./routes/filings'), ['filing']) },
  { path: 'filings/new', lazy: pageFor(REGISTRAR, () => import('./routes/new-filing'), ['filing']) },
  { path: 'filings/own', lazy: pageFor(CONTACT, () => import('./routes/own-filing'), ['filing']) },
  { path: 'filings/:id', lazy: pageFor(REGISTRAR, () => import('./routes/filing'), ['filing']) },
  {
    path: 'filings/:id/joining/:organization',
    lazy: pageFor(REGISTRAR, () => import('./routes/join-group'), ['registry', 'filing']),
  },
  {
    path: 'filings/:id/registration',
    lazy: pageFor(REGISTRAR, () => import('./routes/register-group'), ['registry', 'filing']),
  },
  { path: 'filings/:id/edit', lazy: pageFor(REGISTRAR, () => import('./routes/edit-filing'), ['filing']) },
  { path: 'registry/imports', lazy: pageFor(REGISTRAR, () => import('./routes/imports'), ['imports']) },
  { path: 'registry/imports/:id', lazy: pageFor(REGISTRAR, () => import('./routes/import'), ['imports']) },
  { path: 'keys', lazy: pageFor([...HOLDERS, ...BIDDER], () => import('./routes/keys'), ['keys', 'holding']) },
  { path: 'operations', lazy: pageFor(ADMIN, () => import('./routes/operations'), ['operations']) },
  {
    path: 'operations/supervisors',
    lazy: pageFor(ADMIN, () => import('./routes/supervisors'), ['operations']),
  },
]
