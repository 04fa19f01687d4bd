import type { OrganizationQuery } from '../../api/types'
import { list, manyOf, oneOf, present, text, write } from '../../lib/search-params'

export const FORMS = ['ASSOCIATION', 'SERVICE_INSTITUTION', 'FOUNDATION'] as const
export const GRADES = ['A5', 'A4', 'A3', 'A2', 'A1'] as const
export const KINDS = ['LEGAL_PERSON', 'FEDERATION', 'FILED_GROUP'] as const
export type Kind = (typeof KINDS)[number]

export interface OrganizationSearch {
  q: string
  kind: Kind[]
  region: string[]
  legalForm: (typeof FORMS)[number][]
  minGrade: (typeof GRADES)[number] | null
}

export const readOrganizationSearch = (params: URLSearchParams): OrganizationSearch => ({
  q: text(params, 'q'),
  kind: manyOf(params, 'kind', KINDS),
  region: list(params, 'region', /^\d{2,12}$/),
  legalForm: manyOf(params, 'legalForm', FORMS),
  minGrade: oneOf(params, 'minGrade', GRADES),
})

export const writeOrganizationSearch = (ask: Partial<OrganizationSearch>) => write({ ...ask })

export const toQuery = (ask: OrganizationSearch) => present({ ...ask }) as OrganizationQuery
