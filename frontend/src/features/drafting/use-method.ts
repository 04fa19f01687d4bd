import { useQuery } from '@tanstack/react-query'
import { useWatch } from 'react-hook-form'
import { isBelowLimit, methodsIn } from '../../lib/methods'
import { PROVINCE } from '../../lib/reference'
import { fenOf } from '../../lib/yuan-input'
import type { DraftForm } from './draft-form'

/** The chosen method with what it asks for at the buyer's place. */
export function useMethod() {
  const method = useWatch<DraftForm, 'method'>({ name: 'method' })
  const region = useWatch<DraftForm, 'regionCode'>({ name: 'regionCode' })
  const { data: offer } = useQuery(methodsIn(region || PROVINCE))
  const chosen = offer?.methods.find((one) => one.method === method)
  const statutory = !isBelowLimit(method)
  return { method, offer, chosen, statutory, here: chosen?.bidPlace.here ?? !statutory }
}

/** Of all lots together, null while one has no amount yet. */
export function useBudget(): number | null {
  const lots = useWatch<DraftForm, 'lots'>({ name: 'lots' }) ?? []
  const amounts = lots.map(({ budgetFen }) => fenOf(budgetFen ?? ''))
  return amounts.length === 0 || amounts.includes(undefined)
    ? null
    : amounts.reduce<number>((sum, fen) => sum + (fen ?? 0), 0)
}
