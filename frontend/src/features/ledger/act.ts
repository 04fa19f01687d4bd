import type { LedgerEntry } from '../../api/types'
import type { Bytes } from '../../lib/bytes'
import { members, text } from './said'

export type ActKind = LedgerEntry['kind']

/** What the ledger says of a published notice. */
export interface PublishedNotice {
  kind: 'NOTICE_PUBLISHED' | 'NOTICE_CORRECTED'
  subject: string
  number: string
  publishedAt: string
  digest: string
}

/** Null for an act of another kind. */
export function publishedNotice(act: Bytes): PublishedNotice | null {
  try {
    const said: unknown = JSON.parse(new TextDecoder().decode(act))
    return isNotice(said) ? said : null
  } catch {
    return null
  }
}

/** Of which kind it says that it is; null for what is no act. */
export const kindOf = (act: Bytes) => text(members(act), 'kind')

const isNotice = (said: unknown): said is PublishedNotice =>
  typeof said === 'object' &&
  said !== null &&
  'kind' in said &&
  (said.kind === 'NOTICE_PUBLISHED' || said.kind === 'NOTICE_CORRECTED') &&
  ['subject', 'number', 'publishedAt', 'digest'].every((name) => typeof Reflect.get(said, name) === 'string')
