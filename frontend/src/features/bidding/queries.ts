import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../lib/api'

/** The keys of the caller's department, or of the supervisors. */
export const holderKeys = queryOptions({
  queryKey: ['bidding', 'holder-keys'],
  queryFn: ({ signal }) => answer(api.GET('/api/holder-keys', { signal })),
})
