import { fireEvent, screen, waitFor } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import type { CalendarFile, LoadedReference, Me, Rebuild } from '../api/types'
import { OFFICER } from '../test/fixtures'
import { renderPage } from '../test/render-page'
import { problem, server } from '../test/server'

const ADMIN: Me = {
  ...OFFICER,
  account: { id: 'a9', username: 'admin', displayName: '管理员', roles: ['PLATFORM_ADMIN'] },
  department: null,
  region: null,
}

const rebuilt = (more: Partial<Rebuild> = {}): Rebuild => ({
  state: 'IDLE',
  done: 0,
  total: 0,
  startedAt: null,
  finishedAt: null,
  message: null,
  ...more,
})

const LOADED: LoadedReference = {
  years: [
    { year: 2026, official: true, holidays: 20, workdays: 6, document: null, loadedBy: null, loadedAt: null },
    { year: 2027, official: false, holidays: 7, workdays: 0, document: null, loadedBy: null, loadedAt: null },
  ],
  thresholds: [
    {
      region: { code: '51', name: '四川省' },
      level: 'COUNTY',
      kind: 'PURCHASE_LIMIT',
      amountFen: 50_000_000,
      from: '2020-01-01',
      document: '目录及标准（待核对）',
      verified: false,
      enteredBy: null,
      enteredAt: null,
    },
  ],
}

function stands(states: Rebuild[]) {
  server.use(
    http.get('/api/me', () => HttpResponse.json(ADMIN)),
    http.get('/api/operations/index-rebuild', () => HttpResponse.json(states.length > 1 ? states.shift() : states[0])),
    http.get('/api/operations/reference', () => HttpResponse.json(LOADED)),
    http.get('/api/operations/index-check', () =>
      HttpResponse.json({ checkedAt: '2026-11-23T01:00:00Z', missing: 0, stale: 2, extra: 0 }),
    ),
  )
}

test('a rebuild is watched with its numbers until it is done', async () => {
  stands([
    rebuilt(),
    rebuilt({ state: 'RUNNING', done: 1200, total: 3380, startedAt: '2026-11-23T01:00:00Z' }),
    rebuilt({ state: 'DONE', done: 3380, total: 3380, finishedAt: '2026-11-23T01:01:00Z' }),
  ])
  server.use(http.post('/api/operations/index-rebuild', () => new HttpResponse(null, { status: 202 })))
  renderPage('/operations')
  fireEvent.click(await screen.findByRole('button', { name: '重建索引' }))
  expect(await screen.findByText('1,200 / 3,380')).toBeTruthy()
  expect(await screen.findByText(/上次重建完成于/)).toBeTruthy()
})

test('where index and database disagree, it says so in numbers', async () => {
  stands([rebuilt()])
  renderPage('/operations')
  expect(await screen.findByText(/索引和数据库不一致/)).toBeTruthy()
  expect(screen.getByText('2')).toBeTruthy()
})

test('the clock stands there in a demo only, and moves ahead by what was pressed', async () => {
  stands([rebuilt()])
  const sent: unknown[] = []
  const first = renderPage('/operations')
  await screen.findByText(/索引和数据库不一致/)
  expect(screen.queryByText('演示时钟')).toBeNull()
  first.unmount()
  server.use(
    http.get('/api/demo/clock', () => HttpResponse.json({ now: new Date().toISOString(), offset: 'PT0S' })),
    http.post('/api/demo/clock', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json({ now: '2026-11-26T01:00:00Z', offset: 'PT72H' })
    }),
  )
  renderPage('/operations')
  fireEvent.click(await screen.findByRole('button', { name: '往前 3 天' }))
  await waitFor(() => expect(sent).toEqual([{ advance: 'PT72H' }]))
  expect(await screen.findByText('现在是 2026年11月26日 周四 09:00。')).toBeTruthy()
})

test('a refused rebuild says why', async () => {
  stands([rebuilt()])
  server.use(
    http.post('/api/operations/index-rebuild', () => problem(409, '/problems/running', { detail: '正在重建' })),
  )
  renderPage('/operations')
  fireEvent.click(await screen.findByRole('button', { name: '重建索引' }))
  expect(await screen.findByText('正在重建')).toBeTruthy()
})

