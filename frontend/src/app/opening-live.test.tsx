import { act, screen, waitFor } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { afterEach, expect, test, vi } from 'vitest'
import type { Opening } from '../api/types'
import { FakeEventSource } from '../test/event-source'
import { renderPage } from '../test/render-page'
import { problem, server } from '../test/server'

const opening = (more: Partial<Opening> = {}): Opening => ({
  lotId: 'l1',
  purchaseId: 'p1',
  noticeId: 'n1',
  title: '助餐与探访',
  state: 'SEALED',
  deadline: '2026-11-23T01:00:00Z',
  openingAt: '2026-11-23T01:00:00Z',
  now: '2026-11-23T01:12:00Z',
  staged: false,
  bids: null,
  begunBy: null,
  begunAt: null,
  checkUntil: null,
  stage: null,
  releasedAt: null,
  gatheredAt: null,
  without: null,
  remedyUntil: null,
  openedAt: null,
  digest: null,
  done: 0,
  priced: false,
  holders: [],
  said: [],
  items: [],
  ...more,
})

const begun = {
  state: 'SEAL_CHECK',
  bids: 4,
  begunAt: '2026-11-23T01:12:30Z',
  checkUntil: '2026-11-23T01:27:30Z',
} as const

afterEach(() => {
  FakeEventSource.open = []
  vi.useRealTimers()
})

function visited(now: () => Opening) {
  let asked = 0
  server.use(
    http.get('/api/me', () => problem(401, '/problems/account/not-signed-in')),
    http.get('/api/demo/clock', () => problem(404, '/problems/not-found')),
    http.get('/api/lots/l1/opening', () => {
      asked += 1
      return HttpResponse.json(now())
    }),
  )
  renderPage('/lots/l1/opening')
  return () => asked
}

test('a move is heard and the page asks again; a cut stream is made up when it stands anew', async () => {
  let now = opening()
  const asked = visited(() => now)
  await waitFor(() => expect(FakeEventSource.open.map(({ url }) => url)).toEqual(['/api/lots/l1/opening/events']))
  const [stream] = FakeEventSource.open
  act(() => stream?.stand())
  const before = asked()
  now = opening(begun)
  act(() => stream?.say('moved', ''))
  expect(await screen.findByText('4 份')).toBeTruthy()
  expect(asked()).toBeGreaterThan(before)
  act(() => {
    stream?.dispatchEvent(new Event('error'))
    stream?.stand()
  })
  await waitFor(() => expect(asked()).toBeGreaterThan(before + 1))
})

test('before the deadline and after the record there is nothing to hear', async () => {
  visited(() => opening({ state: 'GIVING' }))
  expect((await screen.findAllByText('助餐与探访')).length).toBeGreaterThan(0)
  expect(FakeEventSource.open).toEqual([])
})
