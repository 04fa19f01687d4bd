import { queryOptions, useQuery } from '@tanstack/react-query'
import { answer, api } from './api'

/** The keys of the caller's department, or of the supervisors. */
export const holderKeys = queryOptions({
  queryKey: ['bidding', 'holder-keys'],
  queryFn: ({ signal }) => answer(api.GET('/api/holder-keys', { signal })),
})

export interface Lacking {
  department: number
  supervision: number
}

/** How many people must still get a key before the department's purchases can be bid on; null when nobody is missing, or while it is not known. */
export function useLacking(supervised: boolean): Lacking | null {
  const { data } = useQuery(holderKeys)
  if (data === undefined) return null
  const { department, supervision } = data.lacking
  const lacking = { department, supervision: supervised || data.supervisionWanted ? supervision : 0 }
  return lacking.department + lacking.supervision > 0 ? lacking : null
}
