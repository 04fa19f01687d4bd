import type { EvaluationResult } from '../../api/types'
import { divided } from './points'

/** Everything that a stranger can derive again from the public result. */
export interface Recomputed {
  seedGood: boolean
  orderGood: boolean
  /** Whose total or place is another one than was published. */
  differing: string[]
}

const utf8 = (text: string) => new TextEncoder().encode(text)
const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
const bytesOf = (digits: string) => Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
const sha256 = async (bytes: Uint8Array<ArrayBuffer>) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))

export const seedOf = async (purpose: string, lot: string, round: number, root: string) =>
  hex(await sha256(utf8(`goufu-draw/1|${purpose}|${lot}|${round}|${root}`)))

const NUMBERS = 2 ** 48

/** The candidates in order of their ids, shuffled by Fisher and Yates with numbers from the seed (decision 0028). */
export async function drawOrder(candidates: string[], seed: string): Promise<string[]> {
  const order = [...new Set(candidates)].sort()
  const start = bytesOf(seed)
  let counter = 0
  const next = async () => {
    const block = new Uint8Array(start.length + 8)
    block.set(start)
    new DataView(block.buffer).setBigUint64(start.length, BigInt(counter++))
    const hash = await sha256(block)
    return hash.subarray(0, 6).reduce((number, byte) => number * 256 + byte, 0)
  }
  const below = async (bound: number) => {
    const fair = NUMBERS - (NUMBERS % bound)
    let number = await next()
    while (number >= fair) number = await next()
    return number % bound
  }
  for (let i = order.length - 1; i > 0; i--) {
    const j = await below(i + 1)
    const [one, other] = [order[i], order[j]]
    if (one === undefined || other === undefined) throw new Error('a draw beyond its list')
    order[i] = other
    order[j] = one
  }
  return order
}

/** Ranks the bids once more, with no help of the server. */
export async function recompute(result: EvaluationResult): Promise<Recomputed> {
  const { draw } = result
  const seed = await seedOf('panel', result.lotId, draw.round, draw.head.root)
  const order = await drawOrder(draw.candidates, seed)
  const ranked = await ranking(result)
  const differing = result.ranking
    .filter(({ bid, total }, place) => ranked[place]?.id !== bid || ranked[place]?.total !== BigInt(total))
    .map(({ name }) => name)
  const missing = ranked.length === result.ranking.length ? [] : ['—']
  return {
    seedGood: seed === draw.seed,
    orderGood: order.join() === draw.order.join(),
    differing: [...differing, ...missing],
  }
}

const LOWEST_PRICE = ['NEGOTIATION', 'INQUIRY', 'BT_QUOTE']

async function ranking(result: EvaluationResult) {
  const counting = result.bids.filter((bid) => bid.excludedAt == null)
  const drawn = await drawOrder(
    counting.map((bid) => bid.id),
    await seedOf('tie', result.lotId, 1, result.tieHead.root),
  )
  const byScore = !LOWEST_PRICE.includes(result.method)
  const weight = BigInt(
    result.items.filter((item) => item.kind === 'PRICE').reduce((sum, item) => sum + item.weight, 0) * 100,
  )
  const base = counting.map((bid) => BigInt(bid.priceFen ?? 0)).reduce((one, other) => (one < other ? one : other))
  const scored = counting.map((bid) => {
    const points = result.sheets
      .flatMap((sheet) => sheet.scores)
      .filter((score) => score.bid === bid.id)
      .reduce((sum, score) => sum + BigInt(score.points), 0n)
    const fen = BigInt(bid.priceFen ?? 0)
    const total = byScore ? divided(points, BigInt(result.sheets.length)) + divided(base * weight, fen) : 0n
    return { id: bid.id, fen, total }
  })
  const difference = (one: bigint, other: bigint) => (one < other ? -1 : one > other ? 1 : 0)
  return scored.sort(
    (one, other) =>
      difference(other.total, one.total) ||
      difference(one.fen, other.fen) ||
      drawn.indexOf(one.id) - drawn.indexOf(other.id),
  )
}
