import { QueryClient } from '@tanstack/react-query'
import { ProblemError } from './problem'

/** One quiet second try, and only where it can help: the server stumbled or the line dropped. */
const retry = (failures: number, error: Error) =>
  failures < 1 && error instanceof ProblemError && [0, 500, 502, 504].includes(error.status)

/**
 * Whether the browser thinks that it is online decides nothing: it is wrong on closed networks, and a request that silently waits
 * looks like a button that does nothing. A request is sent, and what does not answer is said.
 */
const networkMode = 'always'

export const newQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode,
        retry,
        retryDelay: 600,
        staleTime: 30_000,
        gcTime: 15 * 60_000,
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode, retry: false },
    },
  })
