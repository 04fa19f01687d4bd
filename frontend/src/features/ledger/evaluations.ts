import { sha256Hex } from '../../lib/bytes'
import { type Inquired, LAWFUL, lowPricesFollow, type Priced, type Ratios } from '../../lib/low-price'
import { isByScore, type Judged, type Placed, rank, winnerOf } from '../../lib/ranking'
import { areTermsOfCall, excludesAtCeiling } from './call-terms'
import type { Calls } from './calls'
import { Draw } from './draws'
import type { Entered } from './entered'
import type { BundleFault } from './faults'
import type { BundledHeads } from './heads'
import { arePricesLast, isOfTheOpened, openingOf, recordedBids } from './opened'
import { isLawfulPanel } from './panel'
import { list, members, type Said, text, texts, whole, within } from './said'
import { revelationsOf, SheetCheck } from './sheets'
import { bidderOf } from './signed-agreement'
import type { Files } from './zip'

type Found = (fault: BundleFault, where: string) => void

/** A lot's winner, as it follows from sheets and prices. */
export interface BundledAward {
  lot: string
  bidder: string
  /** As the result names it, and its notice must. */
  named: string
  priceFen: number
  /** Else the lowest price won, and nothing was scored. */
  scored: boolean
  /** In hundredths of a point. */
  total: number
}

const RESULTS = 'evaluations/'
/** 87号令 第48条: who is ranked behind the third is no candidate, whoever falls out. */
const CANDIDATES = 3

/**
 * Derives again how awards came about: that panels were drawn as the ledger's own numbers say, that every sheet is the one that was
 * signed before any was revealed, and that ranking and winner follow from sheets and prices to the last digit.
 */
export async function checkEvaluations(
  files: Files,
  acts: Entered[],
  calls: Calls,
  heads: BundledHeads,
  found: Found,
): Promise<{ known: Set<string>; awards: BundledAward[] }> {
  const check = new EvaluationCheck(files, acts, calls, heads, found)
  for (const act of acts) if (act.kind === 'AWARDED') await check.award(act)
  return { known: new Set([...check.known, ...heads.known]), awards: check.awards }
}

class EvaluationCheck {
  readonly known = new Set<string>()
  readonly awards: BundledAward[] = []

  constructor(
    private readonly files: Files,
    private readonly acts: Entered[],
    private readonly calls: Calls,
    private readonly heads: BundledHeads,
    private readonly found: Found,
  ) {}

  async award(award: Entered) {
    const lot = text(award.said, 'subject') ?? ''
    const path = `${RESULTS}${lot}.json`
    this.known.add(path)
    const bytes = this.files.get(path)
    if (bytes === undefined) return this.found('RESULT_MISSING', path)
    if ((await sha256Hex(bytes)) !== text(award.said, 'result')) return this.found('RESULT_CHANGED', path)
    const result = members(bytes)
    const recorded = this.opened(result, lot, path)
    this.terms(result, lot, path)
    const draw = new Draw(result, lot, this.acts, this.heads)
    await this.panel(result, lot, draw, path)
    const sheets = new SheetCheck(result, lot, this.files, this.acts, draw, this.found)
    await sheets.check(award.receipt.index, path)
    for (const sheet of sheets.known) this.known.add(sheet)
    if (!lowPricesFollow(pricedIn(result), this.ratios(result, lot))) this.found('LOW_PRICE_DIFFERS', path)
    if (!(await draw.isTieDrawnLate(revelationsOf(this.acts, lot)))) this.found('TIE_DIFFERS', path)
    await this.ranking(result, award, recorded, path)
  }

  /** What the opening recorded, by envelope. */
  private opened(result: Said, lot: string, path: string): Map<string, Said> {
    const opening = openingOf(this.acts, lot)
    const recorded = opening === undefined ? new Map<string, Said>() : recordedBids(this.files, opening)
    const isOfLot = text(result, 'format') === 'goufu-evaluation/1' && text(result, 'lotId') === lot
    if (!isOfLot || opening === undefined || !isOfTheOpened(result, recorded)) this.found('RESULT_DIFFERS', path)
    const [first] = revelationsOf(this.acts, lot)
    if (opening !== undefined && !arePricesLast(result, this.calls.held(lot), opening, first))
      this.found('STAGES_DIFFER', opening.path)
    return recorded
  }

  private terms(result: Said, lot: string, path: string) {
    if (!areTermsOfCall(this.calls, lot, result)) this.found('TERMS_DIFFER', path)
    if (!excludesAtCeiling(this.calls, lot, result)) this.found('CEILING_DIFFERS', path)
    if (!this.calls.leastIsLeft(result, lot)) this.found('LEAST_DIFFERS', path)
  }

  private async panel(result: Said, lot: string, draw: Draw, path: string) {
    if (!(await draw.follows(list(result, 'panel').length))) this.found('DRAW_DIFFERS', path)
    if (draw.requested !== undefined && !isLawfulPanel(result, lot, draw.requested, this.calls))
      this.found('PANEL_DIFFERS', path)
  }

  /** What the last call for the lot says of low prices; without one, what the result says itself; else the lawful ratios. */
  private ratios(result: Said, lot: string): Ratios {
    const said = within(this.calls.held(lot) ?? result, 'lowPrice')
    return {
      ofAverage: whole(said, 'ofAverage') ?? LAWFUL.ofAverage,
      ofSecond: whole(said, 'ofSecond') ?? LAWFUL.ofSecond,
      ofCeiling: whole(said, 'ofCeiling') ?? LAWFUL.ofCeiling,
    }
  }

  private async ranking(result: Said, { said, path: entry }: Entered, recorded: Map<string, Said>, path: string) {
    const ranking = await rank(judgedIn(result))
    if (!isRanking(ranking, list(result, 'ranking'))) this.found('RANKING_DIFFERS', path)
    const first = winnerOf(ranking, judgedIn(result).bids)
    const isCandidate = first !== undefined && ranking.indexOf(first) < CANDIDATES
    if (!isCandidate || first.bid !== text(said, 'bid') || first.priceFen !== whole(said, 'priceFen'))
      return this.found('AWARD_DIFFERS', entry)
    const winner = list(result, 'bids').find((bid) => text(bid, 'id') === first.bid) ?? {}
    this.awards.push({
      lot: text(result, 'title') ?? '',
      bidder: bidderOf(recorded.get(first.bid) ?? {}),
      named: text(within(winner, 'body'), 'name') ?? '',
      priceFen: first.priceFen,
      scored: isByScore(text(result, 'method') ?? ''),
      total: first.total,
    })
  }
}

/** What follows about low prices; what is not written as it should be counts for nothing. */
const pricedIn = (result: Said): Priced => ({
  ceilingFen: whole(result, 'ceilingFen'),
  decidedAt: text(result, 'decidedAt') ?? '',
  bids: judgedIn(result).bids,
  inquiries: list(result, 'inquiries').map(inquiryIn),
})

const inquiryIn = (inquiry: Said): Inquired => ({
  bid: text(inquiry, 'bid') ?? '',
  triggers: texts(inquiry, 'triggers'),
  askedAt: text(inquiry, 'askedAt') ?? '',
  answerBy: text(inquiry, 'answerBy') ?? '',
  explained: inquiry.explained === true,
  accepted: typeof inquiry.accepted === 'boolean' ? inquiry.accepted : null,
  foundAt: text(inquiry, 'foundAt'),
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
