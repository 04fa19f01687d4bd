import { renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FakeEventSource } from '../../test/event-source'
import { type Arrival, useInboxStream } from './use-inbox-stream'

const arrived: Arrival[] = []
let resumed = 0
const listener = { onArrival: (arrival: Arrival) => arrived.push(arrival), onResume: () => (resumed += 1) }
const stream = () => FakeEventSource.open[0]
const ARRIVAL = {
  inboxId: '7',
  noticeId: 'n1',
  purchaseId: 'p1',
  lotId: 'l1',
  bodyId: null,
  place: null,
  title: '助餐',
  reasons: [],
  at: '',
}

function show(visible: boolean) {
  Object.defineProperty(document, 'visibilityState', { value: visible ? 'visible' : 'hidden', configurable: true })
  document.dispatchEvent(new Event('visibilitychange'))
}

beforeEach(() => {
  vi.useFakeTimers()
  arrived.length = 0
  resumed = 0
  FakeEventSource.open = []
})
afterEach(() => show(true))

test('what came between the question of the page and the first moment of the stream is fetched', () => {
  renderHook(() => useInboxStream(listener))
  expect(resumed).toBe(0)
  stream()?.stand()
  expect(resumed).toBe(1)
})

test('events of every kind are told, and what is no message is passed over', () => {
  renderHook(() => useInboxStream(listener))
  for (const kind of ['match', 'notice', 'correction', 'deadline', 'bid', 'opening', 'evaluation'])
    stream()?.say(kind, ARRIVAL)
  stream()?.say('match', 'not json')
  stream()?.say('match', { hello: 1 })
  expect(arrived).toHaveLength(7)
})

test('a stream that was refused is opened anew, later each time, and then what was missed is fetched', () => {
  renderHook(() => useInboxStream(listener))
  stream()?.stand()
  expect(resumed).toBe(1)
  stream()?.refuse()
  vi.advanceTimersByTime(1_999)
  const first = stream()
  vi.advanceTimersByTime(1)
  expect(stream()).not.toBe(first)
  stream()?.refuse()
  vi.advanceTimersByTime(3_999)
  const second = stream()
  vi.advanceTimersByTime(1)
  expect(stream()).not.toBe(second)
  stream()?.stand()
  expect(resumed).toBe(2)
})

test('a short cut is left to the browser, and what was missed is fetched when the stream stands again', () => {
  renderHook(() => useInboxStream(listener))
  const only = stream()
  only?.stand()
  only?.dispatchEvent(new Event('error'))
  vi.advanceTimersByTime(120_000)
  expect(FakeEventSource.open).toEqual([only])
  only?.stand()
  expect(resumed).toBe(2)
})

test('a hidden page lets go; when it is seen again, it catches up', () => {
  renderHook(() => useInboxStream(listener))
  stream()?.stand()
  show(false)
  expect(FakeEventSource.open).toEqual([])
  show(true)
  stream()?.stand()
  expect(resumed).toBe(2)
})

test('leaving the page closes the stream', () => {
  const { unmount } = renderHook(() => useInboxStream(listener))
  unmount()
  expect(FakeEventSource.open).toEqual([])
})
