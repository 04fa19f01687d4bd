import { QueryClient } from '@tanstack/react-query'
import { HttpResponse, http } from 'msw'
import { afterEach, expect, test } from 'vitest'
import { platformNow, setPlatformNow } from '../../lib/clock'
import { server } from '../../test/server'
import { consortiumOf } from './consortium/queries'
import { biddingOf } from './give/queries'
import { openingOf } from './opening/queries'
import { requestsOf } from './parts/queries'

const HOUR = 3_600_000
const ahead = () => Math.round((platformNow().getTime() - Date.now()) / HOUR)

afterEach(() => setPlatformNow(new Date()))

const answering = (hours: number) => () =>
  HttpResponse.json({ now: new Date(Date.now() + hours * HOUR).toISOString(), items: [] })

test.each([
  ['/api/lots/:id/bidding', (client: QueryClient) => client.fetchQuery(biddingOf('lot'))],
  ['/api/lots/:id/consortium', (client: QueryClient) => client.fetchQuery(consortiumOf('lot'))],
  ['/api/lots/:id/opening', (client: QueryClient) => client.fetchQuery(openingOf('lot'))],
  ['/api/me/consents', (client: QueryClient) => client.fetchQuery(requestsOf('lot'))],
])(
  'the platform’s time is taken over when %s answers, and what is remembered does not turn it back',
  async (path, ask) => {
    const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: HOUR } } })
    server.use(http.get(path, answering(2)))
    await ask(client)
    expect(ahead()).toBe(2)
    setPlatformNow(new Date(Date.now() + 5 * HOUR))
    await ask(client)
    expect(ahead()).toBe(5)
  },
)
