import { hex } from '../../lib/bytes'
import { EVENTS, OPENED } from './boxes'
import { SEALED } from './calls'
import type { Entered } from './entered'
import type { BundleFault } from './faults'
import type { Verifier } from './note'
import { checkReceipt, commitmentOf, type Receipt } from './receipt'
import { members, type Said, text } from './said'

interface Bundled {
  purchase: string
  /** Entries under its head. */
  size: number
  trusted: Verifier
  /** Kinds of acts of no purchase. */
  ofNobody: readonly string[]
  /** Kinds of acts that nobody is told before something is opened or awarded. */
  blinded: readonly string[]
}

/**
 * Holds a bundle against receipts that somebody kept: whoever rewrites the ledger and signs it again agrees with itself, but not with what
 * it gave out before.
 */
export async function checkKept(
  kept: Receipt[],
  acts: Entered[],
  bundle: Bundled,
  found: (fault: BundleFault, where: string) => void,
) {
  for (const receipt of kept) {
    const fault = await faultOf(receipt, acts, bundle)
    if (fault !== null) found(fault, `kept/${receipt.index}`)
  }
}

async function faultOf(receipt: Receipt, acts: Entered[], bundle: Bundled): Promise<BundleFault | null> {
  if ((await checkReceipt(receipt, bundle.trusted)).fault !== null) return 'RECEIPT'
  const said = members(receipt.act)
  const kind = text(said, 'kind') ?? ''
  const ofNobody = bundle.ofNobody.includes(kind)
  if (!ofNobody && text(said, 'purchase') !== bundle.purchase) return 'OTHER_PURCHASE'
  if (receipt.index >= bundle.size) return 'UNKNOWN'
  const there = acts.find((act) => act.receipt.index === receipt.index)
  if (there !== undefined) return there.commitment === hex(await commitmentOf(receipt)) ? null : 'KEPT_DIFFERS'
  return ofNobody || (bundle.blinded.includes(kind) && !isRevealed(kind, said, acts)) ? 'UNKNOWN' : 'KEPT_DIFFERS'
}

function isRevealed(kind: string, said: Said, acts: Entered[]): boolean {
  const lot = text(said, kind === SEALED ? 'subject' : 'lot')
  return acts.some((act) => {
    if (kind === 'SCORES_SIGNED') return act.kind === 'AWARDED' && text(act.said, 'subject') === lot
    const opened = act.kind === OPENED && text(act.said, 'lot') === lot
    return opened && (!EVENTS.includes(kind) || text(act.said, 'stage') !== 'NONE')
  })
}
