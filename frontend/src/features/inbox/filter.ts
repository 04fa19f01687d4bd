import type { InboxItem } from '../../api/types'
import { oneOf } from '../../lib/search-params'

export type InboxKind = InboxItem['kind']
export const KINDS = [
  'match',
  'notice',
  'correction',
  'deadline',
  'bid',
  'opening',
  'evaluation',
] as const satisfies readonly InboxKind[]

export interface InboxFilter {
  unread: boolean
  kind: InboxKind | null
}

export const readFilter = (params: URLSearchParams): InboxFilter => ({
  unread: params.get('unread') === 'true',
  kind: oneOf(params, 'kind', KINDS),
})
