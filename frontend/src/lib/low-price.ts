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

/** Of a published result what follows about low prices. */
export interface Priced {
  ceilingFen?: number | null
  bids: { id: string; priceFen?: number | null; excludedAt?: unknown }[]
  inquiries: { bid: string; triggers: string[]; explained: boolean; accepted?: boolean | null }[]
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

/**
 * Whether exactly those were asked whom the ratios name (besides those whom the panel doubted), exactly those fell out whom it did not
 * believe, and nobody was believed who explained nothing.
 */
export function lowPricesFollow({ ceilingFen, bids, inquiries }: Priced, ratios: Ratios): boolean {
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
    [...fallen].every((bid) => refused.has(bid)) &&
    inquiries.every(({ accepted, explained }) => accepted === false || (accepted === true && explained))
  )
}
