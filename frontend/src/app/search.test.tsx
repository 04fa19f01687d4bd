import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test, vi } from 'vitest'
import { GROUP, hit, searchPage, summary } from '../test/fixtures'
import { renderPage } from '../test/render-page'
import { problem, server } from '../test/server'

test('one hit says who buys what, for how much and until when', async () => {
  server.use(http.get('/api/notices', () => HttpResponse.json(searchPage([hit()]))))
  renderPage('/notices')
  expect(await screen.findByRole('heading', { name: '1 条采购' })).toBeTruthy()
  expect(screen.getByText(/春熙路街道办事处 买 社区助餐/)).toBeTruthy()
  expect(screen.getByText('98,000 元')).toBeTruthy()
  expect(screen.getByText(/还剩/)).toBeTruthy()
})

test('a mark of the index is a mark, anything else in it stays text', async () => {
  const title = '长者<em>助餐</em><img src=x onerror=alert(1)>'
  server.use(http.get('/api/notices', () => HttpResponse.json(searchPage([hit({ highlights: { title, body: [] } })]))))
  renderPage('/notices?q=助餐')
  const link = await screen.findByRole('link', { name: /长者助餐<img src=x/ })
  expect(within(link).getByText('助餐').tagName).toBe('MARK')
  expect(link.querySelector('img')).toBeNull()
})

test('nothing found says why and offers the wider place', async () => {
  server.use(
    http.get('/api/notices', () => HttpResponse.json(searchPage([]))),
    http.get('/api/regions/:code', ({ params }) =>
      HttpResponse.json({
        code: params.code,
        name: '锦江区',
        level: 3,
        parent: '5101',
        childCount: 0,
        fullName: '成都市 锦江区',
        path: [],
      }),
    ),
  )
  renderPage('/notices?region=510104')
  expect(await screen.findByText('没有符合条件的采购')).toBeTruthy()
  expect(screen.getByRole('link', { name: '看上一级地区' }).getAttribute('href')).toBe('/notices?region=5101')
})

test('without the index the newest stand in under a banner, narrowed by place and day', async () => {
  let asked = new URLSearchParams()
  server.use(
    http.get('/api/notices', () => problem(503, '/problems/search/unavailable', {}, { 'Retry-After': '5' })),
    http.get('/api/regions/:code', ({ params }) =>
      HttpResponse.json({ code: params.code, fullName: '成都市', path: [] }),
    ),
    http.get('/api/notices/newest', ({ request }) => {
      asked = new URL(request.url).searchParams
      return HttpResponse.json({ items: [hit()], total: 1, next: null })
    }),
  )
  const { router } = renderPage('/notices?q=助餐&region=5101&publishedFrom=2026-01-02&status=OPEN')
  expect(await screen.findByText('简化检索。')).toBeTruthy()
  expect(await screen.findByRole('link', { name: /社区长者食堂/ })).toBeTruthy()
  expect([...asked]).toEqual([
    ['region', '5101'],
    ['publishedFrom', '2026-01-02'],
  ])
  expect(screen.queryByRole('heading', { name: '能不能响应' })).toBeNull()
  fireEvent.click(screen.getByRole('link', { name: '最近 7 天' }))
  await waitFor(() => expect(asked.get('publishedFrom')).not.toBe('2026-01-02'))
  expect(router.state.location.search).toContain('status=OPEN')
})

test('when the index is back the search shows by itself', async () => {
  let back = false
  server.use(
    http.get('/api/notices', () =>
      back ? HttpResponse.json(searchPage([hit()])) : problem(503, '/problems/search/unavailable'),
    ),
    http.get('/api/notices/newest', () => HttpResponse.json({ items: [], total: 0, next: null })),
  )
  vi.useFakeTimers({ shouldAdvanceTime: true })
  renderPage('/notices')
  expect(await screen.findByText('简化检索。')).toBeTruthy()
  back = true
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await screen.findByRole('link', { name: /社区长者食堂/ })).toBeTruthy()
  expect(screen.queryByText('简化检索。')).toBeNull()
  vi.useRealTimers()
})

test('showing more keeps what was there, counts, and stands in the address', async () => {
  const second = hit({ id: 'n2', title: '第二条' })
  server.use(
    http.get('/api/notices', ({ request }) =>
      HttpResponse.json(
        new URL(request.url).searchParams.get('after') === 'c1'
          ? searchPage([second], { total: 2 })
          : searchPage([hit()], { total: 2, next: 'c1' }),
      ),
    ),
  )
  const { router } = renderPage('/notices')
  fireEvent.click(await screen.findByRole('button', { name: '再显示一些' }))
  expect(await screen.findByRole('link', { name: '第二条' })).toBeTruthy()
  expect(screen.getByText('已显示 2 条，共 2 条')).toBeTruthy()
  expect(router.state.location.search).toBe('?n=2')
})

test('a signed-in body sees on every open hit whether it may bid, asked for in one call', async () => {
  let calls = 0
  server.use(
    http.get('/api/me', () => HttpResponse.json(GROUP)),
    http.get('/api/me/inbox', () => HttpResponse.json({ items: [], total: 0, next: null, unread: 3 })),
    http.get('/api/notices', () =>
      HttpResponse.json(
        searchPage(['n1', 'n2', 'n3', 'n4', 'n5'].map((id) => hit({ id, status: id === 'n5' ? 'CLOSED' : 'OPEN' }))),
      ),
    ),
    http.get('/api/me/eligibility', ({ request }) => {
      calls += 1
      expect(new URL(request.url).searchParams.getAll('notice')).toEqual(['n1', 'n2', 'n3', 'n4'])
      return HttpResponse.json({
        items: [
          summary(),
          summary({
            noticeId: 'n2',
            eligibility: 'THROUGH_FEDERATION',
            federation: { id: 'f1', name: '春熙路联合会' },
          }),
          summary({ noticeId: 'n3', eligibility: 'ELIGIBLE_WITH_GAPS', missing: ['2025 年度年检'] }),
          summary({ noticeId: 'n4', eligibility: 'NOT_ELIGIBLE', failures: ['备案过期'] }),
        ],
      })
    }),
  )
  renderPage('/notices')
  expect(await screen.findByText('可直接响应')).toBeTruthy()
  expect(screen.getByText('可经春熙路联合会承接')).toBeTruthy()
  expect(screen.getByText('还差一项：2025 年度年检')).toBeTruthy()
  expect(screen.getByText('不符合：备案过期')).toBeTruthy()
  expect(calls).toBe(1)
  expect(await screen.findByText('3 条未读')).toBeTruthy()
})

test('suggestions are chosen by keys and lead to the search', async () => {
  server.use(
    http.get('/api/notices', () => HttpResponse.json(searchPage([]))),
    http.get('/api/notices/suggestions', () => HttpResponse.json({ items: [{ text: '助餐服务', kind: 'TITLE' }] })),
  )
  const { router } = renderPage('/notices')
  const box = await screen.findByRole('combobox', { name: '搜索采购公告' })
  fireEvent.change(box, { target: { value: '助' } })
  await screen.findByRole('option', { name: /助餐服务/ })
  fireEvent.keyDown(box, { key: 'ArrowDown' })
  fireEvent.keyDown(box, { key: 'Enter' })
  await waitFor(() => expect(new URLSearchParams(router.state.location.search).get('q')).toBe('助餐服务'))
})

test('nobody answering is a page that says so', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  server.use(http.get('/api/notices', () => HttpResponse.error()))
  renderPage('/notices')
  expect((await screen.findAllByText('没有连上购服')).length).toBeGreaterThan(0)
})
