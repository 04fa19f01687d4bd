import { OPENED } from './boxes'
import { drawDigest, drawOrder, drawSeed } from './draw'
import type { Entered } from './entered'
import type { BundleFault } from './faults'
import { sha256 } from './merkle'
import { isRanking, rank, totalOf } from './ranking'
import { hex, list, members, type Said, text, texts, whole, within } from './said'
import type { Files } from './zip'

type Found = (fault: BundleFault, where: string) => void

/** A lot's winner, as it follows from sheets and prices. */
export interface BundledAward {
  lot: string
  bidder: string
  priceFen: number
  /** In hundredths of a point. */
  total: number
}

const RESULTS = 'evaluations/'
const SHEETS = 'sheets/'

/**
 * Derives again how awards came about: that panels were drawn as the ledger's own numbers say, that every sheet is the one that was
 * signed before any was revealed, and that ranking and winner follow from sheets and prices to the last digit.
 */
export async function checkEvaluations(files: Files, acts: Entered[], size: number, found: Found) {
  const check = new EvaluationCheck(files, acts, size, found)
  for (const act of acts) if (act.kind === 'AWARDED') await check.award(act)
  return { known: check.known, awards: check.awards }
}

class EvaluationCheck {
  readonly known = new Set<string>()
  readonly awards: BundledAward[] = []

  constructor(
    private readonly files: Files,
    private readonly acts: Entered[],
    private readonly size: number,
    private readonly found: Found,
  ) {}

  async award({ path: entry, said, receipt }: Entered) {
    const lot = text(said, 'subject') ?? ''
    const path = `${RESULTS}${lot}.json`
    this.known.add(path)
    const bytes = this.files.get(path)
    if (bytes === undefined) return this.found('RESULT_MISSING', path)
    if (hex(await sha256(bytes)) !== text(said, 'result')) return this.found('RESULT_CHANGED', path)
    const result = members(bytes)
    if (text(result, 'format') !== 'goufu-evaluation/1' || text(result, 'lotId') !== lot || !this.opened(result, lot))
      this.found('RESULT_DIFFERS', path)
    if (!(await this.drawn(result, lot))) this.found('DRAW_DIFFERS', path)
    await this.sheets(result, receipt.index, lot, path)
    const ranking = await rank(result)
    if (!isRanking(ranking, list(result, 'ranking'))) this.found('RANKING_DIFFERS', path)
    const [first] = ranking
    if (first === undefined || first.bid !== text(said, 'bid') || first.priceFen !== whole(said, 'priceFen'))
      return this.found('AWARD_DIFFERS', entry)
    const winner = list(result, 'bids').find((bid) => text(bid, 'id') === first.bid) ?? {}
    this.awards.push({
      lot: text(result, 'title') ?? '',
      bidder: text(within(winner, 'body'), 'name') ?? '',
      priceFen: first.priceFen,
      total: totalOf(first),
    })
  }

  /** Whether it is of the bids and prices that the opening brought to light; true also where no opening stands in the bundle. */
  private opened(result: Said, lot: string): boolean {
    const opening = this.acts.find(
      ({ kind, said }) => kind === OPENED && text(said, 'lot') === lot && text(said, 'stage') === 'ALL',
    )
    if (opening === undefined) return true
    const record = members(this.files.get(`openings/${text(opening.said, 'subject') ?? ''}.json`))
    const read = new Map(
      list(record, 'bids').map((bid) => [text(bid, 'envelope') ?? '', whole(within(bid, 'price'), 'totalFen')]),
    )
    const judged = list(result, 'bids')
    return (
      judged.length === read.size &&
      judged.every((bid) => {
        const price = read.get(text(bid, 'id') ?? '')
        const own = whole(bid, 'priceFen')
        const counts = (bid.excludedAt ?? null) === null
        return price !== undefined && (price === own || (!counts && (price === null || own === null)))
      })
    )
  }

  /** The candidates were entered before anybody could know the number that shuffled them. */
  private async drawn(result: Said, lot: string): Promise<boolean> {
    const draw = within(result, 'draw')
    const head = within(draw, 'head')
    const seen = whole(head, 'size') ?? -1
    const candidates = texts(draw, 'candidates')
    const seed = text(draw, 'seed') ?? ''
    const requested = this.acts.find(
      ({ kind, said }) => kind === 'DRAW_REQUESTED' && text(said, 'subject') === text(draw, 'id'),
    )
    if (requested === undefined || text(requested.said, 'lot') !== lot) return false
    if (text(requested.said, 'candidates') !== (await drawDigest(candidates))) return false
    if (seen <= requested.receipt.index || seen > this.size) return false
    if (seed !== (await drawSeed('panel', lot, whole(draw, 'round') ?? 0, text(head, 'root') ?? ''))) return false
    return texts(draw, 'order').join() === (await drawOrder(candidates, seed)).join()
  }

  private async sheets(result: Said, award: number, lot: string, path: string) {
    const signed = this.acts.filter(({ kind, said }) => kind === 'SCORES_SIGNED' && text(said, 'lot') === lot)
    const revealed = this.acts.find(({ kind, said }) => kind === 'SCORES_REVEALED' && text(said, 'subject') === lot)
    const together =
      revealed !== undefined &&
      revealed.receipt.index < award &&
      whole(revealed.said, 'sheets') === signed.length &&
      signed.every(({ receipt }) => receipt.index < revealed.receipt.index)
    const last = new Map<number, Said>()
    for (const { said } of signed) {
      await this.sheet(said)
      const seat = whole(said, 'seat') ?? -1
      const before = last.get(seat)
      if (before === undefined || (whole(said, 'revision') ?? 0) >= (whole(before, 'revision') ?? 0))
        last.set(seat, said)
    }
    const counted = list(result, 'sheets')
    const subjects = new Set([...last.values()].map((said) => text(said, 'subject')))
    const ids = new Set(counted.map((sheet) => text(sheet, 'id')))
    const all =
      counted.length === subjects.size &&
      counted.length === list(result, 'panel').length &&
      ids.size === subjects.size &&
      [...ids].every((id) => subjects.has(id))
    if (!together || !all) this.found('SHEETS_DIFFER', path)
    for (const sheet of counted) {
      const bytes = this.files.get(`${SHEETS}${text(sheet, 'id') ?? ''}.json`)
      if (bytes !== undefined && linesOf(members(bytes)) !== linesOf(sheet)) this.found('SHEETS_DIFFER', path)
    }
  }

  /** Its text is the one that was signed. */
  private async sheet(signed: Said) {
    const path = `${SHEETS}${text(signed, 'subject') ?? ''}.json`
    this.known.add(path)
    const bytes = this.files.get(path)
    if (bytes === undefined) return this.found('SHEET_MISSING', path)
    const written = members(bytes)
    const same =
      hex(await sha256(bytes)) === text(signed, 'digest') &&
      text(written, 'lot') === text(signed, 'lot') &&
      whole(written, 'seat') === whole(signed, 'seat') &&
      whole(written, 'revision') === whole(signed, 'revision')
    if (!same) this.found('SHEET_CHANGED', path)
  }
}

const linesOf = (sheet: Said) =>
  list(sheet, 'scores')
    .map((score) => `${text(score, 'bid')} ${whole(score, 'item')} ${whole(score, 'points')}`)
    .join('\n')
