import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import type { Me } from '../api/types'
import { methodOffer } from './fixtures'

export const problem = (status: number, type: string, more: Record<string, unknown> = {}, headers = {}) =>
  HttpResponse.json(
    { type, title: type, status, ...more },
    { status, headers: { 'Content-Type': 'application/problem+json', ...headers } },
  )

/** A quiet server: nobody is signed in and no demo clock ticks; each test adds what it is about. */
export const server = setupServer(
  http.get('/api/me', () => problem(401, '/problems/account/not-signed-in')),
  http.get('/api/demo/clock', () => problem(404, '/problems/not-found')),
  http.get('/api/session/csrf', () => new HttpResponse(null, { status: 204 })),
  http.get('/api/ledger/entries', () =>
    HttpResponse.json({ items: [], total: 0, totalIsLowerBound: false, next: null }),
  ),
  http.get('/api/lots/:id/signals', () =>
    HttpResponse.json({ foundAt: null, bids: 0, priced: false, items: [], omitted: 0, relations: [] }),
  ),
  http.get('/api/holder-keys', () =>
    HttpResponse.json({
      items: [],
      total: 0,
      next: null,
      supervisionWanted: false,
      lacking: { department: 0, supervision: 0 },
      lackingAboveLimit: { department: 0, supervision: 0 },
    }),
  ),
  http.get('/api/procurement-methods', () => HttpResponse.json(methodOffer())),
  http.post('/api/lots/:id/keyset', () => new HttpResponse(new Uint8Array())),
  http.get('/api/regions', () => HttpResponse.json([])),
  http.get('/api/service-categories', () => HttpResponse.json([])),
)

export const page = (items: object[]) => HttpResponse.json({ items, total: items.length, next: null })

/** Somebody has signed in, with nothing in the inbox. */
export const signedIn = (who: Me) =>
  server.use(
    http.get('/api/me', () => HttpResponse.json(who)),
    http.get('/api/me/inbox', () => HttpResponse.json({ items: [], total: 0, next: null, unread: 0 })),
  )
