import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import type { Draft, EarliestDeadline, Finding, Purchase, WorkDays } from '../api/types'
import { plusDays } from '../lib/beijing-time'
import { setPlatformNow } from '../lib/clock'
import { OFFICER, purchase } from '../test/fixtures'
import { renderPage } from '../test/render-page'
import { problem, server } from '../test/server'

const ADDRESS = '/purchases/p1/edit'
const LOT = {
  id: 'l1',
  title: '助餐',
  categoryCode: 'A0402-01',
  serviceRegionCodes: ['510104023'],
  budgetFen: 9_800_000,
  description: null,
  requirements: [{ kind: 'TEXT', text: '成立满三年' }],
  criteria: [
    { name: '服务方案', weight: 80, kind: 'QUALITY' },
    { name: '报价', weight: 20, kind: 'PRICE' },
  ],
} as unknown as Purchase['lots'][number]

const draft = (more: Partial<Purchase> = {}) =>
  purchase({
    state: 'DRAFT',
    number: null,
    title: '助餐服务',
    description: '每天一餐',
    lots: [LOT],
    version: 3,
    ...more,
  })

const finding = (more: Partial<Finding> = {}): Finding => ({
  severity: 'ERROR',
  pointer: '/lots/0/requirements/0/text',
  code: 'F04',
  detail: '成立年限不能作为资格条件。',
  rule: '政府采购需求管理办法',
  ruleVerified: true,
  suggestion: '改为写这项服务需要的人员。',
  ...more,
})

const EARLIEST: EarliestDeadline = {
  from: '2026-11-24',
  days: 3,
  working: true,
  workingDays: 3,
  earliest: '2026-11-27',
  unhurried: '2026-11-30',
  provisional: false,
  firmUntil: '2026-12-31',
  lastDay: '2027-12-31',
  rule: '公告期不少于 3 个工作日',
}

/** Weekends rest, and so does the third of December. */
function workDays(asked: URLSearchParams): WorkDays {
  const days = []
  for (let day = asked.get('from') ?? ''; day <= (asked.get('to') ?? ''); day = plusDays(day, 1)) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
    days.push({ date: day, workday: weekday % 6 !== 0 && day !== '2026-12-03', official: true })
  }
  return { days, firmUntil: EARLIEST.firmUntil, lastDay: EARLIEST.lastDay }
}

/** What reached the server. */
let saved: { body: Draft; match: string | null }[] = []

function stands(stored: Purchase = draft(), findings: Finding[] = []) {
  saved = []
  server.use(
    http.get('/api/me', () => HttpResponse.json(OFFICER)),
    http.get('/api/me/inbox', () => HttpResponse.json({ items: [], total: 0, next: null, unread: 0 })),
    http.get('/api/purchases/p1', () => HttpResponse.json(stored)),
    http.put('/api/purchases/p1', async ({ request }) => {
      saved.push({ body: (await request.json()) as Draft, match: request.headers.get('If-Match') })
      return HttpResponse.json(stored, { headers: { ETag: `"${stored.version + saved.length}"` } })
    }),
    http.get('/api/purchases/p1/check', () => HttpResponse.json(findings)),
    http.get('/api/regions/:code', ({ params }) =>
      HttpResponse.json({
        code: params.code,
        name: '春熙路街道',
        fullName: '成都市 锦江区 春熙路街道',
        parent: '510104',
      }),
    ),
    http.get('/api/service-categories/:code', ({ params }) =>
      HttpResponse.json({ code: params.code, name: '社区助餐', parent: 'A0402' }),
    ),
    http.get('/api/earliest-deadline', () => HttpResponse.json(EARLIEST)),
    http.get('/api/work-calendar', ({ request }) => HttpResponse.json(workDays(new URL(request.url).searchParams))),
    http.get('/api/requirement-kinds', () =>
      HttpResponse.json([
        {
          kind: 'TEXT',
          name: '其他条件',
          description: '由人判断',
          basis: '政府采购法 第22条',
          parameters: [{ name: 'text', type: 'TEXT', label: '条件', options: null, required: true }],
        },
      ]),
    ),
    http.post('/api/pool-estimates', () =>
      HttpResponse.json({
        direct: 40,
        groups: 210,
        federations: 5,
        costs: [{ index: 0, direct: 30, groups: 90, federations: 2, share: 0.61 }],
      }),
    ),
  )
}

const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })

beforeEach(() => {
  localStorage.clear()
  // A Tuesday.
  setPlatformNow(new Date('2026-11-24T02:00:00Z'))
})

const deadline = () => screen.getByLabelText('响应截止时间') as HTMLInputElement

test('the earliest lawful deadline stands there with its rule and is taken with one click', async () => {
  stands()
  renderPage(ADDRESS)
  expect(await screen.findByText('今天发布，最早 2026年11月27日 截止。')).toBeTruthy()
  expect(screen.getByText('公告期不少于 3 个工作日')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '最早，2026年11月27日 周五 17:00' }))
  expect(deadline().value).toBe('2026-11-27T17:00')
  fireEvent.click(screen.getByRole('button', { name: /^满 3 个整工作日/ }))
  expect(deadline().value).toBe('2026-11-30T17:00')
})

