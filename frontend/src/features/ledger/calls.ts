import { sha256Hex } from '../../lib/bytes'
import type { Entered } from './entered'
import { list, members, type Said, text, whole, within } from './said'
import type { Files } from './zip'

const NOTICES = 'notices/'
/** domain.md 1.2, 1.7.3; other methods ask for no number. */
const LEAST: Readonly<Record<string, number>> = {
  OPEN_TENDER: 3,
  INVITED_TENDER: 3,
  NEGOTIATION: 3,
  INQUIRY: 3,
  CONSULTATION: 2,
  FRAMEWORK_CLOSED: 2,
  FRAMEWORK_OPEN: 2,
  BT_COMPARE: 3,
  BT_INVITE: 3,
  BT_QUOTE: 3,
}
const IN_SECOND_RUN = 2

/** The last call in which the lot stands. */
export const callOf = (files: Files, lot: string): Said | undefined =>
  [...files]
    .filter(([path]) => path.startsWith(NOTICES))
    .map(([, bytes]) => members(bytes))
    .filter((notice) => lotIn(notice, lot) !== undefined)
    .sort((one, other) => ((text(one, 'publishedAt') ?? '') < (text(other, 'publishedAt') ?? '') ? -1 : 1))
    .at(-1)

export const lotIn = (notice: Said, lot: string) => list(notice, 'lots').find((one) => text(one, 'id') === lot)

/** Acts by which a text came to hold: the call's own, or a correction's. */
export const TEXTS: readonly string[] = ['NOTICE_PUBLISHED', 'NOTICE_CORRECTED']

/** A text that bids for a lot had to answer. */
export interface CallText {
  index: number
  digest: string
  /** As it is written there, empty without one. */
  deadline: string
}

/** Call and corrections of a lot, in their order; null where not all texts are there as they were entered, for then nothing can be said. */
export async function callTexts(files: Files, acts: Entered[], lot: string): Promise<CallText[] | null> {
  const texts: CallText[] = []
  for (const { kind, said, receipt } of acts) {
    if (!TEXTS.includes(kind)) continue
    const bytes = files.get(`${NOTICES}${text(said, 'subject') ?? ''}.json`)
    const digest = text(said, 'digest') ?? ''
    if (bytes === undefined || (await sha256Hex(bytes)) !== digest) return null
    const notice = members(bytes)
    if (lotIn(notice, lot) !== undefined)
      texts.push({ index: receipt.index, digest, deadline: text(notice, 'deadline') ?? '' })
  }
  return texts
}

/** The one that held at a place of the ledger. */
export const textAt = (texts: CallText[] | null, index: number) => texts?.filter((one) => one.index < index).at(-1)

/** Whether as many bids were asked for as the call says (below the purchase limit two in a second run), and as many came where something was opened. */
export function leastFollows(opening: Said, files: Files): boolean {
  const least = leastOf(text(opening, 'lot') ?? '', files)
  if (least === null) return true
  const came = (whole(opening, 'bids') ?? -1) >= least
  return whole(opening, 'least') === least && came !== (text(opening, 'stage') === 'NONE')
}

/** Whether as many bids of a result counted to the end: with fewer nobody is awarded. */
export const leastIsLeft = (result: Said, lot: string, files: Files) =>
  list(result, 'bids').filter(({ excludedAt }) => (excludedAt ?? null) === null).length >= (leastOf(lot, files) ?? 0)

/** Null without a call, and where it asks for no number. */
function leastOf(lot: string, files: Files): number | null {
  const call = callOf(files, lot)
  const method = text(call ?? {}, 'method') ?? ''
  const usual = Object.hasOwn(LEAST, method) ? LEAST[method] : undefined
  if (call === undefined || usual === undefined) return null
  const repeats = text(within(lotIn(call, lot) ?? {}, 'repeats'), 'lotId') !== null
  return method.startsWith('BT_') && repeats ? Math.min(IN_SECOND_RUN, usual) : usual
}
