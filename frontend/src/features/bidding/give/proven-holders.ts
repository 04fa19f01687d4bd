import { answer, api } from '../../../lib/api'
import { type Bytes, base64 } from '../../../lib/bytes'
import type { Proved } from '../opening/chain'
import { type Member, readKeyset } from '../seal/keyset'
import { sendBytes } from '../send-bytes'

/** By what a bidder knows whose keys a lot's are. */
export interface Trust {
  /** The department that buys. */
  department: string
  proved: Proved
}

/**
 * To whom a bid is sealed.
 *
 * @param proven false where this browser cannot verify signatures of the ledger (Ed25519 is young)
 */
export interface Holders {
  document: Bytes
  keys: number
  proven: boolean
}

/** Somebody has put in a key that the ledger does not know as one of its group. */
export class UnprovenKey extends Error {}

/**
 * Freezes the lot's holders when nobody has. Every key of theirs must stand in the ledger as one of its group, where its owner and
 * everybody else would see a false one (security.md 3.2); fails with {@link UnprovenKey} otherwise.
 */
export async function provenHolders(lot: string, trust: Trust): Promise<Holders> {
  const response = await sendBytes('POST', `/api/lots/${lot}/keyset`, null)
  const document = new Uint8Array(await response.arrayBuffer())
  const { groups } = await readKeyset(document)
  const keys = groups.reduce((sum, { members }) => sum + members.length, 0)
  const { items } = await answer(api.GET('/api/lots/{id}/keyset/receipts', { params: { path: { id: lot } } }))
  const receipts = new Map(items.map(({ kid, receipt }) => [kid, receipt]))
  try {
    for (const group of groups) {
      for (const member of group.members) {
        const act = await trust.proved(receipts.get(member.kid) ?? '')
        if (act === null || !isOf(act, group.id, member, trust.department)) throw new UnprovenKey(member.kid)
      }
    }
  } catch (failure) {
    if (!isUnsupported(failure)) throw failure
    return { document, keys, proven: false }
  }
  return { document, keys, proven: true }
}

function isOf(act: Bytes, group: string, { kid, pub }: Member, department: string): boolean {
  const said = JSON.parse(new TextDecoder().decode(act)) as Record<string, unknown>
  return (
    said.kind === 'KEY_ENROLLED' &&
    said.group === group &&
    said.kid === kid &&
    said.pub === base64(pub) &&
    (group !== 'department' || said.department === department)
  )
}

const isUnsupported = (failure: unknown) => failure instanceof DOMException && failure.name === 'NotSupportedError'
