import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import type { BidPlace, Draft, EarliestDeadline, Me, Purchase } from '../api/types'
import { setPlatformNow } from '../lib/clock'
import { eligibility, methodOffer, notice, OFFICER, PORTAL, purchase, STAFF } from '../test/fixtures'
import { renderPage } from '../test/render-page'
import { problem, server } from '../test/server'

const HERE: BidPlace = { here: true, reason: 'DESIGNATED', document: '成财采〔2026〕1号' }

const LOT = {
  id: 'l1',
  title: '社工站',
  categoryCode: 'A0402-01',
  serviceRegionCodes: ['510104023'],
  budgetFen: 60_000_000,
  description: null,
  requirements: [],
  criteria: [
    { name: '服务方案', weight: 80, kind: 'QUALITY' },
    { name: '报价', weight: 20, kind: 'PRICE' },
  ],
} as unknown as Purchase['lots'][number]

const EARLIEST: EarliestDeadline = {
  from: '2026-11-24',
  days: 10,
  working: false,
  workingDays: 3,
  earliest: '2026-12-04',
  unhurried: '2026-12-07',
  provisional: false,
  firmUntil: '2026-12-31',
  lastDay: '2027-12-31',
  rule: '自磋商文件发出之日起不少于 10 日',
}

let saved: Draft[] = []
let asked: URLSearchParams[] = []

function stands(more: Partial<Purchase> = {}, tender: BidPlace = PORTAL) {
  saved = []
  asked = []
  const stored = purchase({ state: 'DRAFT', number: null, lots: [LOT], version: 3, ...more })
  server.use(
    http.get('/api/me', () => HttpResponse.json(OFFICER)),
    http.get('/api/me/inbox', () => HttpResponse.json({ items: [], total: 0, next: null, unread: 0 })),
    http.get('/api/purchases/p1', () => HttpResponse.json(stored)),
    http.put('/api/purchases/p1', async ({ request }) => {
      saved.push((await request.json()) as Draft)
      return HttpResponse.json(stored, { headers: { ETag: `"${stored.version + saved.length}"` } })
    }),
    http.get('/api/purchases/p1/check', () => HttpResponse.json([])),
    http.get('/api/procurement-methods', () => HttpResponse.json(methodOffer(tender))),
    http.get('/api/regions/:code', ({ params }) =>
      HttpResponse.json({ code: params.code, name: '春熙路街道', fullName: '春熙路街道', parent: '510104' }),
    ),
    http.get('/api/service-categories/:code', ({ params }) =>
      HttpResponse.json({ code: params.code, name: '社区助餐', parent: 'A0402' }),
    ),
    http.get('/api/earliest-deadline', ({ request }) => {
      asked.push(new URL(request.url).searchParams)
      return HttpResponse.json(EARLIEST)
    }),
    http.get('/api/work-calendar', () =>
      HttpResponse.json({ days: [], firmUntil: EARLIEST.firmUntil, lastDay: EARLIEST.lastDay }),
    ),
    http.get('/api/requirement-kinds', () => HttpResponse.json([])),
    http.post('/api/pool-estimates', () => HttpResponse.json({ direct: 40, groups: 210, federations: 5, costs: [] })),
  )
}

const method = () => screen.findByLabelText('采购方式')
const choose = async (value: string) => {
  await screen.findByRole('option', { name: '竞争性谈判' })
  fireEvent.change(await method(), { target: { value } })
}

beforeEach(() => {
  localStorage.clear()
  setPlatformNow(new Date('2026-11-24T02:00:00Z'))
})

test('an amount at the limit leads to a statutory method, which asks for its own fields', async () => {
  stands()
  await renderPage('/purchases/p1/edit')
  expect(screen.queryByLabelText('项目编号')).toBeNull()
  fireEvent.click(await screen.findByRole('button', { name: '改选竞争性磋商' }))

  await screen.findByLabelText('项目编号')
  screen.getByLabelText('采用这种方式的情形')
  screen.getByText(/所以这里不需要开标钥匙/)
  // How the platform opens is no choice where another one does, and nobody lacks keys for it.
  expect(screen.queryByLabelText(/先开启技术部分/)).toBeNull()
  expect(screen.queryByText('变更采购方式的批准')).toBeNull()

  fireEvent.change(screen.getByLabelText('公告标识'), { target: { value: '5101-1' } })
  fireEvent.change(screen.getByLabelText('从什么时候'), { target: { value: '2026-11-24T09:00' } })
  fireEvent.change(screen.getByLabelText(/^售价/), { target: { value: '0' } })
  await waitFor(() =>
    expect(saved.at(-1)).toMatchObject({
      method: 'CONSULTATION',
      statutory: {
        officialPublication: { noticeId: '5101-1', url: null },
        documents: { from: '2026-11-24T01:00:00.000Z', priceFen: 0 },
      },
    }),
  )
  await waitFor(() =>
    expect(asked.some((one) => one.get('method') === 'CONSULTATION' && one.get('from') === '2026-11-24')).toBe(true),
  )
  await screen.findByText(/起发放，最早/)
})

