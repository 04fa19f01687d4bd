import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test, vi } from 'vitest'
import type { CommunityProgress, IndicatorPage, RegionIndicators } from '../api/types'
import { renderPage } from '../test/render-page'
import { problem, server } from '../test/server'

const PROVINCE = { code: '51', name: '四川省' }
const CHENGDU = { code: '5101', name: '成都市' }

const progress = (more: Partial<CommunityProgress> = {}): CommunityProgress => ({
  communities: 100,
  active: 250,
  target: 12,
  average: 2.5,
  gap: 950,
  spread: { none: 40, upTo3: 30, upTo6: 20, upTo11: 8, from12: 2 },
  ...more,
})

const region = (more: Partial<RegionIndicators> = {}): RegionIndicators => ({
  region: PROVINCE,
  level: 1,
  itself: false,
  streets: 200,
  federatedStreets: 50,
  registered: 100,
  filed: 540,
  active: 480,
  activeGroups: 400,
  serving: 300,
  unfederated: 90,
  urban: progress(),
  rural: progress({ target: 7, average: 0, active: 0, gap: 700 }),
  ...more,
})

const answered = (more: Partial<IndicatorPage> = {}): IndicatorPage => ({
  day: '2026-11-25',
  days: ['2026-11-25', '2026-11-01'],
  path: [PROVINCE],
  whole: region(),
  level: 2,
  items: [region({ region: CHENGDU, level: 2 }), region({ level: 1, itself: true, filed: 0 })],
  total: 2,
  next: null,
  ...more,
})

function stands(page: (url: URL) => IndicatorPage) {
  server.use(
    http.get('/api/indicators', ({ request }) => HttpResponse.json(page(new URL(request.url)))),
    http.get('/api/indicators/trend', () =>
      HttpResponse.json({
        region: PROVINCE,
        points: ['2025-12-01', '2026-11-25'].map((day, at) => ({
          day,
          registered: 90,
          filed: 500,
          active: 400 + 80 * at,
          serving: 200,
          unfederated: 90,
          federatedStreets: 50,
        })),
      }),
    ),
  )
}

test('the figures are said in sentences, and every chart has its numbers', async () => {
  stands(() => answered())
  renderPage('/indicators')
  expect(await screen.findByRole('heading', { level: 1, name: '四川省的社区社会组织' })).toBeTruthy()
  expect(screen.getByText('城市社区共 100 个，平均 2.5 个活跃组织；要平均达到 12 个，还差 950 个。')).toBeTruthy()
  expect(screen.getByText('200 个社区里，80 个（40%）一个活跃的组织都没有。')).toBeTruthy()
  expect(await screen.findByText('从2025年12月1日到现在，活跃的组织多了 80 个，现在有 480 个。')).toBeTruthy()
  expect(screen.getByRole('table', { name: '分布均不均', hidden: true })).toBeTruthy()
  expect(screen.getByRole('table', { name: '最近一年', hidden: true })).toBeTruthy()
  expect(screen.getByText('登记与备案之比 1 : 5.4')).toBeTruthy()
})

test('a region leads to its own page, and the address says where one is', async () => {
  stands((url) =>
    url.searchParams.get('region') === '5101'
      ? answered({ path: [PROVINCE, CHENGDU], whole: region({ region: CHENGDU, level: 2 }), level: 3, items: [] })
      : answered(),
  )
  const { router } = renderPage('/indicators')
  const table = await screen.findByRole('table', { name: '各市（州）' })
  expect(within(table).getByText('四川省（本级）')).toBeTruthy()
  fireEvent.click(within(table).getByRole('link', { name: '成都市' }))
  await screen.findByRole('heading', { level: 1, name: '成都市的社区社会组织' })
  expect(router.state.location.search).toBe('?region=5101')
  const path = screen.getByRole('navigation', { name: '所在地区' })
  expect(within(path).getByText('成都市').getAttribute('aria-current')).toBe('page')
  expect(within(path).getByRole('link', { name: '四川省' }).getAttribute('href')).toBe('/indicators')
})

test('a phone shows the main figures of each region, and all of them on demand', async () => {
  stands(() => answered())
  renderPage('/indicators')
  const table = await screen.findByRole('table', { name: '各市（州）' })
  const whole = await screen.findByRole('button', { name: '每行显示全部数字' })
  expect(whole.getAttribute('aria-expanded')).toBe('false')
  expect(within(table).getAllByRole('columnheader')).toHaveLength(9)
  fireEvent.click(whole)
  expect(await screen.findByRole('button', { name: '每行只显示主要的', expanded: true })).toBeTruthy()
})

test('order and day stand in the address and in the sheet', async () => {
  const asked: string[] = []
  stands((url) => {
    asked.push(url.search)
    return answered({ day: url.searchParams.get('day') ?? '2026-11-25' })
  })
  const { router } = renderPage('/indicators')
  fireEvent.change(await screen.findByLabelText('排序'), { target: { value: 'gap' } })
  await waitFor(() => expect(router.state.location.search).toBe('?sort=gap'))
  fireEvent.change(await screen.findByLabelText('截至'), { target: { value: '2026-11-01' } })
  await waitFor(() => expect(router.state.location.search).toBe('?day=2026-11-01&sort=gap'))
  await waitFor(() => expect(asked.at(-1)).toContain('day=2026-11-01&sort=gap'))
  expect(screen.getByRole('link', { name: '下载表格（CSV）' }).getAttribute('href')).toBe(
    '/api/indicators.csv?day=2026-11-01&sort=gap',
  )
})

test('a region without any organization says so and what can be done', async () => {
  const nothing = { registered: 0, filed: 0, active: 0, activeGroups: 0, serving: 0, unfederated: 0 }
  stands(() => answered({ whole: region(nothing), items: [] }))
  renderPage('/indicators?region=513338')
  expect(await screen.findByText('四川省还没有登记或备案的社区社会组织')).toBeTruthy()
  expect(screen.queryByText('离目标还有多远')).toBeNull()
})

test('a refusal is a page that says so', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  server.use(http.get('/api/indicators', () => problem(503, '/problems/opendata/not-counted-yet')))
  renderPage('/indicators')
  expect(await screen.findByRole('button', { name: '再试一次' })).toBeTruthy()
})
