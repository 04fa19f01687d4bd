import { drawOrder, drawSeed } from './draw'
import { list, type Said, text, whole, within } from './said'

/** Points in hundredths. */
export interface Place {
  bid: string
  priceFen: number
  technical: number
  price: number
}

const BY_PRICE = ['NEGOTIATION', 'INQUIRY', 'BT_QUOTE']
const HUNDREDTHS = 100

export const totalOf = ({ technical, price }: Place) => technical + price

/** Ranks the bids of a published result again, from its sheets and prices alone. */
export async function rank(result: Said): Promise<Place[]> {
  const byScore = !BY_PRICE.includes(text(result, 'method') ?? '')
  const contenders = list(result, 'bids').filter(
    (bid) => (bid.excludedAt ?? null) === null && (whole(bid, 'priceFen') ?? 0) > 0,
  )
  const base = Math.min(...contenders.map((bid) => whole(bid, 'priceFen') ?? 0))
  const root = text(within(result, 'tieHead'), 'root') ?? ''
  const seed = await drawSeed('tie', text(result, 'lotId') ?? '', 1, root)
  const ids = contenders.map((bid) => text(bid, 'id') ?? '')
  const drawn = await drawOrder(ids, seed)
  return contenders
    .map((bid): Place => {
      const id = text(bid, 'id') ?? ''
      const priceFen = whole(bid, 'priceFen') ?? 0
      const price = byScore ? rounded(base, weightOf(result) * HUNDREDTHS, priceFen) : 0
      return { bid: id, priceFen, technical: technicalOf(result, id), price }
    })
    .sort(
      (one, other) =>
        (byScore ? totalOf(other) - totalOf(one) : 0) ||
        one.priceFen - other.priceFen ||
        drawn.indexOf(one.bid) - drawn.indexOf(other.bid),
    )
}

/** The mean of what the evaluators gave. */
function technicalOf(result: Said, bid: string): number {
  const sheets = list(result, 'sheets')
  const points = sheets
    .flatMap((sheet) => list(sheet, 'scores'))
    .filter((score) => text(score, 'bid') === bid)
    .reduce((sum, score) => sum + (whole(score, 'points') ?? 0), 0)
  return sheets.length === 0 ? 0 : rounded(points, 1, sheets.length)
}

const weightOf = (result: Said) =>
  list(result, 'items')
    .filter((item) => text(item, 'kind') === 'PRICE')
    .reduce((sum, item) => sum + (whole(item, 'weight') ?? 0), 0)

/** One times the other by the divisor, half up; exact beyond what a number holds. */
function rounded(one: number, other: number, divisor: number): number {
  const by = BigInt(divisor)
  return Number((BigInt(one) * BigInt(other) * 2n + by) / (by * 2n))
}

export const isRanking = (derived: Place[], published: Said[]) =>
  derived.length === published.length &&
  derived.every((place, at) => {
    const other = published[at] ?? {}
    return (
      whole(other, 'rank') === at + 1 &&
      text(other, 'bid') === place.bid &&
      whole(other, 'priceFen') === place.priceFen &&
      whole(other, 'technical') === place.technical &&
      whole(other, 'price') === place.price &&
      whole(other, 'total') === totalOf(place)
    )
  })