test('whoever asks for a supervisor is told when none has a key', async () => {
  stands()
  server.use(
    http.get('/api/holder-keys', () =>
      HttpResponse.json({
        items: [],
        total: 0,
        next: null,
        supervisionWanted: false,
        lacking: { department: 0, supervision: 1 },
        lackingAboveLimit: { department: 1, supervision: 1 },
      }),
    ),
  )
  renderPage(ADDRESS)
  fireEvent.click(await screen.findByLabelText(/^请监管人员一起开启/))
  expect(await screen.findByText(/^还没有监管人员登记开标钥匙/)).toBeTruthy()
  fireEvent.click(screen.getByLabelText(/^请监管人员一起开启/))
  await waitFor(() => expect(screen.queryByText(/^还没有监管人员登记开标钥匙/)).toBeNull())
})

test('the calendar lets only lawful days be taken and keeps the hour that was typed', async () => {
  stands()
  renderPage(ADDRESS)
  const early = await screen.findByRole('button', { name: '2026年11月26日，早于最早截止日', hidden: true })
  expect((early as HTMLButtonElement).disabled).toBe(true)
  const rest = screen.getByRole('button', { name: '2026年12月3日，休息日', hidden: true }) as HTMLButtonElement
  expect(rest.disabled).toBe(true)
  fireEvent.change(deadline(), { target: { value: '2026-12-03T10:30' } })
  expect(await screen.findByText('这天是休息日，截止日要换成工作日。')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '2026年12月4日，工作日', hidden: true }))
  expect(deadline().value).toBe('2026-12-04T10:30')
  expect(screen.queryByText('这天是休息日，截止日要换成工作日。')).toBeNull()
})

test('a day counted by a provisional calendar is doubted, one past the calendar refused', async () => {
  stands()
  renderPage(ADDRESS)
  await screen.findByText(/今天发布，最早/)
  fireEvent.change(deadline(), { target: { value: '2027-01-04T10:00' } })
  expect(await screen.findByText(/国务院还没有公布/)).toBeTruthy()
  fireEvent.change(deadline(), { target: { value: '2028-01-04T10:00' } })
  expect(await screen.findByText(/工作日历只载入到 2027年12月31日/)).toBeTruthy()
})

test('a basis that nobody has compared with the official text says so', async () => {
  stands(draft(), [finding({ ruleVerified: false })])
  renderPage(ADDRESS)
  expect(await screen.findByText('依据待核对')).toBeTruthy()
})

test('what is typed is saved with the version it was typed over, and the next save carries the next version', async () => {
  stands()
  renderPage(ADDRESS)
  await screen.findByLabelText('项目名称')
  type('项目名称', '长者助餐')
  await screen.findByText(/^已保存，/)
  expect(saved).toHaveLength(1)
  expect(saved[0]?.match).toBe('"3"')
  expect(saved[0]?.body.title).toBe('长者助餐')
  expect(saved[0]?.body.lots?.[0]?.requirements).toEqual([{ kind: 'TEXT', text: '成立满三年' }])
  type('项目说明', '每天两餐')
  await waitFor(() => expect(saved[1]?.match).toBe('"4"'))
  expect(localStorage.getItem('goufu.draft.p1')).toBe('')
})

test('what is malformed shows beside its field, waits in this browser, and is there again after a reload', async () => {
  stands()
  const first = renderPage(ADDRESS)
  await screen.findByLabelText('预算（元）')
  type('预算（元）', '很多钱')
  fireEvent.blur(screen.getByLabelText('预算（元）'))
  expect(await screen.findByText(/请写大于零的金额/)).toBeTruthy()
  expect(await screen.findByText(/先留在这台电脑里/)).toBeTruthy()
  expect(saved).toHaveLength(0)
  first.unmount()
  renderPage(ADDRESS)
  expect(((await screen.findByLabelText('预算（元）')) as HTMLInputElement).value).toBe('很多钱')
  expect(screen.getByText(/已从这台电脑恢复/)).toBeTruthy()
})

test('when somebody saved meanwhile, both versions are shown and nothing is overwritten before one is chosen', async () => {
  stands()
  let stale = true
  server.use(
    http.put('/api/purchases/p1', async ({ request }) => {
      if (stale) return problem(412, '/problems/purchase/changed-meanwhile')
      saved.push({ body: (await request.json()) as Draft, match: request.headers.get('If-Match') })
      return HttpResponse.json(draft(), { headers: { ETag: '"8"' } })
    }),
  )
  renderPage(ADDRESS)
  await screen.findByLabelText('项目名称')
  server.use(http.get('/api/purchases/p1', () => HttpResponse.json(draft({ title: '同事写的', version: 7 }))))
  type('项目名称', '我写的')
  const dialog = await screen.findByRole('dialog', { name: '有人先保存了另一份' })
  expect(within(dialog).getByText('同事写的')).toBeTruthy()
  expect(within(dialog).getByText('我写的')).toBeTruthy()
  stale = false
  fireEvent.click(within(dialog).getByRole('button', { name: '用我写的' }))
  await waitFor(() => expect(saved[0]?.match).toBe('"7"'))
  expect(saved[0]?.body.title).toBe('我写的')
})

