import { IDBFactory } from 'fake-indexeddb'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { browserStore } from '../../../lib/browser-store'
import { recall, remember } from '../../../lib/storage'
import { forgetClosed } from './kept-envelope'

const store = browserStore<object>('sealed-bids')
const NOW = new Date('2026-12-01T02:00:00Z')
const kept = (closesAt?: string) => ({ manifest: new Uint8Array([1]), chunks: new Map(), sealedAt: '', closesAt })

beforeEach(() => void vi.stubGlobal('indexedDB', new IDBFactory()))
afterEach(() => void vi.unstubAllGlobals())
// Other files share its modules, and some put another store in their place.
afterAll(() => void vi.resetModules())

test('what can never be given any more leaves the browser, and with it that it was read back', async () => {
  await store.put('mine.closed', kept('2026-12-01T01:00:00Z'))
  await store.put('another.closed', kept())
  remember('read-back.mine.closed', 'x')
  await forgetClosed(NOW, async () => true)
  expect(await store.keys()).toEqual([])
  expect(recall('read-back.mine.closed')).toBeNull()
})

test('before the deadline nobody is asked, and everything stays', async () => {
  await store.put('mine.open', kept('2026-12-01T03:00:00Z'))
  const asked: string[] = []
  await forgetClosed(NOW, async (lot) => {
    asked.push(lot)
    return true
  })
  expect(asked).toEqual([])
  expect(await store.keys()).toEqual(['mine.open'])
})

test('a deadline that moved is the platform’s to tell', async () => {
  await store.put('mine.moved', kept('2026-12-01T01:00:00Z'))
  await store.put('mine.closed', kept('2026-12-01T01:00:00Z'))
  await forgetClosed(NOW, async (lot) => lot === 'closed')
  expect(await store.keys()).toEqual(['mine.moved'])
})