test('a negotiation gives no points, and what was written waits until the method changes back', async () => {
  stands({ method: 'CONSULTATION' })
  await renderPage('/purchases/p1/edit')
  await screen.findByRole('option', { name: '竞争性谈判' })
  expect(((await method()) as HTMLSelectElement).value).toBe('CONSULTATION')
  await choose('NEGOTIATION')
  await screen.findByText(/不打分，所以这里没有评审因素/)
  await waitFor(() => expect(saved.at(-1)?.lots?.[0]?.criteria).toEqual([]))

  await choose('OPEN_TENDER')
  await waitFor(() => expect(saved.at(-1)?.lots?.[0]?.criteria).toHaveLength(2))
})

test('where finance has designated the platform, a tender is opened here and places are not asked for', async () => {
  stands({ method: 'OPEN_TENDER' }, HERE)
  await renderPage('/purchases/p1/edit')
  await screen.findByText(/已指定本平台（成财采〔2026〕1号），这次投标在本平台提交/)
  screen.getByLabelText(/先开启技术部分/)
  expect(screen.queryByLabelText('提交响应文件的地点')).toBeNull()
  screen.getByText(/开标就在投标截止的同一时刻/)
})

test('back below the limit nothing of it is sent', async () => {
  stands({ method: 'CONSULTATION', lots: [{ ...LOT, budgetFen: 9_800_000 }] })
  await renderPage('/purchases/p1/edit')
  fireEvent.click(await screen.findByRole('button', { name: '改选公开比选' }))
  await waitFor(() => expect(saved.at(-1)).toMatchObject({ method: 'BT_COMPARE', statutory: null }))
})

const BIDDER: Me = { ...STAFF, organization: { id: 'o2', name: '社工服务中心', kind: 'LEGAL_PERSON' } }

const official = {
  medium: '四川政府采购网',
  url: 'https://www.ccgp-sichuan.gov.cn/1',
  noticeId: '5101-1',
  publishedAt: '2026-11-23T01:00:00Z',
}

test.each([
  [PORTAL, /不在购服提交/],
  [{ here: false, reason: 'NOT_RUN_WHOLE', document: '成财采〔2026〕1号' } as BidPlace, /购服还不能全程办理/],
])('a repeated notice leads to the portal and has no button: %o', async (bidPlace, words) => {
  let bids = 0
  server.use(
    http.get('/api/me', () => HttpResponse.json(BIDDER)),
    http.get('/api/me/inbox', () => HttpResponse.json({ items: [], total: 0, next: null, unread: 0 })),
    http.get('/api/notices/n1', () => HttpResponse.json(notice({ method: 'CONSULTATION', official, bidPlace }))),
    http.get('/api/purchases/p1', () => HttpResponse.json(purchase({ method: 'CONSULTATION' }))),
    http.get('/api/lots/l1/eligibility', () => HttpResponse.json(eligibility())),
    http.get('/api/lots/l1/bidding', () => {
      bids += 1
      return HttpResponse.json({})
    }),
  )
  await renderPage('/notices/n1')
  const where = await screen.findByRole('region', { name: '到哪里提交响应文件' })
  expect(where.textContent).toMatch(words)
  expect(within(where).getByRole('link').getAttribute('href')).toBe(official.url)
  screen.getByText('同步转载')
  expect(screen.queryByRole('link', { name: '提交响应文件' })).toBeNull()
  expect(bids).toBe(0)
})

test('a correction of a repeated call asks for its own reference and sends it', async () => {
  let sent: unknown
  stands({
    state: 'PUBLISHED',
    number: 'N5101-1',
    method: 'CONSULTATION',
    bidDeadline: '2999-12-15T02:00:00Z',
    bidPlace: PORTAL,
    statutory: {
      projectCode: 'N5101-1',
      officialPublication: official,
      ground: 'PURCHASED_SERVICE',
      approval: null,
      intention: null,
      intentionExemptReason: '急需',
      documents: null,
      contractTerm: '一年',
      submissionPlace: '平台',
      openingPlace: '平台',
      agency: null,
      otherMatters: null,
    },
  })
  server.use(
    http.get('/api/purchases/p1/correction', () => problem(404, '/problems/purchase/correction-missing')),
    http.post('/api/purchases/p1/correction/check', () => problem(503, '/problems/unavailable')),
    http.post('/api/purchases/p1/corrections', async ({ request }) => {
      sent = await request.json()
      return problem(422, '/problems/purchase/correction-refused', {
        errors: [{ pointer: '/officialPublication/url', code: 'required', detail: '请填写这一项。' }],
      })
    }),
  )
  await renderPage('/purchases/p1/correct')
  // The call's own reference is not the correction's.
  expect(((await screen.findByLabelText('公告标识')) as HTMLInputElement).value).toBe('')
  fireEvent.change(screen.getByLabelText('公告标识'), { target: { value: 'GZ-1' } })
  fireEvent.change(screen.getByLabelText('开启地点'), { target: { value: '平台二号厅' } })
  fireEvent.change(screen.getByRole('textbox', { name: '更正原因' }), { target: { value: '地点有变' } })
  fireEvent.click(screen.getByRole('button', { name: '写好，交审核人' }))
  await screen.findByRole('alert')
  expect(sent).toMatchObject({
    changes: { statutory: { openingPlace: '平台二号厅' } },
    officialPublication: { noticeId: 'GZ-1', url: null },
  })
  expect(screen.getByRole('alert').textContent).toContain('公告网址')
})
