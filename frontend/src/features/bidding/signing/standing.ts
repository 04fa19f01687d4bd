import type { KnownKey } from '../../../api/types'
import { ofBase64, sha256Hex } from '../../../lib/bytes'
import { isUnsupported } from '../give/proven-holders'
import type { Proved } from '../opening/chain'

/** Whether an act on a key stands in the ledger: proved here, not entered at all, not what the list says, or nothing this browser can tell. */
export type Standing = { state: 'PROVED'; index: number } | { state: 'MISSING' | 'WRONG' | 'UNKNOWN' }

export type KeyAct = 'SIGNING_KEY_ENROLLED' | 'SIGNING_KEY_REVOKED'

/** Holds a receipt to what the list says of the key: same key, same point, of this body, at this place. */
export async function standingOf(
  receipt: string | null,
  kind: KeyAct,
  key: KnownKey,
  organization: string,
  proved: Proved,
): Promise<Standing> {
  const place = kind === 'SIGNING_KEY_ENROLLED' ? key.enrolment : key.revocation
  if (place === null) return { state: 'MISSING' }
  try {
    const act = await proved(receipt ?? '')
    if (act === null || act.index !== place) return { state: 'WRONG' }
    const said = JSON.parse(new TextDecoder().decode(act.act)) as Record<string, unknown>
    const point = ofBase64(String(said.pub))
    const same =
      said.kind === kind &&
      said.subject === key.id &&
      said.body === organization &&
      point !== null &&
      (await sha256Hex(point)) === key.fingerprint
    return same ? { state: 'PROVED', index: act.index } : { state: 'WRONG' }
  } catch (failure) {
    if (!isUnsupported(failure)) throw failure
    return { state: 'UNKNOWN' }
  }
}
