import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { afterEach, expect, test } from 'vitest'
import type { FeedItem, InboxItem, RemedyAction } from '../api/types'
import { FakeEventSource } from '../test/event-source'
import { CATEGORY, condition, EVALUATOR, eligibility, FEDERATION, GROUP, STREET, verdict } from '../test/fixtures'
import { renderPage } from '../test/render-page'
import { problem, server } from '../test/server'

const item = (more: Partial<FeedItem> = {}): FeedItem => ({
  lotId: 'l1',
  noticeId: 'n1',
  purchaseId: 'p1',
  lotTitle: '助餐服务',
  title: '“社区长者食堂”助餐服务',
  department: { id: 'd1', name: '春熙路街道办事处' },
  region: STREET,
  category: CATEGORY,
  budgetFen: 9_800_000,
  deadline: '2999-12-15T02:00:00Z',
  publishedAt: '2026-11-23T01:12:00Z',
  eligibility: 'THROUGH_FEDERATION',
  through: FEDERATION,
  members: [],
  score: 80,
  reasons: ['同在春熙路街道', '申报的服务条目正是“社区助餐”'],
  nearMiss: false,
  missing: null,
  action: null,
  ...more,
})

const CONFIRM: RemedyAction = {
  code: 'CONFIRM_FILING',
  bodyId: 'g1',
  parameters: {},
  usualDays: 7,
  verified: false,
  inTime: false,
}

const message = (more: Partial<InboxItem> = {}): InboxItem => ({
  id: '7',
  kind: 'match',
  noticeId: 'n1',
  purchaseId: 'p1',
  lotId: 'l1',
  membershipId: null,
  bodyId: null,
  place: null,
  title: '助餐服务采购公告',
  reasons: ['同在春熙路街道'],
  at: '2026-11-23T01:12:00Z',
  read: false,
  ...more,
})

const page = (items: object[]) => ({ items, total: items.length, next: null })

function signedIn(items: InboxItem[] = []) {
  server.use(
    http.get('/api/me', () => HttpResponse.json(GROUP)),
    http.get('/api/me/inbox', () =>
      HttpResponse.json({ ...page(items), unread: items.filter(({ read }) => !read).length }),
    ),
  )
}

afterEach(() => {
  FakeEventSource.open = []
})

test('an opportunity says through whom, until when, and why it is shown', async () => {
  signedIn()
  server.use(http.get('/api/me/matches', () => HttpResponse.json(page([item()]))))
  renderPage('/opportunities')
  expect(await screen.findByText('可经春熙路街道联合会承接')).toBeTruthy()
  expect(screen.getByText('申报的服务条目正是“社区助餐”')).toBeTruthy()
  expect(screen.getByText('98,000 元')).toBeTruthy()
  expect(screen.getByRole('link', { name: /社区长者食堂/ }).getAttribute('href')).toBe('/notices/n1#may-i-bid')
})

test('a near miss names the one thing, and how to fix it when asked', async () => {
  signedIn()
  const asked: (string | null)[] = []
  server.use(
    http.get('/api/me/matches', ({ request }) => {
      asked.push(new URL(request.url).searchParams.get('near'))
      return HttpResponse.json(
        page([item({ nearMiss: true, missing: '团队备案', eligibility: 'NOT_ELIGIBLE', action: CONFIRM })]),
      )
    }),
    http.get('/api/lots/l1/eligibility', () =>
      HttpResponse.json(
        eligibility({
          verdicts: [
            verdict({ requirement: condition('FILING'), fact: '备案已过期', remedy: '到街道办事处确认备案' }),
            verdict({ requirement: condition('MEMBERSHIP'), verdict: 'MET', fact: '是成员', remedy: null }),
          ],
        }),
      ),
    ),
  )
  renderPage('/opportunities?tab=near')
  expect(await screen.findByText('还差一项：团队备案')).toBeTruthy()
  expect(asked).toEqual(['true'])
  expect(screen.getByText(/一般要 7 天（估计），赶不上这次截止/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '怎么补上' }))
  expect(await screen.findByText('到街道办事处确认备案')).toBeTruthy()
  expect(screen.queryByText('是成员')).toBeNull()
})

test('no opportunities: why, and what to do', async () => {
  signedIn()
  server.use(http.get('/api/me/matches', () => HttpResponse.json(page([]))))
  renderPage('/opportunities')
  expect(await screen.findByText('现在没有能做的采购')).toBeTruthy()
  expect(screen.getByText(/给联合会的授权/)).toBeTruthy()
})

