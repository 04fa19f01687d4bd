import { sha256Hex } from '../../lib/bytes'
import { drawDigest, drawOrder, drawSeed } from '../../lib/draw'
import { LAWFUL, lowPricesFollow, type Priced, type Ratios } from '../../lib/low-price'
import { isByScore, isRanked, type Judged, type Placed, rank, winnerOf } from '../../lib/ranking'
import { OPENED } from './boxes'
import { areTermsOfCall, excludesAtCeiling } from './call-terms'
import { callOf, leastIsLeft } from './calls'
import type { Entered } from './entered'
import type { BundleFault } from './faults'
import { type BundledHeads, sizeOf } from './heads'
import { list, members, type Said, same, text, texts, whole, within } from './said'
import { scoresFollow } from './scores'
import { Seats } from './seats'
import type { Files } from './zip'

type Found = (fault: BundleFault, where: string) => void

/** A lot's winner, as it follows from sheets and prices. */
export interface BundledAward {
  lot: string
  bidder: string
  priceFen: number
  /** Else the lowest price won, and nothing was scored. */
  scored: boolean
  /** In hundredths of a point. */
  total: number
}

const RESULTS = 'evaluations/'
const SHEETS = 'sheets/'
const DRAW_REQUESTED = 'DRAW_REQUESTED'
/** 87号令 第48条: who is ranked behind the third is no candidate, whoever falls out. */
const CANDIDATES = 3

/**
 * Derives again how awards came about: that panels were drawn as the ledger's own numbers say, that every sheet is the one that was
 * signed before any was revealed, and that ranking and winner follow from sheets and prices to the last digit.
 */
export async function checkEvaluations(files: Files, acts: Entered[], heads: BundledHeads, found: Found) {
  const check = new EvaluationCheck(files, acts, heads, found)
  for (const act of acts) if (act.kind === 'AWARDED') await check.award(act)
  return { known: new Set([...check.known, ...heads.known]), awards: check.awards }
}

class EvaluationCheck {
  readonly known = new Set<string>()
  readonly awards: BundledAward[] = []

  constructor(
    private readonly files: Files,
    private readonly acts: Entered[],
    private readonly heads: BundledHeads,
    private readonly found: Found,
  ) {}

  async award({ path: entry, said, receipt }: Entered) {
    const lot = text(said, 'subject') ?? ''
    const path = `${RESULTS}${lot}.json`
    this.known.add(path)
    const bytes = this.files.get(path)
    if (bytes === undefined) return this.found('RESULT_MISSING', path)
    if ((await sha256Hex(bytes)) !== text(said, 'result')) return this.found('RESULT_CHANGED', path)
    const result = members(bytes)
    if (text(result, 'format') !== 'goufu-evaluation/1' || text(result, 'lotId') !== lot || !this.opened(result, lot))
      this.found('RESULT_DIFFERS', path)
    if (!areTermsOfCall(this.files, lot, result)) this.found('TERMS_DIFFER', path)
    if (!excludesAtCeiling(this.files, lot, result)) this.found('CEILING_DIFFERS', path)
    if (!leastIsLeft(result, lot, this.files)) this.found('LEAST_DIFFERS', path)
    if (!(await this.drawn(result, lot))) this.found('DRAW_DIFFERS', path)
    await this.sheets(result, receipt.index, lot, path)
    if (!lowPricesFollow(pricedIn(result), this.ratios(result, lot))) this.found('LOW_PRICE_DIFFERS', path)
    if (!(await this.tieDrawnLate(result, lot))) this.found('TIE_DIFFERS', path)
    const ranking = await rank(judgedIn(result))
    if (!isRanking(ranking, list(result, 'ranking'))) this.found('RANKING_DIFFERS', path)
    const first = winnerOf(ranking, judgedIn(result).bids)
    const isCandidate = first !== undefined && ranking.indexOf(first) < CANDIDATES
    if (!isCandidate || first.bid !== text(said, 'bid') || first.priceFen !== whole(said, 'priceFen'))
      return this.found('AWARD_DIFFERS', entry)
    const winner = list(result, 'bids').find((bid) => text(bid, 'id') === first.bid) ?? {}
    this.awards.push({
      lot: text(result, 'title') ?? '',
      bidder: text(within(winner, 'body'), 'name') ?? '',
      priceFen: first.priceFen,
      scored: isByScore(text(result, 'method') ?? ''),
      total: first.total,
    })
  }

  /** What the last call for the lot says of low prices; without one, what the result says itself; else the lawful ratios. */
  private ratios(result: Said, lot: string): Ratios {
    const said = within(callOf(this.files, lot) ?? result, 'lowPrice')
    return {
      ofAverage: whole(said, 'ofAverage') ?? LAWFUL.ofAverage,
      ofSecond: whole(said, 'ofSecond') ?? LAWFUL.ofSecond,
      ofCeiling: whole(said, 'ofCeiling') ?? LAWFUL.ofCeiling,
    }
  }

