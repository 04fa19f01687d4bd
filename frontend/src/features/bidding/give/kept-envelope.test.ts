import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { recall, remember } from '../../../lib/storage'
import type { Envelope } from './envelope'
import { forgetClosed, keepEnvelope, keptLots } from './kept-envelope'

const NOW = new Date('2026-12-01T02:00:00Z')
const OVER = '2026-12-01T01:00:00Z'
const LONG_AFTER = new Date('2999-01-01T00:00:00Z')

const keep = (organization: string, lot: string, closesAt?: string) =>
  keepEnvelope(
    { lot, manifest: { core: { orgId: organization } }, bytes: new Uint8Array([1]), chunks: new Map() } as Envelope,
    NOW,
    closesAt,
  )

/** Whatever is kept is asked about once it is late enough. */
async function kept() {
  const lots: string[] = []
  await forgetClosed(LONG_AFTER, async (lot) => {
    lots.push(lot)
    return false
  })
  return lots.sort()
}

beforeEach(() => void vi.stubGlobal('indexedDB', new IDBFactory()))
afterEach(async () => {
  await forgetClosed(LONG_AFTER, async () => true)
  vi.unstubAllGlobals()
})

test('what can never be given any more leaves the browser, and with it that it was read back', async () => {
  await keep('mine', 'closed', OVER)
  await keep('another', 'kept-earlier')
  remember('read-back.mine.closed', 'x')
  expect(await kept()).toEqual(['closed', 'kept-earlier'])
  await forgetClosed(NOW, async () => true)
  expect(await kept()).toEqual([])
  expect(recall('read-back.mine.closed')).toBeNull()
})

test('before the deadline nobody is asked, and everything stays', async () => {
  await keep('mine', 'open', '2026-12-01T03:00:00Z')
  const asked: string[] = []
  await forgetClosed(NOW, async (lot) => {
    asked.push(lot)
    return true
  })
  expect(asked).toEqual([])
  expect(await kept()).toEqual(['open'])
})

test('a deadline that moved is the platform’s to tell', async () => {
  await keep('mine', 'moved', OVER)
  await keep('mine', 'closed', OVER)
  await forgetClosed(NOW, async (lot) => lot === 'closed')
  expect(await kept()).toEqual(['moved'])
})

test('a body finds what it sealed here itself, and nothing of another', async () => {
  await keep('mine', 'one')
  await keep('mine', 'two')
  await keep('mine-too', 'three')
  expect((await keptLots('mine')).sort()).toEqual(['one', 'two'])
})
