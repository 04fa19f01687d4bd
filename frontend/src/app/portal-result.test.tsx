import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import type { Me, PortalResult, PortalResultForm } from '../api/types'
import { methodOffer, notice, OFFICER, PORTAL, purchase, STAFF } from '../test/fixtures'
import { renderPage } from '../test/render-page'
import { problem, server } from '../test/server'

const APPROVER: Me = {
  ...OFFICER,
  account: { ...OFFICER.account, roles: ['DEPARTMENT_APPROVER'], displayName: '示例审核人' },
}

const SERVICE = { name: '社工站', scope: '春熙路街道', requirements: '每周五天', time: '一年', standards: '按文件' }

const begun = (more: Partial<PortalResult> = {}): PortalResult => ({
  purchaseId: 'p1',
  lot: '社工站',
  deadline: '2026-11-20T02:00:00Z',
  ceilingFen: 60_000_000,
  scored: true,
  consortium: false,
  result: { winners: [], service: SERVICE, panel: [], agencyFee: null, otherMatters: null, official: null },
  proposal: null,
  findings: [],
  ...more,
})

const WINNER: PortalResult['result']['winners'][number] = {
  creditCode: '52510104MJ00000010',
  body: 'o1',
  name: '示例社工中心',
  address: '示例路2号',
  partner: false,
  amountFen: 58_000_000,
  rate: null,
  scoreHundredths: 9_125,
  evaluationPriceFen: null,
}

const proposal = { writtenBy: '林晓', at: '2026-11-24T01:00:00Z', own: false, returned: null, version: 7 }

const written = (more: Partial<PortalResult> = {}) =>
  begun({
    result: {
      winners: [WINNER],
      service: SERVICE,
      panel: [
        { name: '专家甲', ofDepartment: false },
        { name: '代表丙', ofDepartment: true },
      ],
      agencyFee: null,
      otherMatters: null,
      official: {
        medium: '四川政府采购网',
        url: 'https://www.ccgp-sichuan.gov.cn/jg-1',
        noticeId: 'jg-1',
        publishedAt: '2026-11-23T02:00:00Z',
      },
    },
    proposal,
    ...more,
  })

let checked: PortalResultForm[] = []
let sent: { form: PortalResultForm; match: string | null }[] = []

function stands(me: Me, result: PortalResult, answered: PortalResult = result) {
  checked = []
  sent = []
  server.use(
    http.get('/api/me', () => HttpResponse.json(me)),
    http.get('/api/me/inbox', () => HttpResponse.json({ items: [], total: 0, next: null, unread: 0 })),
    http.get('/api/procurement-methods', () => HttpResponse.json(methodOffer())),
    http.get('/api/lots/l1/portal-result', () => HttpResponse.json(result)),
    http.post('/api/lots/l1/portal-result/check', async ({ request }) => {
      checked.push((await request.json()) as PortalResultForm)
      return HttpResponse.json(answered)
    }),
    http.put('/api/lots/l1/portal-result', async ({ request }) => {
      sent.push({ form: (await request.json()) as PortalResultForm, match: request.headers.get('If-Match') })
      return problem(422, '/problems/purchase/portal-result-refused', {
        errors: [{ pointer: '/winners/0/amountFen', code: 'amount-above-ceiling', detail: '高于最高限价。' }],
      })
    }),
    http.get('/api/purchases/p1', () => HttpResponse.json(purchase({ bidPlace: PORTAL }))),
    http.get('/api/purchases/p1/outcomes', () => HttpResponse.json([])),
  )
}

const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })

beforeEach(() => localStorage.clear())

