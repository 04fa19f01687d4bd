import createClient, { type Middleware } from 'openapi-fetch'
import type { paths } from '../api/schema'
import { setPlatformNow } from './clock'
import { language } from './i18n'
import { ProblemError, problemOf, unreachable } from './problem'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

const cookie = (name: string) =>
  document.cookie
    .split('; ')
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1)

/** The token that shows the server that this page itself asks. */
export async function csrfToken() {
  if (cookie('XSRF-TOKEN') === undefined) {
    await fetch(new URL('/api/session/csrf', window.location.origin), { credentials: 'same-origin' })
  }
  return decodeURIComponent(cookie('XSRF-TOKEN') ?? '')
}

const manners: Middleware = {
  async onRequest({ request }) {
    request.headers.set('Accept-Language', language())
    if (!SAFE.has(request.method)) request.headers.set('X-XSRF-TOKEN', await csrfToken())
    return request
  },
  async onResponse({ response }) {
    const now = response.headers.get('Goufu-Now')
    if (now !== null) setPlatformNow(new Date(now))
    if (!response.ok) throw await problemOf(response)
  },
  onError({ error }) {
    // A cancelled call stays a cancellation: Query must see it as one.
    if (error instanceof ProblemError || (error as Error).name === 'AbortError') return
    return unreachable()
  },
}

/** The one client; it calls `fetch` late so that tests can stand in for the network. */
export const api = createClient<paths>({
  baseUrl: window.location.origin,
  fetch: (request) => fetch(request),
  querySerializer: { array: { style: 'form', explode: true } },
})
api.use(manners)

/** The body of a successful answer. */
export async function answer<T>(call: Promise<{ data?: T | undefined }>): Promise<T> {
  const { data } = await call
  if (data === undefined) throw unreachable()
  return data
}

/** For calls whose success has no body. */
export async function done(call: Promise<unknown>): Promise<void> {
  await call
}

/** A fresh Idempotency-Key; `randomUUID` itself is missing on plain http. */
export const idempotencyKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
