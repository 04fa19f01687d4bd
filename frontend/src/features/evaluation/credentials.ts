import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { answer, api } from '../../lib/api'

const MOST = 1_000

/** What a bidder sealed about itself. A stranger made it: all that is not as it should be is not shown. */
const credentials = z.object({
  format: z.literal('goufu-cred/1'),
  body: z.object({ name: z.string() }),
  asOf: z.iso.datetime({ offset: true }),
  facts: z
    .array(
      z.object({
        fact: z.string(),
        day: z.string().nullable(),
        verdict: z.enum(['MET', 'UNKNOWN', 'NOT_MET']),
      }),
    )
    .max(MOST),
  statements: z.array(z.object({ rule: z.string(), article: z.string(), text: z.string() })).max(MOST),
})

export type Credentials = z.infer<typeof credentials>

/** Null where it cannot be read as what it should be. */
export function readCredentials(text: string): Credentials | null {
  try {
    return credentials.parse(JSON.parse(text))
  } catch {
    return null
  }
}

export const credentialsOf = (lot: string, bid: string) =>
  queryOptions({
    queryKey: ['evaluation', lot, 'credentials', bid],
    queryFn: async ({ signal }) =>
      readCredentials(
        await answer(
          api.GET('/api/lots/{id}/papers/{bid}/{segment}', {
            params: { path: { id: lot, bid, segment: 'cred' } },
            parseAs: 'text',
            signal,
          }),
        ),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  })
