import { OPENED } from './boxes'
import type { Calls } from './calls'
import type { Entered } from './entered'
import type { BundledAward } from './evaluations'
import type { BundleFault } from './faults'
import { list, type Said, text, whole } from './said'

/** As the official forms N05 and P02 name who won. */
const WINNER = '供应商名称'

/** Whether each notice of a result says who was awarded, and for how much; nothing is asked where bids were not opened here, or a result is missing. */
export function checkResults(
  calls: Calls,
  acts: Entered[],
  awards: BundledAward[],
  found: (fault: BundleFault, where: string) => void,
) {
  const entered = acts.filter(({ kind }) => kind === 'AWARDED').length
  if (entered !== awards.length || !acts.some(({ kind }) => kind === OPENED)) return
  const left = [...awards]
  for (const { entry, notice } of calls.all()) {
    if (text(notice, 'type') !== 'RESULT') continue
    const at = left.findIndex(
      ({ named, priceFen }) => whole(notice, 'amountFen') === priceFen && winnersIn(notice).includes(named),
    )
    if (at >= 0) left.splice(at, 1)
    else found('AWARD_DIFFERS', `notices/${text(entry.said, 'subject') ?? ''}.json`)
  }
}

const winnersIn = (notice: Said) =>
  list(notice, 'sections')
    .flatMap((section) => list(section, 'fields'))
    .filter((field) => text(field, 'label') === WINNER)
    .map((field) => text(field, 'value'))
