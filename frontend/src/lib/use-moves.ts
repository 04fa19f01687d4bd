import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useLiveStream } from './use-live-stream'

const MOVED = ['moved'] as const

/**
 * Asks again for everything under a key whenever an address says that it moved, and when the stream stands again. Answers whether it is
 * told: while it is not, the page has to look by itself.
 */
export function useMoves(address: string | null, queryKey: QueryKey): boolean {
  const queries = useQueryClient()
  const renew = () => queries.invalidateQueries({ queryKey })
  return useLiveStream(address, MOVED, { onEvent: renew, onResume: renew })
}
