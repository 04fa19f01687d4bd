import { drawOrder, drawSeed } from './draw'

/** Of a published result what its ranking follows from; points in hundredths. */
export interface Judged {
  lotId: string
  method: string
  items: { kind: string; weight: number }[]
  bids: { id: string; priceFen?: number | null; excludedAt?: unknown }[]
  sheets: { scores: { bid: string; points: number }[] }[]
  tieHead: { root: string }
}

/** A bid in its place; points in hundredths. */
export interface Placed {
  bid: string
  priceFen: number
  technical: number
  price: number
  total: number
}

/** 74号令 第35、48条: the lowest price wins, nothing is scored. */
const BY_PRICE = ['NEGOTIATION', 'INQUIRY', 'BT_QUOTE']
const HUNDREDTHS = 100

export const isByScore = (method: string) => !BY_PRICE.includes(method)

/** Also who was passed over at the award: it left its place to the next, and places and points as they were. */
export const isRanked = (excludedAt: unknown) => (excludedAt ?? null) === null || excludedAt === 'AWARD'

/** The first of a ranking that was not passed over. */
export function winnerOf<P extends { bid: string }>(ranking: P[], bids: { id: string; excludedAt?: unknown }[]) {
  const counting = new Set(bids.filter(({ excludedAt }) => (excludedAt ?? null) === null).map(({ id }) => id))
  return ranking.find(({ bid }) => counting.has(bid))
}

/** Ranks the bids of a result again, from its sheets and prices alone (87号令 第55、57条). */
export async function rank(result: Judged): Promise<Placed[]> {
  const byScore = isByScore(result.method)
  const contenders = result.bids
    .filter(({ priceFen, excludedAt }) => isRanked(excludedAt) && (priceFen ?? 0) > 0)
    .map(({ id, priceFen }) => ({ bid: id, priceFen: priceFen ?? 0 }))
  const base = Math.min(...contenders.map(({ priceFen }) => priceFen))
  const seed = await drawSeed('tie', result.lotId, 1, result.tieHead.root)
  const ids = contenders.map(({ bid }) => bid)
  const drawn = await drawOrder(ids, seed)
  return contenders
    .map(({ bid, priceFen }): Placed => {
      const technical = technicalOf(result, bid)
      const price = byScore ? divided(base, weightOf(result) * HUNDREDTHS, priceFen) : 0
      return { bid, priceFen, technical, price, total: technical + price }
    })
    .sort(
      (one, other) =>
        (byScore ? other.total - one.total : 0) ||
        one.priceFen - other.priceFen ||
        drawn.indexOf(one.bid) - drawn.indexOf(other.bid),
    )
}

/** The mean of what the evaluators gave. */
function technicalOf({ sheets }: Judged, bid: string): number {
  const points = sheets
    .flatMap(({ scores }) => scores)
    .filter((score) => score.bid === bid)
    .reduce((sum, score) => sum + score.points, 0)
  return sheets.length === 0 ? 0 : divided(points, 1, sheets.length)
}

const weightOf = ({ items }: Judged) =>
  items.filter(({ kind }) => kind === 'PRICE').reduce((sum, { weight }) => sum + weight, 0)

/** One times the other by the divisor, half up; exact beyond what a number holds. */
export function divided(one: number, other: number, divisor: number): number {
  const by = BigInt(divisor)
  return Number((BigInt(one) * BigInt(other) * 2n + by) / (by * 2n))
}
