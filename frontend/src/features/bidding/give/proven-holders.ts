import { answer, api } from '../../../lib/api'
import { type Bytes, base64, sha256Hex } from '../../../lib/bytes'
import type { Proved, ProvedAct } from '../opening/chain'
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

/** Somebody has put in a key that the ledger does not know as one of its group, or other holders than it knows of. */
export class UnprovenKey extends Error {}

/**
 * Freezes the lot's holders when nobody has. Their document must stand in the ledger, and every key of theirs as one of its group, where its
 * owner and everybody else would see a false one (security.md 3.2), and as one that had not been revoked; fails with {@link UnprovenKey}
 * otherwise.
 */
export async function provenHolders(lot: string, trust: Trust): Promise<Holders> {
  const response = await sendBytes('POST', `/api/lots/${lot}/keyset`, null)
  const document = new Uint8Array(await response.arrayBuffer())
  const { groups } = await readKeyset(document)
  const keys = groups.reduce((sum, { members }) => sum + members.length, 0)
  const { items, keyset } = await answer(api.GET('/api/lots/{id}/keyset/receipts', { params: { path: { id: lot } } }))
  const receipts = new Map(items.map(({ kid, receipt }) => [kid, receipt]))
  try {
    const enrolled: string[] = []
    for (const group of groups) {
      for (const member of group.members) {
        const proved = await trust.proved(receipts.get(member.kid) ?? '')
        if (proved === null || !isOf(proved, group.id, member, trust.department)) throw new UnprovenKey(member.kid)
        enrolled.push(proved.commitment)
      }
    }
    if (!restsOn(await trust.proved(keyset), lot, await sha256Hex(document), enrolled)) throw new UnprovenKey(lot)
  } catch (failure) {
    if (!isUnsupported(failure)) throw failure
    return { document, keys, proven: false }
  }
  return { document, keys, proven: true }
}

const saidBy = ({ act }: ProvedAct) => JSON.parse(new TextDecoder().decode(act)) as Record<string, unknown>

/** Whether this document was entered, and nothing was done to its keys between their enrolment and that; older acts do not say the latter. */
function restsOn(entered: ProvedAct | null, lot: string, digest: string, enrolled: string[]): boolean {
  if (entered === null) return false
  const { kind, lot: of, keyset, rests } = saidBy(entered)
  return (
    (kind === 'KEYSET_FROZEN' || kind === 'KEYSET_REPLACED') &&
    of === lot &&
    keyset === digest &&
    (!Array.isArray(rests) || rests.join() === enrolled.join())
  )
}

function isOf(proved: ProvedAct, group: string, { kid, pub }: Member, department: string): boolean {
  const said = saidBy(proved)
  return (
    said.kind === 'KEY_ENROLLED' &&
    said.group === group &&
    said.kid === kid &&
    said.pub === base64(pub) &&
    (group !== 'department' || said.department === department)
  )
}

/** Ed25519 is young: a browser that does not know it cannot verify signatures of the ledger. */
export const isUnsupported = (failure: unknown) =>
  failure instanceof DOMException && failure.name === 'NotSupportedError'
