import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { utf8 } from '../../../lib/bytes'
import { sign, signingKey } from './signing-key'

/** Ids of the keys that the platform has on the body's list. */
let enrolled: string[] = []
let keys = 0

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })

beforeEach(() => {
  enrolled = []
  vi.stubGlobal('fetch', async (request: Request | URL) => {
    if (!(request instanceof Request)) return new Response(null, { status: 204 })
    if (request.method === 'GET') return json({ items: enrolled.map((id) => ({ id })) })
    enrolled.push(`key-${++keys}`)
    return json({ id: enrolled.at(-1) }, 201)
  })
})
afterEach(() => void vi.unstubAllGlobals())

test('the key of this browser is used again while the body has it on its list', async () => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  const first = await signingKey('account')
  expect((await signingKey('account')).id).toBe(first.id)
  enrolled = []
  expect((await signingKey('account')).id).not.toBe(first.id)
})

test('a browser that keeps nothing signs all the same, with one key as long as the page lasts', async () => {
  vi.stubGlobal('indexedDB', {
    open: () => {
      throw new DOMException('no room', 'QuotaExceededError')
    },
  })
  const key = await signingKey('closed')
  expect(await sign(key, utf8('a bid'))).toHaveLength(86)
  expect((await signingKey('closed')).id).toBe(key.id)
  expect(enrolled).toHaveLength(1)
})
