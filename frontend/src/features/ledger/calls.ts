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

/** Acts by which a text came to hold: the call's own, or a correction's. */
export const TEXTS: readonly string[] = ['NOTICE_PUBLISHED', 'NOTICE_CORRECTED']
export const SEALED = 'BOX_SEALED'

export const lotIn = (notice: Said, lot: string) => list(notice, 'lots').find((one) => text(one, 'id') === lot)

/** A text as it was entered. */
export interface CallText {
  entry: Entered
  digest: string
  notice: Said
}

/**
 * The texts that bids had to answer, one after the other: the call, and the call's corrections. Nothing can be said while not all of them
 * are there as they were entered.
 */
export class Calls {
  private constructor(
    private readonly acts: Entered[],
    private readonly texts: CallText[],
  ) {}

  static async read(files: Files, acts: Entered[]): Promise<Calls> {
    const texts: CallText[] = []
    for (const entry of acts) {
      if (!TEXTS.includes(entry.kind)) continue
      const bytes = files.get(`${NOTICES}${text(entry.said, 'subject') ?? ''}.json`)
      const digest = text(entry.said, 'digest') ?? ''
      if (bytes === undefined || (await sha256Hex(bytes)) !== digest) return new Calls(acts, [])
      texts.push({ entry, digest, notice: members(bytes) })
    }
    return new Calls(acts, texts)
  }

  /** In their order in the ledger. */
  all(): CallText[] {
    return this.texts
  }

  /** Those in which a lot stands. */
  of(lot: string): CallText[] {
    return this.texts.filter(({ notice }) => lotIn(notice, lot) !== undefined)
  }

  /** The one that held at a place of the ledger. */
  at(lot: string, index: number): CallText | undefined {
    return this.of(lot).findLast(({ entry }) => entry.receipt.index < index)
  }

  /** What held when the box was sealed: nothing is judged by what was written when bids were given. Before, what holds now. */
  held(lot: string): Said | undefined {
    const seal = this.acts.find(({ kind, said }) => kind === SEALED && text(said, 'subject') === lot)
    return this.at(lot, seal?.receipt.index ?? Number.POSITIVE_INFINITY)?.notice
  }

  /** Whether as many bids were asked for as the call says (below the purchase limit two in a second run), and as many came where something was opened. */
  leastFollows(opening: Said): boolean {
    const least = this.leastOf(text(opening, 'lot') ?? '')
    if (least === null) return true
    const came = (whole(opening, 'bids') ?? -1) >= least
    return whole(opening, 'least') === least && came !== (text(opening, 'stage') === 'NONE')
  }

  /** Whether as many bids of a result counted to the end: with fewer nobody is awarded. */
  leastIsLeft(result: Said, lot: string): boolean {
    const left = list(result, 'bids').filter(({ excludedAt }) => (excludedAt ?? null) === null)
    return left.length >= (this.leastOf(lot) ?? 0)
  }

  /** Null without a call, and where it asks for no number. */
  private leastOf(lot: string): number | null {
    const call = this.held(lot)
    const method = text(call ?? {}, 'method') ?? ''
    const usual = Object.hasOwn(LEAST, method) ? LEAST[method] : undefined
    if (call === undefined || usual === undefined) return null
    const repeats = text(within(lotIn(call, lot) ?? {}, 'repeats'), 'lotId') !== null
    return method.startsWith('BT_') && repeats ? Math.min(IN_SECOND_RUN, usual) : usual
  }
}