  /** Whether it is of the bids and prices that the opening brought to light; true also where no opening stands in the bundle. */
  private opened(result: Said, lot: string): boolean {
    const opening = this.acts.find(
      ({ kind, said }) => kind === OPENED && text(said, 'lot') === lot && text(said, 'stage') === 'ALL',
    )
    if (opening === undefined) return true
    const record = members(this.files.get(`openings/${text(opening.said, 'subject') ?? ''}.json`))
    const read = new Map(
      list(record, 'bids').map((bid) => [
        text(bid, 'envelope') ?? '',
        { price: whole(within(bid, 'price'), 'totalFen'), counts: text(bid, 'outcome') === OPENED },
      ]),
    )
    const judged = list(result, 'bids')
    return (
      judged.length === read.size &&
      judged.every((bid) => {
        const opened = read.get(text(bid, 'id') ?? '')
        const own = whole(bid, 'priceFen')
        const counts = isRanked(bid.excludedAt)
        if (opened === undefined || (counts && !opened.counts)) return false
        // Nobody decides that a bid which was opened could not be.
        if (opened.counts && bid.excludedAt === 'OPENING') return false
        return opened.price === own || (!counts && (opened.price === null || own === null))
      })
    )
  }

  /** The candidates were entered before anybody could know the number that shuffled them. */
  private async drawn(result: Said, lot: string): Promise<boolean> {
    const draw = within(result, 'draw')
    const head = within(draw, 'head')
    const candidates = texts(draw, 'candidates')
    const seed = text(draw, 'seed') ?? ''
    const requested = this.requested(draw)
    if (requested === undefined || text(requested.said, 'lot') !== lot) return false
    if (text(requested.said, 'candidates') !== (await drawDigest(candidates))) return false
    if (sizeOf(head) <= requested.receipt.index || !(await this.heads.isSigned(head))) return false
    if (seed !== (await drawSeed('panel', lot, whole(draw, 'round') ?? 0, text(head, 'root') ?? ''))) return false
    if (texts(draw, 'order').join() !== (await drawOrder(candidates, seed)).join()) return false
    return this.isLast(requested, lot) && new Seats(draw, requested, this.acts).follow(list(result, 'panel').length)
  }

  private requested(draw: Said): Entered | undefined {
    return this.acts.find(({ kind, said }) => kind === DRAW_REQUESTED && text(said, 'subject') === text(draw, 'id'))
  }

  /** Whoever draws again is bound by it: nobody chooses between two panels. */
  private isLast(requested: Entered, lot: string): boolean {
    return this.acts.every(
      ({ kind, said, receipt }) =>
        kind !== DRAW_REQUESTED || text(said, 'lot') !== lot || receipt.index <= requested.receipt.index,
    )
  }

  /** Without those of seats that changed hands afterwards, and of panels that were formed anew: they stay in the ledger, and do not count. */
  private ofHolders(signed: Entered[], result: Said): Entered[] {
    const draw = within(result, 'draw')
    const requested = this.requested(draw)
    if (requested === undefined) return signed
    const seats = new Seats(draw, requested, this.acts)
    return signed.filter((one) => seats.isOfTheHolder(one))
  }

  /** Among equals drawn with a head that was signed when all points stood; where nothing is scored, with the panel's own. */
  private async tieDrawnLate(result: Said, lot: string): Promise<boolean> {
    const head = within(result, 'tieHead')
    if (!isByScore(text(result, 'method') ?? '')) return same(head, within(within(result, 'draw'), 'head'))
    const revealed = this.revealed(result, lot)
    return revealed !== undefined && sizeOf(head) > revealed.receipt.index && (await this.heads.isSigned(head))
  }

  /** Of the panel that holds: the first after its draw, so that nobody signs anew who has seen the points of others. */
  private revealed(result: Said, lot: string): Entered | undefined {
    const drawn = this.requested(within(result, 'draw'))?.receipt.index ?? -1
    return this.revelations(lot).find(({ receipt }) => receipt.index > drawn)
  }

  /** Of a panel that was formed anew afterwards the subject is its draw. */
  private readonly revelations = (lot: string) =>
    this.acts.filter(
      ({ kind, said }) => kind === 'SCORES_REVEALED' && (text(said, 'subject') === lot || text(said, 'lot') === lot),
    )

