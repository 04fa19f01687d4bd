import type { Entered } from './entered'
import { list, type Said, text, texts, whole } from './said'

export const PASSED = 'SEAT_PASSED'

/**
 * Who held which seat of a panel: the first of the drawn order, and whenever a seat changed hands the next of it, as often as the ledger
 * says and in its order (backend/docs/decisions/0036).
 */
export class Seats {
  private readonly passed: Entered[]

  constructor(
    private readonly draw: Said,
    private readonly requested: Entered,
    acts: Entered[],
  ) {
    this.passed = acts
      .filter(({ kind, said }) => kind === PASSED && text(said, 'draw') === text(requested.said, 'subject'))
      .sort((one, other) => one.receipt.index - other.receipt.index)
  }

  /** An entry of before a seat that changed hands was entered does not say how many there are: nothing follows from it. */
  follow(panel: number): boolean {
    const left = list(this.draw, 'left')
    const seats = whole(this.requested.said, 'seats')
    if (seats === null) return true
    if (seats !== panel || left.length !== this.passed.length) return false
    const order = texts(this.draw, 'order')
    const first = order.slice(0, whole(this.requested.said, 'experts') ?? 0)
    const holders = new Map(first.map((holder, at) => [at + 1, holder]))
    const had = new Set(first)
    return left.every((one, at) => {
      const seat = whole(one, 'seat') ?? 0
      const from = text(one, 'from') ?? ''
      const next = order.find((candidate) => !had.has(candidate))
      const entry = this.passed[at]?.said ?? {}
      if (next === undefined || seat < 1 || seat > seats) return false
      if (text(one, 'id') !== text(entry, 'subject') || whole(entry, 'seat') !== seat) return false
      if ((holders.get(seat) ?? from) !== from || text(one, 'to') !== next) return false
      holders.set(seat, next)
      had.add(next)
      return true
    })
  }

  /** Whether a sheet was signed by who holds its seat at the end, and not by one who left it. */
  isOfTheHolder({ said, receipt }: Entered): boolean {
    return [this.requested, ...this.passed.filter((one) => whole(one.said, 'seat') === whole(said, 'seat'))].every(
      (one) => one.receipt.index < receipt.index,
    )
  }
}
