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

/** Who can sign and who cannot is one question to the server; only federations are a kind of their own. */
export function toQuery({ kind, ...ask }: OrganizationSearch): OrganizationQuery {
  const [only] = kind
  const legalPerson = only === 'LEGAL_PERSON' ? true : only === 'FILED_GROUP' ? false : null
  return present({ ...ask, legalPerson, kind: only === 'FEDERATION' ? kind : [] }) as OrganizationQuery
}
