import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { browserStore } from './browser-store'

const bids = browserStore<{ said: string }>('sealed-bids')
const keys = browserStore<{ said: string }>('signing-keys')

beforeEach(() => void vi.stubGlobal('indexedDB', new IDBFactory()))
afterEach(() => void vi.unstubAllGlobals())

test('what is put is there again under its key, until it is removed', async () => {
  await bids.put('one', { said: '第一次' })
  await bids.put('one', { said: '第二次' })
  await bids.put('two', { said: '另一个' })
  expect(await bids.get('one')).toEqual({ said: '第二次' })
  expect(await bids.keys()).toEqual(['one', 'two'])
  await bids.remove('one')
  expect(await bids.get('one')).toBeUndefined()
  expect(await bids.keys()).toEqual(['two'])
})

test('each kind has its own keys', async () => {
  await bids.put('one', { said: '响应文件' })
  expect(await keys.get('one')).toBeUndefined()
})
