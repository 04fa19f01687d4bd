import type { EvaluationResult } from '../../api/types'
import { drawOrder, drawSeed } from '../../lib/draw'
import { LAWFUL, lowPricesFollow } from '../../lib/low-price'
import { rank } from '../../lib/ranking'

/** Everything that a stranger can derive again from the public result. */
export interface Recomputed {
  seedGood: boolean
  orderGood: boolean
  /** Those were asked about a low price whom the ratios name, and those fell out whom the panel did not believe. */
  lowPricesGood: boolean
  /** Whose points or place are others than were published. */
  differing: string[]
}

/** Draws the panel and ranks the bids once more, with no help of the server (decision 0028). */
export async function recompute(result: EvaluationResult): Promise<Recomputed> {
  const { draw } = result
  const seed = await drawSeed('panel', result.lotId, draw.round, draw.head.root)
  const order = await drawOrder(draw.candidates, seed)
  const ranked = await rank(result)
  const differing = result.ranking
    .filter(({ bid, technical, price, total }, place) => {
      const own = ranked[place]
      return own?.bid !== bid || own.technical !== technical || own.price !== price || own.total !== total
    })
    .map(({ name }) => name)
  const missing = ranked.length === result.ranking.length ? [] : ['—']
  return {
    seedGood: seed === draw.seed,
    orderGood: order.join() === draw.order.join(),
    lowPricesGood: lowPricesFollow(result, result.lowPrice ?? LAWFUL),
    differing: [...differing, ...missing],
  }
}