test('while amounts are not verified, the page says so, and the provisional year shows as one', async () => {
  stands([rebuilt()])
  renderPage('/operations')
  expect(await screen.findByText(/还没有对照正式文件核对过/)).toBeTruthy()
  expect(screen.getByText('△ 暂定')).toBeTruthy()
  expect(screen.getByText('△ 待核对')).toBeTruthy()
})

test('a year is loaded only after its changes were seen, and a changed text has to be seen again', async () => {
  stands([rebuilt()])
  const loaded: CalendarFile[] = []
  const found = { year: 2027, workingDays: 250, holidays: ['2027-02-05'], workdays: [], changes: ['2027-02-05'] }
  server.use(
    http.post('/api/operations/calendar-previews', () => HttpResponse.json({ ...found, document: '一号' })),
    http.post('/api/operations/calendar-years', async ({ request }) => {
      loaded.push((await request.json()) as CalendarFile)
      return HttpResponse.json({ ...found, document: '一号' }, { status: 201 })
    }),
  )
  renderPage('/operations')
  const csv = (await screen.findByLabelText('放假和调休的日子')) as HTMLTextAreaElement
  expect((screen.getByLabelText('年份') as HTMLInputElement).value).toBe('2027')
  fireEvent.change(csv, { target: { value: 'date,kind\n2027-02-05,holiday' } })
  expect(screen.queryByRole('button', { name: '载入 2027 年' })).toBeNull()
  const look = screen.getByRole('button', { name: '先看会怎么变', hidden: true })
  fireEvent.click(look)
  expect(await screen.findByText('2027 年共 250 个工作日')).toBeTruthy()
  fireEvent.change(csv, { target: { value: 'date,kind\n2027-02-08,holiday' } })
  await waitFor(() => expect(screen.queryByText('2027 年共 250 个工作日')).toBeNull())
  fireEvent.click(look)
  fireEvent.click(await screen.findByRole('button', { name: '载入 2027 年', hidden: true }))
  await waitFor(() => expect(loaded).toHaveLength(1))
  expect(loaded[0]).toMatchObject({ year: 2027, csv: 'date,kind\n2027-02-08,holiday' })
  expect(await screen.findByText('2027 年的日历已经载入。')).toBeTruthy()
})

test('lines that cannot be right are named and nothing typed is lost', async () => {
  stands([rebuilt()])
  const errors = [{ pointer: '/csv', code: 'calendar-line', detail: '第 2 行看不懂' }]
  server.use(
    http.post('/api/operations/calendar-previews', () =>
      problem(422, '/problems/reference/calendar-invalid', { errors }),
    ),
  )
  renderPage('/operations')
  const csv = (await screen.findByLabelText('放假和调休的日子')) as HTMLTextAreaElement
  fireEvent.change(csv, { target: { value: 'date,kind\nx' } })
  fireEvent.click(screen.getByRole('button', { name: '先看会怎么变', hidden: true }))
  expect(await screen.findByRole('link', { name: '第 2 行看不懂' })).toBeTruthy()
  expect(csv.value).toBe('date,kind\nx')
})

test('an official amount is read as people type it, and what is refused leads to its own field', async () => {
  stands([rebuilt()])
  const sent: unknown[] = []
  const errors = [{ pointer: '/document', code: 'required', detail: '请写明文件' }]
  server.use(
    http.post('/api/operations/thresholds', async ({ request }) => {
      sent.push(await request.json())
      return problem(422, '/problems/reference/threshold-invalid', { errors })
    }),
  )
  renderPage('/operations')
  fireEvent.change(await screen.findByLabelText('数额（元）'), { target: { value: '500万' } })
  fireEvent.click(screen.getByRole('button', { name: '登记', hidden: true }))
  const link = await screen.findByRole('link', { name: /请写明文件/ })
  const form = screen.getByLabelText('数额（元）').closest('form')
  expect(form?.querySelector(link.getAttribute('href') ?? '')).toBeTruthy()
  expect(sent).toMatchObject([{ amountFen: 500_000_000 }])
})