test('the form begins with the call, knows a winner of the registry, and sends exact numbers', async () => {
  stands(OFFICER, begun(), written({ proposal: null }))
  renderPage('/lots/l1/portal-result')
  await screen.findByLabelText('统一社会信用代码')
  expect((screen.getByLabelText('服务时间') as HTMLTextAreaElement).value).toBe('一年')
  type('统一社会信用代码', '52510104mj00000010')
  await screen.findByText('登记库：示例社工中心，示例路2号')
  expect(screen.queryByLabelText('名称')).toBeNull()
  type('中标（成交）金额', '58万')
  type('评审总得分', '91.25')
  type('第 1 位', '专家甲')
  fireEvent.click(screen.getByRole('button', { name: '填好，交审核人' }))

  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('供应商 1 · 中标（成交）金额：高于最高限价。')
  expect(sent).toHaveLength(1)
  expect(sent[0]?.match).toBe('"0"')
  expect(sent[0]?.form).toMatchObject({
    winners: [{ creditCode: '52510104mj00000010', amountFen: 58_000_000, scoreHundredths: 9_125 }],
    panel: [{ name: '专家甲', ofDepartment: false }],
    agencyFee: null,
  })
})

test('what was typed is kept in this browser until it is handed over', async () => {
  stands(OFFICER, begun())
  const first = renderPage('/lots/l1/portal-result')
  await screen.findByLabelText('统一社会信用代码')
  type('中标（成交）金额', '58万')
  await waitFor(() => expect(localStorage.getItem('goufu.portal-result.l1')).toContain('58万'))
  first.unmount()

  renderPage('/lots/l1/portal-result')
  await screen.findByText('已恢复您上次没有提交的内容。')
  expect((screen.getByLabelText('中标（成交）金额') as HTMLInputElement).value).toBe('58万')
  fireEvent.click(screen.getByRole('button', { name: '不要了，从头填' }))
  await waitFor(() => expect((screen.getByLabelText('中标（成交）金额') as HTMLInputElement).value).toBe(''))
})

test('what is no number is said beside its field, and nothing is sent', async () => {
  stands(OFFICER, begun())
  renderPage('/lots/l1/portal-result')
  await screen.findByLabelText('统一社会信用代码')
  type('评审总得分', '九十')
  fireEvent.click(screen.getByRole('button', { name: '填好，交审核人' }))
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('供应商 1 · 评审总得分：看不懂这个数字')
  expect(sent).toHaveLength(0)
})

test('the lowest price has an evaluation price, and a consortium its partners', async () => {
  stands(OFFICER, begun({ scored: false, consortium: true }))
  renderPage('/lots/l1/portal-result')
  await screen.findByLabelText('评审报价')
  expect(screen.queryByLabelText('评审总得分')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '加联合体成员' }))
  const partner = await screen.findByRole('group', { name: '联合体成员（第 2 家）' })
  within(partner).getByLabelText('统一社会信用代码')
  expect(within(partner).queryByLabelText('中标（成交）金额')).toBeNull()
  await waitFor(() => expect(checked.at(-1)?.winners?.[1]).toMatchObject({ partner: true, amountFen: null }))
})

test('a returned result stands with its reason over everything that was written', async () => {
  stands(OFFICER, written({ proposal: { ...proposal, own: true, returned: { reason: '金额不对', by: '示例审核人' } } }))
  renderPage('/lots/l1/portal-result')
  await screen.findByText('金额不对')
  expect((screen.getByLabelText('中标（成交）金额') as HTMLInputElement).value).toBe('580,000')
  fireEvent.click(screen.getByRole('button', { name: '填好，交审核人' }))
  await waitFor(() => expect(sent[0]?.match).toBe('"7"'))
})

