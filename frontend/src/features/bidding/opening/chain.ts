import type { SealedBox } from '../../../api/types'
import { type Bytes, hex, joined, ofHex, sha256, utf8 } from '../../../lib/bytes'

/** What is not as it should be: the receipt, a link, the number of events, or the bidder's own bid. */
export type BoxFault = 'RECEIPT' | 'LINK' | 'COUNT' | 'OWN'

/** What the ledger holds, at which place, and what commits to it there, in hexadecimal digits. */
export interface ProvedAct {
  index: number
  act: Bytes
  commitment: string
}

/** Whether a receipt is the ledger's; its act, or null. */
export type Proved = (receipt: string) => Promise<ProvedAct | null>

/**
 * Makes the chain of a box again from its seed, and compares its end with what the ledger holds of the seal; null when the bidder's bid
 * lies in the box as it was given. The digest is of the manifest that the bidder gave.
 */
export async function checkBox(box: SealedBox, lot: string, own: string, proved: Proved): Promise<BoxFault | null> {
  const entered = await proved(box.receipt)
  if (entered === null) return 'RECEIPT'
  const sealed = JSON.parse(new TextDecoder().decode(entered.act)) as Record<string, unknown>
  if (sealed.kind !== 'BOX_SEALED' || sealed.subject !== lot || sealed.seed !== box.seed) return 'RECEIPT'
  let link = await sha256(ofHex(box.seed))
  for (const event of box.items) {
    const said = utf8(`${event.kind}|${event.envelope}|${event.at}`)
    link = await sha256(joined(utf8('goufu-box/1'), link, said, ofHex(event.manifest)))
    if (hex(link) !== event.link) return 'LINK'
  }
  if (sealed.link !== hex(link)) return 'LINK'
  if (sealed.events !== box.items.length) return 'COUNT'
  const last = box.items.findLast(({ envelope }) => envelope === own)
  return last === undefined || last.kind === 'BID_WITHDRAWN' ? 'OWN' : null
}
