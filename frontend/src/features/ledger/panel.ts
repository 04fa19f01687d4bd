import type { Calls } from './calls'
import type { Entered } from './entered'
import { flag, list, type Said, text, whole, within } from './said'

/** 1,000万元 in fen: from there a tender asks for seven. */
const LARGE_BUDGET = 1_000_000_000
const TENDERS = ['OPEN_TENDER', 'INVITED_TENDER', 'FRAMEWORK_CLOSED', 'FRAMEWORK_OPEN']
const NEGOTIATIONS = ['NEGOTIATION', 'INQUIRY', 'SINGLE_SOURCE']

/**
 * Whether a panel has an odd number of seats, as many as the law asks for by the method and the budget of the whole purchase, and above the
 * purchase limit two experts of three (87号令 第47条, 74号令 第7条, 财库〔2014〕214号 第14条; domain.md 1.7.1, 1.9); as many experts as were
 * drawn, and those who took a seat that changed hands.
 */
export function isLawfulPanel(result: Said, lot: string, requested: Entered, calls: Calls): boolean {
  const method = text(result, 'method') ?? ''
  const panel = list(result, 'panel')
  const drawn = whole(requested.said, 'experts') ?? 0
  const experts = panel.filter((one) => text(one, 'kind') === 'EXPERT').length
  const passed = new Set(list(within(result, 'draw'), 'left').map((one) => whole(one, 'seat') ?? 0))
  const budget = budgetOf(calls.held(lot)) ?? whole(result, 'ceilingFen') ?? 0
  return (
    panel.length % 2 === 1 &&
    panel.length >= leastOf(method, budget, requested.said) &&
    experts === drawn + [...passed].filter((seat) => seat > drawn).length &&
    (method.startsWith('BT_') || experts * 3 >= panel.length * 2)
  )
}

/** Of all lots together, however the purchase is cut into them. */
const budgetOf = (call: Said | undefined) =>
  call === undefined ? null : list(call, 'lots').reduce((sum, lot) => sum + (whole(lot, 'budgetFen') ?? 0), 0)

/** What is complex or of large social impact, and from which amount the law asks for an open tender there, the entry of the draw says. */
function leastOf(method: string, budget: number, requested: Said): number {
  if (TENDERS.includes(method)) return flag(requested, 'weighty') || budget >= LARGE_BUDGET ? 7 : 5
  const open = whole(requested, 'openTenderFen')
  return NEGOTIATIONS.includes(method) && open !== null && budget >= open ? 5 : 3
}