test('the line being down keeps the text here and says so', async () => {
  stands()
  server.use(http.put('/api/purchases/p1', () => HttpResponse.error()))
  renderPage(ADDRESS)
  await screen.findByLabelText('项目名称')
  type('项目名称', '断网也在')
  expect(await screen.findByText(/写下的都在这台电脑里/)).toBeTruthy()
  expect(localStorage.getItem('goufu.draft.p1')).toContain('断网也在')
})

test('an unlawful requirement is named with its article and what to write instead, and leads to its field', async () => {
  stands(draft(), [finding(), finding({ code: 'required', pointer: '/contact/phone', detail: '请填写', rule: '' })])
  renderPage(ADDRESS)
  expect(await screen.findByText('1 处不合规，0 处请留意，1 处还没写。')).toBeTruthy()
  const panel = screen.getByRole('region', { name: '合规检查' })
  expect(within(panel).getByText('政府采购需求管理办法')).toBeTruthy()
  expect(within(panel).getByText('改为写这项服务需要的人员。')).toBeTruthy()
  fireEvent.click(within(panel).getByRole('button', { name: '第 1 包 · 资格条件 1 · 内容' }))
  await waitFor(() => expect(document.activeElement?.id).toBe('lots.0.requirements.0.text'))
  // Beside its field too; what is merely missing is not held against the writer yet.
  expect(document.getElementById('lots.0.requirements.0.text-error')?.textContent).toBe('成立年限不能作为资格条件。')
  expect(document.getElementById('contact.phone-error')).toBeNull()
})

test('the pool moves with the lot and names the requirement that costs most', async () => {
  stands()
  renderPage(ADDRESS)
  expect(await screen.findByText('第 1 条“其他条件”')).toBeTruthy()
  expect(screen.getByText(/少了 61%/)).toBeTruthy()
  expect(screen.getByText(/可经 <10 家联合会参与 210 个团队/)).toBeTruthy()
})

test('every refusal of a submission shows beside its field and in the summary that takes the focus', async () => {
  stands()
  const errors = [
    { pointer: '/contact/phone', code: 'required', detail: '请填写电话' },
    { pointer: '/lots/0/criteria', code: 'weights-not-100', detail: '合计应为 100 分' },
    { pointer: '/lots/0/requirements/0/text', code: 'F04', detail: '成立年限不能作为资格条件' },
    { pointer: '/bidDeadline', code: 'deadline-too-soon', detail: '至少 3 个工作日' },
  ]
  server.use(http.post('/api/purchases/p1/submission', () => problem(422, '/problems/purchase/not-ready', { errors })))
  renderPage(ADDRESS)
  await screen.findByLabelText('项目名称')
  fireEvent.click(screen.getByRole('button', { name: '送审' }))
  const summary = await screen.findByRole('alert')
  await waitFor(() => expect(document.activeElement).toBe(summary))
  for (const { detail } of errors) {
    expect(within(summary).getByRole('link', { name: new RegExp(detail) })).toBeTruthy()
    expect(screen.getAllByText(detail).length).toBe(1)
  }
  fireEvent.click(within(summary).getByRole('link', { name: /请填写电话/ }))
  await waitFor(() => expect(document.activeElement?.id).toBe('contact.phone'))
})

test('a submission goes out with the version on the screen and leads to the purchase', async () => {
  stands()
  let match: string | null = null
  server.use(
    http.post('/api/purchases/p1/submission', ({ request }) => {
      match = request.headers.get('If-Match')
      return new HttpResponse(null, { status: 204 })
    }),
  )
  const { router } = renderPage(ADDRESS)
  await screen.findByLabelText('项目名称')
  fireEvent.click(screen.getByRole('button', { name: '送审' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/purchases/p1'))
  expect(match).toBe('"3"')
})

test('a new purchase asks for its name first, and begins in the place of the department', async () => {
  stands()
  let body: Draft | undefined
  server.use(
    http.post('/api/purchases', async ({ request }) => {
      body = (await request.json()) as Draft
      return HttpResponse.json({ id: 'p1' }, { status: 201 })
    }),
  )
  const { router } = renderPage('/purchases/new')
  fireEvent.click(await screen.findByRole('button', { name: '开始写' }))
  const summary = await screen.findByRole('alert')
  expect(within(summary).getByText('请填写项目名称')).toBeTruthy()
  expect(screen.getAllByText('请填写项目名称').length).toBe(2)
  type('项目名称', '助餐服务')
  fireEvent.click(screen.getByRole('button', { name: '开始写' }))
  await waitFor(() => expect(router.state.location.pathname).toBe(ADDRESS))
  expect(body?.regionCode).toBe('510104023')
  expect(body?.lots?.[0]?.serviceRegionCodes).toEqual(['510104023'])
})
