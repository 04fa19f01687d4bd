import { type Calls, lotIn } from './calls'
import { flag, list, type Said, text, whole, within } from './said'

const ceilingOf = (call: Said, lot: string) => whole(lotIn(call, lot) ?? {}, 'budgetFen')

const itemsOf = (said: Said, name: string) =>
  JSON.stringify(
    list(said, name).map((item) => [
      text(item, 'name'),
      text(item, 'kind'),
      whole(item, 'weight'),
      flag(item, 'objective'),
    ]),
  )

/** Whether method, ceiling and items of a result are those that the call fixed before anybody's bid was opened; true without a call. */
export function areTermsOfCall(calls: Calls, lot: string, result: Said): boolean {
  const call = calls.held(lot)
  return (
    call === undefined ||
    ((text(call, 'method') ?? '') === (text(result, 'method') ?? '') &&
      ceilingOf(call, lot) === whole(result, 'ceilingFen') &&
      itemsOf(lotIn(call, lot) ?? {}, 'criteria') === itemsOf(result, 'items'))
  )
}

/** Whether exactly those bids of a result fell out at the ceiling whose price is above it. */
export function excludesAtCeiling(calls: Calls, lot: string, result: Said): boolean {
  const ceiling = ceilingOf(calls.held(lot) ?? {}, lot) ?? whole(result, 'ceilingFen')
  return (
    ceiling === null ||
    list(result, 'bids').every((bid) => {
      const over = (whole(bid, 'priceFen') ?? 0) > ceiling
      const stage = text(bid, 'excludedAt') ?? ''
      if (stage === 'CEILING') return over
      return !(over && ['', 'LOW_PRICE', 'AWARD'].includes(stage))
    })
  )
}

/** Whether a bid was read out as above the ceiling exactly when its price is. */
export function readsAtCeiling(calls: Calls, lot: string, bid: Said): boolean {
  const ceiling = ceilingOf(calls.held(lot) ?? {}, lot)
  const total = whole(within(bid, 'price'), 'totalFen')
  if (ceiling === null || total === null) return true
  return text(bid, 'reason') === 'OVER_CEILING'
    ? total > ceiling
    : total <= ceiling || text(bid, 'outcome') !== 'OPENED'
}
