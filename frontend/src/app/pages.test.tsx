import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test, vi } from 'vitest'
import {
  eligibility,
  FEDERATION,
  federationDetails,
  GROUP,
  hit,
  notice,
  OFFICER,
  purchase,
  searchPage,
} from '../test/fixtures'
import { renderPage } from '../test/render-page'
import { problem, server } from '../test/server'

const signedIn = (who: object) =>
  server.use(
    http.get('/api/me', () => HttpResponse.json(who)),
    http.get('/api/me/inbox', () => HttpResponse.json({ items: [], total: 0, next: null, unread: 0 })),
  )

const noticeStands = (more = {}) =>
  server.use(
    http.get('/api/notices/n1', () => HttpResponse.json(notice(more))),
    http.get('/api/purchases/p1', () => HttpResponse.json(purchase())),
  )

test('a visitor finds the registers in the bar, and whoever has signed in behind one press', async () => {
  server.use(http.get('/api/ledger/key', () => new HttpResponse('k')))
  const visitor = renderPage('/verify')
  expect(await screen.findByRole('link', { name: '社会组织' })).toBeTruthy()
  visitor.unmount()
  signedIn(GROUP)
  renderPage('/verify')
  const more = await screen.findByRole('button', { name: '更多' })
  expect(screen.queryByRole('link', { name: '社会组织' })).toBeNull()
  fireEvent.click(more)
  expect(screen.getByRole('link', { name: '我的备案' })).toBeTruthy()
  expect(screen.getByRole('link', { name: '社会组织' })).toHaveProperty('pathname', '/organizations')
})

test('home counts what is open and shows both lists, also when there is nothing', async () => {
  server.use(
    http.get('/api/statistics', () =>
      HttpResponse.json({
        openNotices: 128,
        openAmountFen: 0,
        publishedLast7Days: 6,
        organizations: 3,
        filedGroups: 16,
        federations: 2,
      }),
    ),
    http.get('/api/notices', ({ request }) =>
      HttpResponse.json(searchPage(new URL(request.url).searchParams.get('sort') === 'deadline' ? [] : [hit()])),
    ),
  )
  renderPage('/')
  expect(await screen.findByText('128')).toBeTruthy()
  expect(await screen.findByText('没有正等着响应的采购')).toBeTruthy()
  expect(screen.getByRole('link', { name: /社区长者食堂/ })).toBeTruthy()
})

test('a notice shows its stages, its lots and its digest in fours, and invites a visitor to sign in', async () => {
  noticeStands()
  renderPage('/notices/n1')
  expect(await screen.findByRole('heading', { level: 1, name: /社区长者食堂/ })).toBeTruthy()
  const stages = await screen.findByRole('list', { name: '采购进度' })
  expect(within(stages).getByText('截止后立即开启')).toBeTruthy()
  expect(screen.getByText('具有特别资格：食品经营许可')).toBeTruthy()
  expect(screen.getByText('80 分')).toBeTruthy()
  expect(screen.getByText('9f2c 41aa 7be0 d5c3')).toBeTruthy()
  expect(await screen.findByRole('link', { name: '登录看看' })).toBeTruthy()
  expect(screen.getByRole('link', { name: '打印正式公告' }).getAttribute('href')).toBe('/api/notices/n1.html')
})

test('above the limit the statutory medium is named with its number', async () => {
  noticeStands({
    official: {
      medium: '四川政府采购网',
      url: 'https://example.org/1',
      noticeId: 'N-1',
      publishedAt: '2026-11-20T01:00:00Z',
    },
  })
  renderPage('/notices/n1')
  expect((await screen.findByRole('link', { name: '公告 N-1' })).getAttribute('href')).toBe('https://example.org/1')
})

test('a filed group learns through whom it may take part, why, and what its members bring', async () => {
  signedIn(GROUP)
  noticeStands()
  server.use(
    http.get('/api/lots/l1/eligibility', () =>
      HttpResponse.json(
        eligibility({
          eligibility: 'THROUGH_FEDERATION',
          through: [{ federation: FEDERATION, eligibility: 'ELIGIBLE', verdicts: [] }],
        }),
      ),
    ),
    http.get('/api/federations/f1', () => HttpResponse.json(federationDetails())),
  )
  renderPage('/notices/n1')
  const panel = await screen.findByRole('region', { name: '我能投吗？' })
  expect(await within(panel).findByText('可经春熙路街道联合会承接')).toBeTruthy()
  expect(within(panel).getByText('备案团队不是法人（2026年11月20日）')).toBeTruthy()
  expect(within(panel).getByText('政府采购法 第22条')).toBeTruthy()
  expect(within(panel).getByText('经联合会承接')).toBeTruthy()
  const tiles = await within(panel).findByRole('list', { name: '联合会能凑齐的力量' })
  expect(within(tiles).getByText('备案过期')).toBeTruthy()
  expect(within(tiles).getAllByRole('listitem')).toHaveLength(2)
})

