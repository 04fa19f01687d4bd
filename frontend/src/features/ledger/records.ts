import { type Bytes, sha256Hex } from '../../lib/bytes'
import { isSameMoment } from '../../lib/moments'
import { readsAtCeiling } from './call-terms'
import type { Calls } from './calls'
import type { Entered } from './entered'
import type { BundleFault } from './faults'
import { keysetAt } from './keysets'
import { bytesOf, list, members, type Said, same, text, whole, within } from './said'
import { openedPrice, type SealedPrice } from './sealed-price'
import { BIDS, type SignedActs } from './signed-acts'
import { bidderOf, isAgreed } from './signed-agreement'
import type { Files } from './zip'

/** A bid that lay in the box when it was sealed. */
export interface Standing {
  act: Entered
  envelope: string
  manifest: string
}

/** A bid that was read out, and whose price is the one that was sealed. */
export interface BundledBid {
  envelope: string
  bidder: string
  totalFen: number | null
}

const RECORDS = 'openings/'

/** Derives again that the record of an opening names the bids that stood in the box, and that the prices read out are those that were sealed. */
export class RecordCheck {
  readonly known = new Set<string>()
  readonly bids: BundledBid[] = []

  constructor(
    private readonly files: Files,
    private readonly acts: Entered[],
    private readonly calls: Calls,
    private readonly signed: SignedActs,
    private readonly found: (fault: BundleFault, where: string) => void,
  ) {}

  async check({ said }: Entered, seal: Entered, standing: Map<string, Standing>) {
    const path = `${RECORDS}${text(said, 'subject') ?? ''}.json`
    this.known.add(path)
    const bytes = this.files.get(path)
    if (bytes === undefined) return this.found('RECORD_MISSING', path)
    if ((await sha256Hex(bytes)) !== text(said, 'record')) return this.found('RECORD_CHANGED', path)
    const record = members(bytes)
    const bids = list(record, 'bids')
    const lying = new Set([...standing.values()].map(({ envelope }) => envelope))
    const named = new Set(bids.map((bid) => text(bid, 'envelope') ?? ''))
    const agrees =
      text(record, 'format') === 'goufu-opening/1' &&
      text(record, 'lot') === text(said, 'lot') &&
      text(record, 'stage') === text(said, 'stage') &&
      whole(said, 'bids') === standing.size &&
      bids.length === standing.size &&
      named.size === lying.size &&
      [...named].every((envelope) => lying.has(envelope))
    if (!agrees) return this.found('RECORD_DIFFERS', path)
    const wholly = text(said, 'stage') === 'ALL'
    for (const bid of bids) await this.bid(bid, seal, standing, path, wholly)
  }

  private async bid(bid: Said, seal: Entered, standing: Map<string, Standing>, record: string, wholly: boolean) {
    const body = text(within(bid, 'body'), 'id') ?? ''
    const envelope = text(bid, 'envelope') ?? ''
    const lying = standing.get(body)
    const accepted = text(lying?.act.said ?? {}, 'acceptedAt')
    const agrees =
      lying !== undefined &&
      lying.envelope === envelope &&
      lying.manifest === text(bid, 'manifest') &&
      isSameMoment(accepted, text(bid, 'acceptedAt'))
    if (!agrees) return this.found('RECORD_DIFFERS', record)
    const sealed = this.signed.given.get(envelope)
    if (sealed === undefined) return
    const lot = text(lying.act.said, 'lot') ?? ''
    this.given(sealed, lying.act, lot, `${BIDS}${envelope}/manifest`)
    const where = `${record}#${envelope}`
    if (Object.hasOwn(bid, 'consortium')) await this.agreement(bid, sealed, lying.act, seal, where)
    if (Object.hasOwn(bid, 'price')) await this.price(bid, sealed, envelope, where)
    // Nobody is left out of a ranking by not reading out the price.
    else if (wholly && text(bid, 'outcome') === 'OPENED') this.found('PRICE_DIFFERS', where)
  }

  private given(sealed: SealedPrice, { receipt }: Entered, lot: string, path: string) {
    const notice = text(sealed.core, 'noticeHash')
    if ((this.calls.at(lot, receipt.index)?.digest ?? notice) !== notice) this.found('VERSION_DIFFERS', path)
    const keyset = keysetAt(this.acts, lot, receipt.index)
    if (keyset === null) this.found('KEYSET_UNENTERED', path)
    else if (keyset !== (text(sealed.core, 'keysetHash') ?? '')) this.found('KEYSET_DIFFERS', path)
  }

  private async agreement(bid: Said, sealed: SealedPrice, given: Entered, seal: Entered, where: string) {
    const shown = within(bid, 'consortium')
    if (await isAgreed(shown, sealed.core, text(bid, 'outcome') === 'OPENED'))
      this.signed.agreement(shown, given, seal, where)
    else this.found('AGREEMENT_DIFFERS', where)
  }

  private async price(bid: Said, sealed: SealedPrice, envelope: string, where: string) {
    const chunks: Bytes[] = []
    for (const at of sealed.chunks.keys()) {
      const path = `${BIDS}${envelope}/price-${at}`
      this.known.add(path)
      const chunk = this.files.get(path)
      if (chunk === undefined) return this.found('CIPHERTEXT_MISSING', path)
      chunks.push(chunk)
    }
    const read = await openedPrice(sealed, bytesOf(bid, 'priceKey'), chunks)
    if (read === null || !same(members(read), bid.price)) return this.found('PRICE_DIFFERS', where)
    if (!readsAtCeiling(this.calls, text(sealed.core, 'lotId') ?? '', bid)) this.found('CEILING_DIFFERS', where)
    this.bids.push({ envelope, bidder: bidderOf(bid), totalFen: whole(within(bid, 'price'), 'totalFen') })
  }
}
