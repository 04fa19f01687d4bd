import type { OrganizationQuery } from '../../api/types'
import { list, manyOf, oneOf, present, text, write } from '../../lib/search-params'

export const FORMS = ['ASSOCIATION', 'SERVICE_INSTITUTION', 'FOUNDATION'] as const
export const GRADES = ['A5', 'A4', 'A3', 'A2', 'A1'] as const
export const KINDS = ['LEGAL_PERSON', 'FEDERATION', 'FILED_GROUP'] as const
export const STANDINGS = [
  'NORMAL',
  'ABNORMAL',
  'SERIOUS',
  'SUSPENDED',
  'LIQUIDATING',
  'CANCELLED',
  'ACTIVE',
  'LAPSED',
  'DORMANT',
  'REVOKED',
  'UNKNOWN',
] as const
export const SORTS = ['relevance', 'region', 'name', 'grade'] as const

export interface OrganizationSearch {
  q: string
  kind: (typeof KINDS)[number][]
  region: string[]
  category: string[]
  legalForm: (typeof FORMS)[number][]
  minGrade: (typeof GRADES)[number] | null
  status: (typeof STANDINGS)[number][]
  federated: 'true' | 'false' | null
  /** Members of this federation alone. */
  federation: string[]
  sort: (typeof SORTS)[number] | null
}

export const readOrganizationSearch = (params: URLSearchParams): OrganizationSearch => ({
  q: text(params, 'q'),
  kind: manyOf(params, 'kind', KINDS),
  region: list(params, 'region', /^\d{2,12}$/),
  category: list(params, 'category', /^[AB][\d-]{0,7}$/),
  legalForm: manyOf(params, 'legalForm', FORMS),
  minGrade: oneOf(params, 'minGrade', GRADES),
  status: manyOf(params, 'status', STANDINGS),
  federated: oneOf(params, 'federated', ['true', 'false']),
  federation: list(params, 'federation', /^[\da-f-]{36}$/),
  sort: oneOf(params, 'sort', SORTS),
})

export const writeOrganizationSearch = (ask: Partial<OrganizationSearch>) => write({ ...ask })

export const toQuery = ({ federated, ...ask }: OrganizationSearch): OrganizationQuery =>
  present({ ...ask, federated: federated === null ? null : federated === 'true' }) as OrganizationQuery
