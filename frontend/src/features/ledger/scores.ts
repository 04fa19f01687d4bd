import { isRanked } from '../../lib/ranking'
import { list, type Said, text, whole } from './said'

const HUNDREDTHS = 100

/**
 * Whether the sheets that count say of each bid that is ranked how many points it gets for each item that is scored, once, not beyond
 * the item's weight, and where all must find the same the same (87号令 第55条).
 */
export function scoresFollow(result: Said): boolean {
  const items = list(result, 'items')
  const ranked = list(result, 'bids')
    .filter((bid) => isRanked(bid.excludedAt) && (whole(bid, 'priceFen') ?? 0) > 0)
    .map((bid) => text(bid, 'id') ?? '')
  const wanted = items.flatMap(({ kind }, item) => (kind === 'QUALITY' ? ranked.map((bid) => `${bid} ${item}`) : []))
  const found = new Map<string, number>()
  return list(result, 'sheets').every((sheet) => {
    const missing = new Set(wanted)
    const seen = new Set<string>()
    for (const score of list(sheet, 'scores')) {
      const item = items[whole(score, 'item') ?? -1] ?? {}
      const points = whole(score, 'points') ?? -1
      const cell = `${text(score, 'bid') ?? ''} ${whole(score, 'item') ?? -1}`
      const most = (whole(item, 'weight') ?? 0) * HUNDREDTHS
      if (item.kind !== 'QUALITY' || points < 0 || points > most || seen.has(cell)) return false
      seen.add(cell)
      if (item.objective === true && missing.has(cell)) {
        if ((found.get(cell) ?? points) !== points) return false
        found.set(cell, points)
      }
      missing.delete(cell)
    }
    return missing.size === 0
  })
}
