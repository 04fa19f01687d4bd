import { momentOf } from './moments'
import { isRanked } from './ranking'

/** Below how many percent a price is asked about: of the average of all, of the second lowest, of the ceiling (财库〔2026〕2号). */
export interface Ratios {
  ofAverage: number
  ofSecond: number
  ofCeiling: number
}

export const LAWFUL: Ratios = { ofAverage: 50, ofSecond: 50, ofCeiling: 45 }
/** A purchaser may raise them so far. */
export const MOST_RATIO = 65

/** Whether a purchaser asks for more than the law does. */
export const isRaised = ({ ofAverage, ofSecond, ofCeiling }: Ratios) =>
  ofAverage > LAWFUL.ofAverage || ofSecond > LAWFUL.ofSecond || ofCeiling > LAWFUL.ofCeiling

/** Neither below what the law asks for, nor above what it allows. */
export const areLawful = ({ ofAverage, ofSecond, ofCeiling }: Ratios) =>
  [ofAverage - LAWFUL.ofAverage, ofSecond - LAWFUL.ofSecond, ofCeiling - LAWFUL.ofCeiling].every((more) => more >= 0) &&
  [ofAverage, ofSecond, ofCeiling].every((ratio) => ratio <= MOST_RATIO)

/** So long a bidder has at least to explain its price, in nanoseconds: 30 minutes. */
const TO_EXPLAIN = 30n * 60n * 1_000_000_000n
/** The last one is the panel's own doubt, which follows from nothing. */
const CASES = ['A', 'B', 'C', 'D']

export interface Inquired {
  bid: string
  triggers: string[]
  askedAt: string
  answerBy: string
  explained: boolean
  accepted?: boolean | null
  /** When the panel had found; in a result of before that was published only that it was before the decision. */
  foundAt?: string | null
}

/** Of a published result what follows about low prices. */
export interface Priced {
  ceilingFen?: number | null
  decidedAt: string
  bids: { id: string; priceFen?: number | null; excludedAt?: unknown }[]
  inquiries: Inquired[]
}

/** Which of the cases (a), (b) and (c) a price is of, by bid; exact beyond what a number holds. */
export function triggered(prices: Map<string, number>, ceilingFen: number, ratios: Ratios): Map<string, string> {
  const sorted = [...prices.values()].map(BigInt).sort((one, other) => (one < other ? -1 : one > other ? 1 : 0))
  const sum = sorted.reduce((all, price) => all + price, 0n)
  const [, second] = sorted
  const found = new Map<string, string>()
  for (const [bid, fen] of prices) {
    const hundredfold = BigInt(fen) * 100n
    const cases = [
      hundredfold * BigInt(sorted.length) < sum * BigInt(ratios.ofAverage) && 'A',
      second !== undefined && hundredfold < second * BigInt(ratios.ofSecond) && 'B',
      hundredfold < BigInt(ceilingFen) * BigInt(ratios.ofCeiling) && 'C',
    ].filter(Boolean)
    if (cases.length > 0) found.set(bid, cases.join(''))
  }
  return found
}

/** Whether there was the time to explain that the law gives, and nobody was judged for silence before it had passed. */
function wasHeard({ askedAt, answerBy, explained, foundAt }: Inquired, decidedAt: string): boolean {
  const [asked, until, decided] = [momentOf(askedAt), momentOf(answerBy), momentOf(decidedAt)]
  const found = foundAt == null ? decided : momentOf(foundAt)
  if (asked === null || until === null || decided === null || found === null) return false
  return until - asked >= TO_EXPLAIN && found >= (explained ? asked : until) && found <= decided
}

/** Once, about a case that there is, with the time to explain, and found about; who explained nothing is not believed. */
function areInquiries(inquiries: Inquired[], decidedAt: string): boolean {
  return (
    new Set(inquiries.map(({ bid }) => bid)).size === inquiries.length &&
    inquiries.every(
      (one) =>
        one.triggers.length > 0 &&
        new Set(one.triggers).size === one.triggers.length &&
        one.triggers.every((trigger) => CASES.includes(trigger)) &&
        (one.accepted === false || (one.accepted === true && one.explained)) &&
        wasHeard(one, decidedAt),
    )
  )
}

/**
 * Whether exactly those were asked whom the ratios name (besides those whom the panel doubted), by ratios that the law allows, exactly those
 * fell out whom it did not believe, each after the time to explain, and nobody was believed who explained nothing.
 */
export function lowPricesFollow({ ceilingFen, decidedAt, bids, inquiries }: Priced, ratios: Ratios): boolean {
  if (!areLawful(ratios) || !areInquiries(inquiries, decidedAt)) return false
  const looked = bids.filter(
    ({ priceFen, excludedAt }) => (priceFen ?? 0) > 0 && (isRanked(excludedAt) || excludedAt === 'LOW_PRICE'),
  )
  const due = triggered(new Map(looked.map(({ id, priceFen }) => [id, priceFen ?? 0])), ceilingFen ?? 0, ratios)
  const asked = inquiries
    .map(
      ({ bid, triggers }) =>
        [
          bid,
          triggers
            .filter((one) => one !== 'D')
            .sort()
            .join(''),
        ] as const,
    )
    .filter(([, cases]) => cases !== '')
  const fallen = new Set(bids.filter(({ excludedAt }) => excludedAt === 'LOW_PRICE').map(({ id }) => id))
  const refused = new Set(inquiries.filter(({ accepted }) => accepted === false).map(({ bid }) => bid))
  return (
    asked.length === due.size &&
    asked.every(([bid, cases]) => due.get(bid) === cases) &&
    fallen.size === refused.size &&
    [...fallen].every((bid) => refused.has(bid))
  )
}
