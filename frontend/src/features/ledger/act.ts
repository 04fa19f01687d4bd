import type { Bytes } from '../../lib/bytes'

/** What the ledger says of a published notice. */
export interface PublishedNotice {
  kind: 'NOTICE_PUBLISHED' | 'NOTICE_CORRECTED'
  subject: string
  number: string
  publishedAt: string
  digest: string
}

/** Null for an act that this page does not know how to word. */
export function wordable(act: Bytes): PublishedNotice | null {
  try {
    const said: unknown = JSON.parse(new TextDecoder().decode(act))
    return isNotice(said) ? said : null
  } catch {
    return null
  }
}

const isNotice = (said: unknown): said is PublishedNotice =>
  typeof said === 'object' &&
  said !== null &&
  'kind' in said &&
  (said.kind === 'NOTICE_PUBLISHED' || said.kind === 'NOTICE_CORRECTED') &&
  ['subject', 'number', 'publishedAt', 'digest'].every((name) => typeof Reflect.get(said, name) === 'string')
