import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'

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
  http.get('/api/regions', () => HttpResponse.json([])),
  http.get('/api/service-categories', () => HttpResponse.json([])),
)
