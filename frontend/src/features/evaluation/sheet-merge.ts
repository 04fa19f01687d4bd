import { pointsOf } from '../../lib/points'

/** As it is typed: what is no number yet stays on the page and is not sent. */
export interface Typed {
  points: string
  reason: string
}

/** By cell, one item of one bid. */
export type TypedSheet = Record<string, Typed>

const EMPTY: Typed = { points: '', reason: '' }

const at = (sheet: TypedSheet, cell: string) => sheet[cell] ?? EMPTY

const isSame = (one: Typed, other: Typed) =>
  one.reason === other.reason && (one.points === other.points || pointsOf(one.points) === pointsOf(other.points))

const cellsOf = (...sheets: TypedSheet[]) => [...new Set(sheets.flatMap((sheet) => Object.keys(sheet)))]

export const isSameSheet = (one: TypedSheet, other: TypedSheet) =>
  cellsOf(one, other).every((cell) => isSame(at(one, cell), at(other, cell)))

/**
 * What was typed here together with what another window kept meanwhile: each cell is of who changed it. Where both did, what was typed
 * here stays until somebody chooses.
 *
 * @param base what both began with
 */
export function mergeSheets(base: TypedSheet, mine: TypedSheet, theirs: TypedSheet) {
  const sheet: TypedSheet = {}
  const taken: string[] = []
  const clashes: string[] = []
  for (const cell of cellsOf(base, mine, theirs)) {
    const [before, here, there] = [at(base, cell), at(mine, cell), at(theirs, cell)]
    const changedThere = !isSame(before, there) && !isSame(here, there)
    if (changedThere) (isSame(before, here) ? taken : clashes).push(cell)
    sheet[cell] = changedThere && isSame(before, here) ? there : here
  }
  return { sheet, taken, clashes }
}
