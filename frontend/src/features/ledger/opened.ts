import { isByScore, isRanked } from '../../lib/ranking'
import { OPENED } from './boxes'
import type { Entered } from './entered'
import { flag, list, members, type Said, text, whole, within } from './said'
import type { Files } from './zip'

const WHOLLY = 'ALL'

/** That all was opened of a lot; nothing is awarded without it. */
export const openingOf = (acts: Entered[], lot: string) =>
  acts.find(({ kind, said }) => kind === OPENED && text(said, 'lot') === lot && text(said, 'stage') === WHOLLY)

/** The bids as the opening recorded them, by envelope. */
export function recordedBids(files: Files, opening: Entered): Map<string, Said> {
  const record = members(files.get(`openings/${text(opening.said, 'subject') ?? ''}.json`))
  return new Map(list(record, 'bids').map((bid) => [text(bid, 'envelope') ?? '', bid]))
}

/** Whether a result is of the bids, bidders and prices that the opening brought to light. */
export function isOfTheOpened(result: Said, recorded: Map<string, Said>): boolean {
  const judged = list(result, 'bids')
  return (
    judged.length === recorded.size &&
    judged.every((bid) => {
      const read = recorded.get(text(bid, 'id') ?? '')
      return read !== undefined && isOfItsBidder(bid, read) && isAsRead(bid, read)
    })
  )
}

/** A consortium is named together, and by its lead. */
function isOfItsBidder(bid: Said, read: Said): boolean {
  const [own, recorded] = [within(bid, 'body'), within(read, 'body')]
  const together = Object.hasOwn(read, 'consortium')
  return text(own, 'id') === text(recorded, 'id') && (together || text(own, 'name') === text(recorded, 'name'))
}

function isAsRead(bid: Said, read: Said): boolean {
  const [own, price] = [whole(bid, 'priceFen'), whole(within(read, 'price'), 'totalFen')]
  const counts = isRanked(bid.excludedAt)
  const opened = text(read, 'outcome') === OPENED
  if (counts && (!opened || own === null)) return false
  // Nobody decides that a bid which was opened could not be.
  if (opened && bid.excludedAt === 'OPENING') return false
  return price === own || (!counts && (price === null || own === null))
}

/**
 * Where the call has prices opened only when all else is scored: whether no price was opened before points were revealed. What they were
 * when a panel was formed anew afterwards, is not asked.
 */
export function arePricesLast(
  result: Said,
  call: Said | undefined,
  opening: Entered,
  revelation: Entered | undefined,
): boolean {
  const staged = flag(call ?? {}, 'stagedOpening')
  if (!staged || !isByScore(text(result, 'method') ?? '')) return true
  return revelation !== undefined && revelation.receipt.index < opening.receipt.index
}
