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

interface Asked {
  /** Whether its bids are given here at all. */
  here: boolean
  /** Above the purchase limit more people open together, a supervisor among them. */
  statutory: boolean
  supervised: boolean
}

/** How many people must still get a key before a purchase can be bid on; null when nobody is missing, or while it is not known. */
export function useLacking({ here, statutory, supervised }: Asked): Lacking | null {
  const { data } = useQuery({ ...holderKeys, enabled: here })
  if (data === undefined || !here) return null
  const { department, supervision } = statutory ? data.lackingAboveLimit : data.lacking
  const wanted = statutory || supervised || data.supervisionWanted
  const lacking = { department, supervision: wanted ? supervision : 0 }
  return lacking.department + lacking.supervision > 0 ? lacking : null
}