test('where to be told is saved, and a refusal keeps the choice', async () => {
  signedIn()
  const sent: unknown[] = []
  server.use(
    http.get('/api/me/telling', () => HttpResponse.json({ places: ['510104', '510107'] })),
    http.get('/api/regions/:code', ({ params }) =>
      HttpResponse.json({ code: params.code, name: '区', fullName: `成都市 ${params.code}`, parent: '5101', path: [] }),
    ),
    http.put('/api/me/telling', async ({ request }) => {
      sent.push(await request.json())
      return sent.length === 1
        ? problem(503, '/problems/busy', { detail: '稍后再试' })
        : new HttpResponse(null, { status: 204 })
    }),
  )
  renderPage('/opportunities/telling')
  fireEvent.click(await screen.findByRole('button', { name: '去掉 成都市 510107' }))
  fireEvent.click(screen.getByRole('button', { name: '保存' }))
  expect(await within(await screen.findByRole('alert')).findByText('稍后再试')).toBeTruthy()
  expect(screen.queryByText('成都市 510107')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '保存' }))
  expect(await screen.findByText(/已保存/)).toBeTruthy()
  expect(sent).toEqual([{ places: ['510104'] }, { places: ['510104'] }])
})

test('the inbox says why each came, and marking as read can be undone', async () => {
  const stored = message()
  signedIn([stored])
  const marks: string[] = []
  server.use(
    http.put('/api/me/inbox/7/:mark', ({ params }) => {
      marks.push(String(params.mark))
      stored.read = params.mark === 'read'
      return new HttpResponse(null, { status: 204 })
    }),
  )
  renderPage('/inbox')
  const row = (await screen.findByRole('link', { name: '助餐服务采购公告' })).closest('li') as HTMLElement
  expect(within(row).getByText('同在春熙路街道')).toBeTruthy()
  expect((await screen.findAllByText('1 条未读')).length).toBeGreaterThan(0)
  fireEvent.click(within(row).getByRole('button', { name: /^标为已读/ }))
  expect(await within(row).findByRole('button', { name: /^标为未读/ })).toBeTruthy()
  await waitFor(() => expect(marks).toEqual(['read']))
  fireEvent.click(screen.getByRole('button', { name: '撤销' }))
  expect(await within(row).findByRole('button', { name: /^标为已读/ })).toBeTruthy()
  await waitFor(() => expect(marks).toEqual(['read', 'unread']))
})

test('the filters are addresses that ask the server', async () => {
  signedIn()
  const asked: string[] = []
  server.use(
    http.get('/api/me/inbox', ({ request }) => {
      asked.push(new URL(request.url).search)
      return HttpResponse.json({ ...page([]), unread: 0 })
    }),
  )
  renderPage('/inbox?unread=true&kind=deadline')
  expect(await screen.findByText('这里没有消息')).toBeTruthy()
  expect(asked).toContain('?unread=true&kind=deadline')
  expect(screen.getByRole('link', { name: '快截止' }).getAttribute('aria-current')).toBe('true')
})

test('what arrives on the stream is said politely, counted, and stands in the open inbox', async () => {
  const stored: InboxItem[] = []
  signedIn()
  server.use(http.get('/api/me/inbox', () => HttpResponse.json({ ...page(stored), unread: stored.length })))
  const { router } = renderPage('/inbox')
  expect(await screen.findByText('还没有消息')).toBeTruthy()
  await waitFor(() => expect(FakeEventSource.open).toHaveLength(1))
  const [stream] = FakeEventSource.open
  expect(stream?.url).toBe('/api/me/events')
  stored.push(message())
  act(() => stream?.say('match', { ...message(), inboxId: '7' }))
  const toast = await screen.findByText('新消息：助餐服务采购公告（同在春熙路街道）')
  expect(toast.closest('[role=status]')).not.toBeNull()
  expect(await screen.findByRole('link', { name: '助餐服务采购公告' })).toBeTruthy()
  server.use(http.get('/api/notices/n1', () => problem(404, '/problems/not-found')))
  fireEvent.click(screen.getByRole('button', { name: '打开' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/notices/n1'))
})

test.each([
  ['opening', '/lots/l1/opening'],
  ['evaluation', '/lots/l1/evaluation'],
  ['desk', '/evaluations/l1'],
  ['debrief', '/lots/l1/debrief'],
  ['result', '/lots/l1/result'],
] as const)('a message about what becomes of bids leads to the page where one acts: %s', async (place, address) => {
  signedIn([message({ kind: 'evaluation', noticeId: null, place, reasons: ['请看'] })])
  renderPage('/inbox')
  expect((await screen.findByRole('link', { name: '助餐服务采购公告' })).getAttribute('href')).toBe(address)
})

test('an evaluator has an inbox and a stream', async () => {
  server.use(
    http.get('/api/me', () => HttpResponse.json(EVALUATOR)),
    http.get('/api/me/inbox', () => HttpResponse.json({ ...page([]), unread: 0 })),
  )
  renderPage('/inbox')
  expect(await screen.findByText('还没有消息')).toBeTruthy()
  await waitFor(() => expect(FakeEventSource.open).toHaveLength(1))
})