test('the approver compares, publishes exactly what was seen, and is led to the notice', async () => {
  stands(APPROVER, written())
  let match: string | null = null
  server.use(
    http.post('/api/lots/l1/portal-result/publication', ({ request }) => {
      match = request.headers.get('If-Match')
      return HttpResponse.json(notice({ id: 'n9', number: '510104-2026-9' }))
    }),
    http.get('/api/notices/n9', () => HttpResponse.json(notice({ id: 'n9', number: '510104-2026-9' }))),
  )
  const { router } = renderPage('/lots/l1/portal-result')
  await screen.findByText('91.25')
  screen.getByText('代表丙（采购人代表）')
  expect(screen.getByRole('link', { name: /对照核对/ }).getAttribute('href')).toContain('ccgp-sichuan')
  expect(screen.queryByRole('button', { name: '修改' })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '发布结果公告' }))
  const dialog = await screen.findByRole('dialog')
  expect(match).toBeNull()
  fireEvent.click(within(dialog).getByRole('button', { name: '现在发布' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/notices/n9'))
  expect(match).toBe('"7"')
})

test('the approver gives it back with a reason', async () => {
  stands(APPROVER, written())
  let reason: unknown
  server.use(
    http.post('/api/lots/l1/portal-result/return', async ({ request }) => {
      reason = await request.json()
      return new HttpResponse(null, { status: 204 })
    }),
  )
  const { router } = renderPage('/lots/l1/portal-result')
  fireEvent.click(await screen.findByRole('button', { name: '退回修改' }))
  const dialog = await screen.findByRole('dialog')
  fireEvent.change(within(dialog).getByRole('textbox'), { target: { value: '金额不对' } })
  fireEvent.click(within(dialog).getByRole('button', { name: '退回' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/purchases/p1'))
  expect(reason).toEqual({ reason: '金额不对' })
})

test('nobody decides what he wrote himself', async () => {
  stands(APPROVER, written({ proposal: { ...proposal, own: true } }))
  renderPage('/lots/l1/portal-result')
  await screen.findByText(/这份结果有您填写的部分/)
  expect(screen.queryByRole('button', { name: '发布结果公告' })).toBeNull()
})

const UNDECIDED = {
  lot: 'l1',
  number: 1,
  title: '社工站',
  outcome: null,
  noticeId: null,
  decidedAt: null,
  prepared: null,
}

test.each([
  ['after the deadline', '2020-01-01T02:00:00Z', 1],
  ['before it', '2999-01-01T02:00:00Z', 0],
])('the page of the purchase leads there %s', async (_, bidDeadline, links) => {
  stands(OFFICER, begun())
  server.use(
    http.get('/api/purchases/p1', () => HttpResponse.json(purchase({ bidPlace: PORTAL, bidDeadline }))),
    http.get('/api/purchases/p1/outcomes', () => HttpResponse.json([UNDECIDED])),
    http.get('/api/purchases/p1/correction', () => problem(404, '/problems/purchase/correction-missing')),
  )
  renderPage('/purchases/p1')
  await screen.findByText(/还没有结果/)
  if (links > 0) await screen.findByRole('link', { name: '录入结果' })
  expect(screen.queryAllByRole('link', { name: '录入结果' })).toHaveLength(links)
})

test('a call that was decided on the portal does not lead to an evaluation that nobody made', async () => {
  stands({ ...STAFF, organization: { id: 'o2', name: '社工服务中心', kind: 'LEGAL_PERSON' } }, begun())
  server.use(
    http.get('/api/notices/n1', () =>
      HttpResponse.json(notice({ method: 'CONSULTATION', status: 'AWARDED', bidPlace: PORTAL })),
    ),
  )
  renderPage('/notices/n1')
  await screen.findAllByText(/竞争性磋商/)
  expect(screen.queryByRole('link', { name: /评审/ })).toBeNull()
})

test('where the platform itself evaluates, the page says so in the words of the refusal', async () => {
  stands(OFFICER, begun())
  const refusal = { title: '结果由评审产生', detail: '请到“评审”页面办理。' }
  server.use(
    http.get('/api/lots/l1/portal-result', () => problem(409, '/problems/purchase/result-given-here', refusal)),
  )
  renderPage('/lots/l1/portal-result')
  expect(await screen.findByRole('heading', { level: 1, name: '结果由评审产生' })).toBeTruthy()
  expect(screen.getByText('请到“评审”页面办理。')).toBeTruthy()
  expect(screen.queryByText(/这一页出了问题/)).toBeNull()
})
