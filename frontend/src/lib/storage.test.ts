import { afterEach, expect, test, vi } from 'vitest'
import { forget, recall, remember } from './storage'

afterEach(() => {
  vi.restoreAllMocks()
  forget('draft')
})

const full = () =>
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError')
  })

test('what found no room is recalled as it was typed last, not as it was kept before', () => {
  remember('draft', 'first')
  full()
  remember('draft', 'second')
  expect(recall('draft')).toBe('second')
})

test('once there is room again, what is kept counts', () => {
  full()
  remember('draft', 'second')
  vi.restoreAllMocks()
  remember('draft', 'third')
  localStorage.setItem('goufu.draft', 'of another tab')
  expect(recall('draft')).toBe('of another tab')
})

test('what was forgotten is gone', () => {
  full()
  remember('draft', 'second')
  forget('draft')
  expect(recall('draft')).toBeNull()
})
