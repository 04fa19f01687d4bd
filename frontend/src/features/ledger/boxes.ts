import { type Bytes, hex, joined, ofHex, sha256, utf8 } from '../../lib/bytes'
import { isBefore, isSameMoment, momentOf } from '../../lib/moments'
import { type Calls, SEALED } from './calls'
import type { Entered } from './entered'
import type { BundleFault } from './faults'
import { type BundledBid, RecordCheck, type Standing } from './records'
import { text, whole } from './said'
import { SignedActs } from './signed-acts'
import type { Files } from './zip'

type Found = (fault: BundleFault, where: string) => void

export const OPENED = 'OPENED'
/** By which an envelope comes into a box. */
export const GIVEN = ['BID_SUBMITTED', 'BID_REPLACED']
export const WITHDRAWN = 'BID_WITHDRAWN'
export const EVENTS = [...GIVEN, WITHDRAWN]
/** Of a stage in which nothing was opened, since too few had bid: whoever bid stays unknown. */
const NOTHING = 'NONE'

/**
 * Derives again what lay in the boxes that were opened: that every bid in them was in time, that none was added, dropped or
 * exchanged, and which one of each bidder counted.
 */
export async function checkBoxes(files: Files, acts: Entered[], calls: Calls, found: Found) {
  const check = new BoxCheck(files, acts, calls, found)
  await check.run()
  return { known: new Set([...check.records.known, ...check.signed.known]), bids: check.records.bids as BundledBid[] }
}

class BoxCheck {
  readonly signed: SignedActs
  readonly records: RecordCheck

  constructor(
    files: Files,
    private readonly acts: Entered[],
    private readonly calls: Calls,
    private readonly found: Found,
  ) {
    this.signed = new SignedActs(files, acts, found)
    this.records = new RecordCheck(files, acts, calls, this.signed, found)
  }

  async run() {
    const opened = this.acts.filter((act) => act.kind === OPENED).map(({ said }) => text(said, 'lot'))
    for (const act of this.acts) {
      const { kind, said, path } = act
      if (kind === OPENED) await this.opening(act)
      else if (EVENTS.includes(kind) && !opened.includes(text(said, 'lot'))) this.found('UNKNOWN', path)
      else if (kind === SEALED && !opened.includes(text(said, 'subject'))) this.found('UNKNOWN', path)
    }
  }

  private async opening(opening: Entered) {
    const lot = text(opening.said, 'lot') ?? ''
    const seals = this.acts.filter(({ kind, said }) => kind === SEALED && text(said, 'subject') === lot)
    const [seal] = seals
    if (seal === undefined || seals.length !== 1 || seal.receipt.index > opening.receipt.index)
      return this.found('BOX_UNSEALED', opening.path)
    if (!this.calls.leastFollows(opening.said)) this.found('LEAST_DIFFERS', opening.path)
    if (text(opening.said, 'stage') === NOTHING) return
    const events = this.acts.filter(({ kind, said }) => EVENTS.includes(kind) && text(said, 'lot') === lot)
    await this.signed.check(opening, events)
    const standing = await this.box(seal, events)
    this.deadline(seal, lot)
    await this.records.check(opening, seal, standing)
  }

  /** That of the last text before the seal; none brought it forward, or came when it had passed. */
  private deadline(seal: Entered, lot: string) {
    const deadline = (notice: { [name: string]: unknown }) => text(notice, 'deadline')
    const held = this.calls.of(lot).filter(({ entry }) => entry.receipt.index < seal.receipt.index)
    for (const [at, { entry, notice }] of held.entries()) {
      const before = deadline(held[at - 1]?.notice ?? {})
      const late = before !== null && momentOf(before) !== null && !isBefore(text(notice, 'publishedAt'), before)
      if (isBefore(deadline(notice), before) || late) this.found('DEADLINE_DIFFERS', entry.path)
    }
    const last = deadline(held.at(-1)?.notice ?? {}) ?? ''
    const sealed = text(seal.said, 'deadline')
    const differs = last !== '' && !isSameMoment(last, sealed)
    if (differs || isBefore(text(seal.said, 'sealedAt'), sealed)) this.found('DEADLINE_DIFFERS', seal.path)
  }

  /** What stood in the box when it was sealed, by bidder. */
  private async box(seal: Entered, events: Entered[]) {
    const standing = new Map<string, Standing>()
    const deadline = text(seal.said, 'deadline') ?? ''
    let link = await sha256(ofHex(text(seal.said, 'seed') ?? ''))
    for (const act of events) {
      const { kind, said, path } = act
      link = await linked(link, act)
      if (hex(link) !== text(said, 'link')) this.found('BOX_CHAIN', path)
      if ((text(said, 'acceptedAt') ?? '') >= deadline || act.receipt.index > seal.receipt.index)
        this.found('BID_LATE', path)
      const body = text(said, 'body') ?? ''
      const envelope = text(said, 'subject') ?? ''
      if (kind !== WITHDRAWN) standing.set(body, { act, envelope, manifest: text(said, 'manifest') ?? '' })
      // Whoever takes an envelope back does not take back the one that replaced it.
      else if (standing.get(body)?.envelope === envelope) standing.delete(body)
    }
    if (whole(seal.said, 'events') !== events.length) this.found('BOX_COUNT', seal.path)
    if (hex(link) !== text(seal.said, 'link')) this.found('BOX_CHAIN', seal.path)
    return standing
  }
}

async function linked(before: Bytes, { said, kind }: Entered): Promise<Bytes> {
  const words = `${kind}|${text(said, 'subject') ?? ''}|${text(said, 'acceptedAt') ?? ''}`
  return sha256(joined(utf8('goufu-box/1'), before, utf8(words), ofHex(text(said, 'manifest') ?? '')))
}
