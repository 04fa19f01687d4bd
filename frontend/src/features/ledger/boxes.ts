import { type Bytes, hex, joined, ofHex, sha256, sha256Hex, utf8 } from '../../lib/bytes'
import { readsAtCeiling } from './call-terms'
import { type CallText, callTexts, leastFollows, textAt } from './calls'
import type { Entered } from './entered'
import type { BundleFault } from './faults'
import { keysetAt } from './keysets'
import { bytesOf, list, members, type Said, same, text, whole, within } from './said'
import { openedPrice, type SealedPrice } from './sealed-price'
import { BIDS, SignedActs } from './signed-acts'
import { bidderOf, isAgreed } from './signed-agreement'
import type { Files } from './zip'

type Found = (fault: BundleFault, where: string) => void

/** A bid that lay in the box when it was sealed. */
interface Standing {
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

export const OPENED = 'OPENED'
export const SEALED = 'BOX_SEALED'
export const EVENTS = ['BID_SUBMITTED', 'BID_REPLACED', 'BID_WITHDRAWN']
const RECORDS = 'openings/'
/** Of a stage in which nothing was opened, since too few had bid: whoever bid stays unknown. */
const NOTHING = 'NONE'

/**
 * Derives again what lay in the boxes that were opened: that every bid in them was in time, that none was added, dropped or
 * exchanged, which one of each bidder counted, and that the prices read out are those that were sealed.
 */
export async function checkBoxes(files: Files, acts: Entered[], found: Found) {
  const check = new BoxCheck(files, acts, found)
  await check.run()
  return { known: new Set([...check.known, ...check.signed.known]), bids: check.bids }
}

class BoxCheck {
  readonly known = new Set<string>()
  readonly bids: BundledBid[] = []
  readonly signed: SignedActs

  constructor(
    private readonly files: Files,
    private readonly acts: Entered[],
    private readonly found: Found,
  ) {
    this.signed = new SignedActs(files, acts, found)
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
    if (!leastFollows(opening.said, this.files)) this.found('LEAST_DIFFERS', opening.path)
    if (text(opening.said, 'stage') === NOTHING) return
    const texts = await callTexts(this.files, this.acts, lot)
    const events = this.acts.filter(({ kind, said }) => EVENTS.includes(kind) && text(said, 'lot') === lot)
    await this.signed.check(opening, events)
    const standing = await this.box(seal, events)
    const deadline = textAt(texts, seal.receipt.index)?.deadline ?? ''
    if (deadline !== '' && plain(deadline) !== plain(text(seal.said, 'deadline') ?? ''))
      this.found('DEADLINE_DIFFERS', seal.path)
    await this.record(opening, seal, standing, texts)
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
      if (kind === 'BID_WITHDRAWN') standing.delete(body)
      else standing.set(body, { act, envelope: text(said, 'subject') ?? '', manifest: text(said, 'manifest') ?? '' })
    }
    if (whole(seal.said, 'events') !== events.length) this.found('BOX_COUNT', seal.path)
    if (hex(link) !== text(seal.said, 'link')) this.found('BOX_CHAIN', seal.path)
    return standing
  }

  private async record({ said }: Entered, seal: Entered, standing: Map<string, Standing>, texts: CallText[] | null) {
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
    for (const bid of bids) await this.bid(bid, seal, standing, path, texts)
  }

  private async bid(
    bid: Said,
    seal: Entered,
    standing: Map<string, Standing>,
    record: string,
    texts: CallText[] | null,
  ) {
    const body = text(within(bid, 'body'), 'id') ?? ''
    const envelope = text(bid, 'envelope') ?? ''
    const lying = standing.get(body)
    const agrees =
      lying !== undefined &&
      lying.envelope === envelope &&
      lying.manifest === text(bid, 'manifest') &&
      plain(text(lying.act.said, 'acceptedAt') ?? '') === plain(text(bid, 'acceptedAt') ?? '')
    if (!agrees) return this.found('RECORD_DIFFERS', record)
    const sealed = this.signed.given.get(envelope)
    if (sealed === undefined) return
    const path = `${BIDS}${envelope}/manifest`
    const notice = text(sealed.core, 'noticeHash')
    if ((textAt(texts, lying.act.receipt.index)?.digest ?? notice) !== notice) this.found('VERSION_DIFFERS', path)
    const keyset = keysetAt(this.acts, text(lying.act.said, 'lot'), lying.act.receipt.index)
    if (keyset === null) this.found('KEYSET_UNENTERED', path)
    else if (keyset !== (text(sealed.core, 'keysetHash') ?? '')) this.found('KEYSET_DIFFERS', path)
    if (Object.hasOwn(bid, 'consortium')) {
      const shown = within(bid, 'consortium')
      const where = `${record}#${envelope}`
      if (!(await isAgreed(shown, sealed.core, text(bid, 'outcome') === 'OPENED')))
        this.found('AGREEMENT_DIFFERS', where)
      else this.signed.agreement(shown, lying.act, seal, where)
    }
    if (Object.hasOwn(bid, 'price')) await this.price(bid, sealed, envelope, record)
  }

  private async price(bid: Said, sealed: SealedPrice, envelope: string, record: string) {
    const chunks: Bytes[] = []
    for (const at of sealed.chunks.keys()) {
      const path = `${BIDS}${envelope}/price-${at}`
      this.known.add(path)
      const chunk = this.files.get(path)
      if (chunk === undefined) return this.found('CIPHERTEXT_MISSING', path)
      chunks.push(chunk)
    }
    const read = await openedPrice(sealed, bytesOf(bid, 'priceKey'), chunks)
    if (read === null || !same(members(read), bid.price)) return this.found('PRICE_DIFFERS', `${record}#${envelope}`)
    if (!readsAtCeiling(this.files, text(sealed.core, 'lotId') ?? '', bid))
      this.found('CEILING_DIFFERS', `${record}#${envelope}`)
    this.bids.push({
      envelope,
      bidder: bidderOf(bid),
      totalFen: whole(within(bid, 'price'), 'totalFen'),
    })
  }
}

async function linked(before: Bytes, { said, kind }: Entered): Promise<Bytes> {
  const words = `${kind}|${text(said, 'subject') ?? ''}|${text(said, 'acceptedAt') ?? ''}`
  return sha256(joined(utf8('goufu-box/1'), before, utf8(words), ofHex(text(said, 'manifest') ?? '')))
}

/** A moment without the zeros that one writer adds and another does not. */
const plain = (moment: string) => (moment.includes('.') ? moment.replace(/0*Z$/, 'Z').replace(/\.Z$/, 'Z') : moment)
