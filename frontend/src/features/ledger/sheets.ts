import { sha256Hex } from '../../lib/bytes'
import { isByScore } from '../../lib/ranking'
import type { Draw } from './draws'
import type { Entered } from './entered'
import type { BundleFault } from './faults'
import { list, members, type Said, text, whole } from './said'
import { scoresFollow } from './scores'
import type { Files } from './zip'

const SHEETS = 'sheets/'

/** Of a panel that was formed anew afterwards the subject is its draw. */
export const revelationsOf = (acts: Entered[], lot: string) =>
  acts.filter(
    ({ kind, said }) => kind === 'SCORES_REVEALED' && (text(said, 'subject') === lot || text(said, 'lot') === lot),
  )

/** Derives again what was scored: every sheet is the one that was signed before any was revealed, and the result counts what it says. */
export class SheetCheck {
  readonly known = new Set<string>()
  private readonly signed: Entered[]
  private readonly revelations: Entered[]

  constructor(
    private readonly result: Said,
    lot: string,
    private readonly files: Files,
    acts: Entered[],
    private readonly draw: Draw,
    private readonly found: (fault: BundleFault, where: string) => void,
  ) {
    this.signed = acts.filter(({ kind, said }) => kind === 'SCORES_SIGNED' && text(said, 'lot') === lot)
    this.revelations = revelationsOf(acts, lot)
  }

  /**
   * @param award its place in the ledger
   * @param path of the result
   */
  async check(award: number, path: string) {
    const { result, signed } = this
    for (const { said } of signed) await this.sheet(said)
    const counted = list(result, 'sheets')
    const right = isByScore(text(result, 'method') ?? '')
      ? together(signed, this.draw.revealed(this.revelations), award) &&
        isAll(counted, lastOf(this.draw.ofHolders(signed)), result) &&
        scoresFollow(result)
      : signed.length === 0 && counted.length === 0 && this.revelations.length === 0
    if (!right) this.found('SHEETS_DIFFER', path)
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
      (await sha256Hex(bytes)) === text(signed, 'digest') &&
      text(written, 'lot') === text(signed, 'lot') &&
      whole(written, 'seat') === whole(signed, 'seat') &&
      whole(written, 'revision') === whole(signed, 'revision')
    if (!same) this.found('SHEET_CHANGED', path)
  }
}

/** All were signed before any was seen, and seen before somebody was awarded. */
const together = (signed: Entered[], revealed: Entered | undefined, award: number) =>
  revealed !== undefined &&
  revealed.receipt.index < award &&
  whole(revealed.said, 'sheets') === signed.length &&
  signed.every(({ receipt }) => receipt.index < revealed.receipt.index)

/** The ids of the sheets that count: of each seat the last revision. */
function lastOf(signed: Entered[]): Set<string | null> {
  const last = new Map<number, Said>()
  for (const { said } of signed) {
    const seat = whole(said, 'seat') ?? -1
    const before = last.get(seat)
    if (before === undefined || (whole(said, 'revision') ?? 0) >= (whole(before, 'revision') ?? 0)) last.set(seat, said)
  }
  return new Set([...last.values()].map((said) => text(said, 'subject')))
}

function isAll(counted: Said[], last: Set<string | null>, result: Said): boolean {
  const ids = new Set(counted.map((sheet) => text(sheet, 'id')))
  return (
    counted.length === last.size &&
    counted.length === list(result, 'panel').length &&
    ids.size === last.size &&
    [...ids].every((id) => last.has(id))
  )
}

const linesOf = (sheet: Said) =>
  list(sheet, 'scores')
    .map((score) => `${text(score, 'bid')} ${whole(score, 'item')} ${whole(score, 'points')}`)
    .join('\n')