test('beside the notice of a result stand the record of the evaluation and the proof of the whole purchase', async () => {
  server.use(
    http.get('/api/notices/n1', () => HttpResponse.json(notice({ type: 'RESULT', status: 'PUBLISHED', lots: [] }))),
    http.get('/api/purchases/p1', () => HttpResponse.json(purchase())),
    http.get('/api/purchases/p1/outcomes', () =>
      HttpResponse.json(
        [
          ['l1', 'n1'],
          ['l2', 'n9'],
        ].map(([lot, noticeId], place) => ({
          lot,
          number: place + 1,
          title: null,
          outcome: 'AWARDED',
          noticeId,
          decidedAt: '2026-12-18T02:00:00Z',
          prepared: null,
        })),
      ),
    ),
  )
  renderPage('/notices/n1')
  const beside = await screen.findByRole('region', { name: '结果从哪里来' })
  const ways = within(beside).getAllByRole('link')
  expect(ways.map((way) => way.getAttribute('href'))).toEqual([
    '/lots/l1/result',
    '/verify?purchase=p1',
    '/api/purchases/p1/bundle',
  ])
})

test('a notice that is not there is a page that says so', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  server.use(http.get('/api/notices/none', () => problem(404, '/problems/purchase/not-found')))
  renderPage('/notices/none')
  expect((await screen.findAllByText('这里没有页面')).length).toBeGreaterThan(0)
})

test('a federation shows its members lit and dark', async () => {
  server.use(http.get('/api/organizations/f1', () => HttpResponse.json(federationDetails())))
  renderPage('/federations/f1')
  expect(await screen.findByText('1 个成员现在就能承接')).toBeTruthy()
  expect(screen.getByText('备案过期')).toBeTruthy()
})

test('sign-in names what is missing, then what was refused, and leads back', async () => {
  let tries = 0
  server.use(
    http.post('/api/session', () => {
      tries += 1
      return tries === 1 ? problem(401, '/problems/account/refused') : HttpResponse.json(OFFICER)
    }),
    http.get('/api/notices', () => HttpResponse.json(searchPage([]))),
  )
  const { router } = renderPage('/sign-in?back=%2Fnotices')
  const submit = await screen.findByRole('button', { name: '登录' })
  fireEvent.click(submit)
  const summary = await screen.findByRole('alert')
  await waitFor(() => expect(document.activeElement).toBe(summary))
  expect(within(summary).getByRole('link', { name: '请填写用户名' })).toBeTruthy()
  fireEvent.change(screen.getByLabelText('用户名'), { target: { value: 'officer' } })
  fireEvent.change(screen.getByLabelText('密码'), { target: { value: 'goufu-demo' } })
  fireEvent.click(submit)
  expect(await screen.findByText(/用户名或密码不对/)).toBeTruthy()
  fireEvent.click(submit)
  expect(await screen.findByRole('link', { name: '我的采购' })).toBeTruthy()
  await waitFor(() => expect(router.state.location.pathname).toBe('/notices'))
})

test('demo accounts are offered only where the demo clock ticks', async () => {
  server.use(http.get('/api/demo/clock', () => HttpResponse.json({ now: new Date().toISOString(), offset: 'PT0S' })))
  renderPage('/sign-in')
  expect(await screen.findByRole('button', { name: /备案团队/ })).toBeTruthy()
})

test('an address that leads nowhere keeps the way to search', async () => {
  renderPage('/nowhere')
  expect((await screen.findByRole('link', { name: '去找采购' })).getAttribute('href')).toBe('/notices')
})

test("where nobody can say who calls, a page of one's own says so instead of asking to sign in", async () => {
  server.use(http.get('/api/me', () => problem(503, '/problems/http/unavailable')))
  const { router } = renderPage('/purchases')
  expect(await screen.findByRole('heading', { level: 1, name: '服务暂时不可用' })).toBeTruthy()
  expect(router.state.location.pathname).toBe('/purchases')
})