  private async sheets(result: Said, award: number, lot: string, path: string) {
    const signed = this.acts.filter(({ kind, said }) => kind === 'SCORES_SIGNED' && text(said, 'lot') === lot)
    const revealed = this.revealed(result, lot)
    for (const { said } of signed) await this.sheet(said)
    const counted = list(result, 'sheets')
    const right = isByScore(text(result, 'method') ?? '')
      ? together(signed, revealed, award) &&
        isAll(counted, lastOf(this.ofHolders(signed, result)), result) &&
        scoresFollow(result)
      : signed.length === 0 && counted.length === 0 && this.revelations(lot).length === 0
    if (!right) this.found('SHEETS_DIFFER', path)
    for (const sheet of counted) {
      const bytes = this.files.get(`${SHEETS}${text(sheet, 'id') ?? ''}.json`)
      if (bytes !== undefined && linesOf(members(bytes)) !== linesOf(sheet)) this.found('SHEETS_DIFFER', path)
    }
  }

  /** Its text is the one that was signed. */
  private async sheet(signed: Said) {
    const path = `${SHEETS}${text(signed, 'subject') ?? ''}.json`
    this.known.add(path)
    const bytes = this.files.get(path)
    if (bytes === undefined) return this.found('SHEET_MISSING', path)
    const written = members(bytes)
    const same =
      (await sha256Hex(bytes)) === text(signed, 'digest') &&
      text(written, 'lot') === text(signed, 'lot') &&
      whole(written, 'seat') === whole(signed, 'seat') &&
      whole(written, 'revision') === whole(signed, 'revision')
    if (!same) this.found('SHEET_CHANGED', path)
  }
}

/** All were signed before any was seen, and seen before somebody was awarded. */
const together = (signed: Entered[], revealed: Entered | undefined, award: number) =>
  revealed !== undefined &&
  revealed.receipt.index < award &&
  whole(revealed.said, 'sheets') === signed.length &&
  signed.every(({ receipt }) => receipt.index < revealed.receipt.index)

/** The ids of the sheets that count: of each seat the last revision. */
function lastOf(signed: Entered[]): Set<string | null> {
  const last = new Map<number, Said>()
  for (const { said } of signed) {
    const seat = whole(said, 'seat') ?? -1
    const before = last.get(seat)
    if (before === undefined || (whole(said, 'revision') ?? 0) >= (whole(before, 'revision') ?? 0)) last.set(seat, said)
  }
  return new Set([...last.values()].map((said) => text(said, 'subject')))
}

function isAll(counted: Said[], last: Set<string | null>, result: Said): boolean {
  const ids = new Set(counted.map((sheet) => text(sheet, 'id')))
  return (
    counted.length === last.size &&
    counted.length === list(result, 'panel').length &&
    ids.size === last.size &&
    [...ids].every((id) => last.has(id))
  )
}

const linesOf = (sheet: Said) =>
  list(sheet, 'scores')
    .map((score) => `${text(score, 'bid')} ${whole(score, 'item')} ${whole(score, 'points')}`)
    .join('\n')

/** What follows about low prices; what is not written as it should be counts for nothing. */
const pricedIn = (result: Said): Priced => ({
  ceilingFen: whole(result, 'ceilingFen'),
  bids: judgedIn(result).bids,
  inquiries: list(result, 'inquiries').map((inquiry) => ({
    bid: text(inquiry, 'bid') ?? '',
    triggers: texts(inquiry, 'triggers'),
    explained: inquiry.explained === true,
    accepted: typeof inquiry.accepted === 'boolean' ? inquiry.accepted : null,
  })),
})

/** What the ranking follows from; what is not written as it should be counts for nothing. */
const judgedIn = (result: Said): Judged => ({
  lotId: text(result, 'lotId') ?? '',
  method: text(result, 'method') ?? '',
  items: list(result, 'items').map((item) => ({ kind: text(item, 'kind') ?? '', weight: whole(item, 'weight') ?? 0 })),
  bids: list(result, 'bids').map((bid) => ({
    id: text(bid, 'id') ?? '',
    priceFen: whole(bid, 'priceFen'),
    excludedAt: bid.excludedAt,
  })),
  sheets: list(result, 'sheets').map((sheet) => ({
    scores: list(sheet, 'scores').map((score) => ({
      bid: text(score, 'bid') ?? '',
      points: whole(score, 'points') ?? 0,
    })),
  })),
  tieHead: { root: text(within(result, 'tieHead'), 'root') ?? '' },
})

const isRanking = (derived: Placed[], published: Said[]) =>
  derived.length === published.length &&
  derived.every((place, at) => {
    const other = published[at] ?? {}
    return (
      whole(other, 'rank') === at + 1 &&
      text(other, 'bid') === place.bid &&
      whole(other, 'priceFen') === place.priceFen &&
      whole(other, 'technical') === place.technical &&
      whole(other, 'price') === place.price &&
      whole(other, 'total') === place.total
    )
  })
