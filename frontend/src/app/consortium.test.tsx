import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Consortium, ConsortiumAgreement, Me } from '../api/types'
import { documentOf } from '../features/bidding/consortium/document'
import { sha256Hex } from '../lib/bytes'
import { STAFF } from '../test/fixtures'
import { renderPage } from '../test/render-page'
import { problem, server, signedIn } from '../test/server'

const signed: Uint8Array[] = []
// There is no store of keys here.
vi.mock('../features/bidding/give/signing-key', () => ({
  signingKey: async () => ({ id: 'k1' }),
  sign: async (_: unknown, message: Uint8Array) => {
    signed.push(message)
    return 'c2lnbmVk'
  },
}))

const LOT = '0197a000-0000-7000-8000-0000000000aa'
const OWN = { id: '0197a000-0000-7000-8000-000000000001', name: '乙服务中心' }
const LEAD = { id: '0197a000-0000-7000-8000-000000000002', name: '甲社工中心' }
const AGENT: Me = {
  ...STAFF,
  account: { ...STAFF.account, roles: ['ORGANIZATION_AGENT'] },
  organization: { ...(STAFF.organization as NonNullable<Me['organization']>), ...OWN, kind: 'LEGAL_PERSON' },
}

type Member = ConsortiumAgreement['members'][number]
const member = (body: Member['body'], work: string, share: number, state: Member['state'] = 'ASKED'): Member => ({
  body,
  work,
  share,
  state,
  answeredAt: state === 'ASKED' ? null : '2026-11-28T02:00:00Z',
  by: state === 'ASKED' ? null : '示例经办人',
})

async function agreement(lead: Member['body'], members: Member[]): Promise<ConsortiumAgreement> {
  const text = { lead, hash: '', version: 1, madeAt: '2026-11-28T02:00:00Z', terms: '各方承担连带责任。', members }
  return { ...text, hash: await sha256Hex(await documentOf(LOT, text)) }
}

function scene(more: Partial<Consortium> = {}) {
  const consortium: Consortium = {
    lotId: LOT,
    lotTitle: '助餐服务',
    noticeId: 'n1',
    deadline: '2999-12-15T02:00:00Z',
    now: new Date().toISOString(),
    open: true,
    accepted: true,
    signedWith: null,
    agreements: [],
    missing: [],
    ...more,
  }
  signedIn(AGENT)
  server.use(
    http.get(`/api/lots/${LOT}/consortium`, () => HttpResponse.json(consortium)),
    http.post(`/api/lots/${LOT}/consortium-check`, () =>
      HttpResponse.json({ admissible: true, rule: '', members: [], asOf: '2026-11-28T02:00:00Z' }),
    ),
  )
  return consortium
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

beforeEach(() => {
  localStorage.clear()
  signed.length = 0
})

test('the text has one form whatever the order, the same as the server writes', async () => {
  const members = [member(LEAD, '送餐', 6_250), member(OWN, '探访', 3_750)]
  const text = await agreement(LEAD, members)
  // The same stands in AgreementTests of the backend.
  expect(text.hash).toBe('4d0adce723e9bd49df3a9efec0ddb865649b0eb1b7f9395d7ef46d3265fada66')
  expect((await agreement(LEAD, [...members].reverse())).hash).toBe(text.hash)
  expect(new TextDecoder().decode(await documentOf(LOT, text))).toMatch(
    `{"format":"goufu-consortium/1","lead":"${LEAD.id}","lot":"${LOT}","members":[{"body":"${OWN.id}","name":"`,
  )
})

test('a member reads the text, signs exactly these bytes, and can take it back', async () => {
  const text = await agreement(LEAD, [member(LEAD, '每个工作日送餐', 6_000, 'SIGNED'), member(OWN, '每月探访', 4_000)])
  const state = scene({ agreements: [text] })
  const sent: unknown[] = []
  server.use(
    http.post(`/api/lots/${LOT}/consortium/signatures`, async ({ request }) => {
      sent.push(await request.json())
      state.signedWith = LEAD.id
      state.agreements = [{ ...text, members: text.members.map((one) => ({ ...one, state: 'SIGNED' })) }]
      return new HttpResponse(null, { status: 204 })
    }),
    http.post(`/api/lots/${LOT}/consortium/signatures/withdrawal`, () => {
      sent.push('back')
      return new HttpResponse(null, { status: 204 })
    }),
  )
  renderPage(`/lots/${LOT}/consortium`)
  const article = await screen.findByRole('article', { name: /甲社工中心/ })
  expect(within(article).getByText('每个工作日送餐')).toBeTruthy()
  expect(within(article).getByText('各方承担连带责任。')).toBeTruthy()
  press('代表贵机构签字')
  expect(await screen.findByText('已签字，牵头人会收到通知。')).toBeTruthy()
  expect(sent).toEqual([{ lead: LEAD.id, hash: text.hash, key: 'k1', signature: 'c2lnbmVk' }])
  expect(signed[0]).toEqual(await documentOf(LOT, text))
  fireEvent.click(await screen.findByRole('button', { name: '撤回签字' }))
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '撤回签字' }))
  await waitFor(() => expect(sent).toContain('back'))
})

test('a text whose digest is another is not signed', async () => {
  const text = await agreement(LEAD, [member(LEAD, '送餐', 6_000), member(OWN, '探访', 4_000)])
  scene({ agreements: [{ ...text, members: text.members.map((one) => ({ ...one, work: '别的' })) }] })
  renderPage(`/lots/${LOT}/consortium`)
  fireEvent.click(await screen.findByRole('button', { name: '代表贵机构签字' }))
  expect(await screen.findByText(/没有签字。请刷新后再看/)).toBeTruthy()
  expect(signed).toEqual([])
})

test('the lead finds members; a filed group is told why not, a refusal stands at its field, nothing typed is lost', async () => {
  scene()
  const region = { code: '510104022', name: '示例街道' }
  server.use(
    http.get('/api/organizations', () =>
      HttpResponse.json({
        items: [
          { ...LEAD, region, kind: 'LEGAL_PERSON' },
          { id: 'g1', name: '荷邻助餐队', region, kind: 'FILED_GROUP' },
        ],
        total: 2,
        next: null,
      }),
    ),
    http.put(`/api/lots/${LOT}/consortium`, () =>
      problem(422, '/problems/consortium/sum-wrong', {
        detail: '合计必须正好是 100%，现在是 90%。',
        errors: [{ pointer: '/members/1/work', code: 'roster-text', detail: '请填写，最多 1,000 字。' }],
      }),
    ),
  )
  const { unmount } = renderPage(`/lots/${LOT}/consortium`)
  fireEvent.change(await screen.findByLabelText('从登记名册里找成员'), { target: { value: '中心' } })
  press('查找')
  expect(await screen.findByText(/备案团队不是法人/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '加入甲社工中心' }))
  const [own, other] = screen.getAllByLabelText('占合同价款的百分比')
  if (own === undefined || other === undefined) throw new Error('two members')
  press('保存并请各方签字')
  expect((await screen.findAllByText('请填写 0 到 100 的百分数，最多两位小数。')).length).toBeGreaterThan(0)
  fireEvent.change(own, { target: { value: '60' } })
  fireEvent.change(other, { target: { value: '30' } })
  expect(screen.getByText('合计 90%')).toBeTruthy()
  press('保存并请各方签字')
  expect((await screen.findAllByText('请填写，最多 1,000 字。')).length).toBeGreaterThan(0)
  unmount()
  renderPage(`/lots/${LOT}/consortium`)
  expect(await screen.findByDisplayValue('30')).toBeTruthy()
})

test('the lead deletes what nobody has signed, and is told why when somebody just has', async () => {
  const text = await agreement(OWN, [member(OWN, '探访', 4_000), member(LEAD, '送餐', 6_000, 'REFUSED')])
  const state = scene({ agreements: [{ ...text, version: 3 }] })
  const seen: (string | null)[] = []
  let signedMeanwhile = true
  server.use(
    http.delete(`/api/lots/${LOT}/consortium`, ({ request }) => {
      seen.push(request.headers.get('If-Match'))
      if (signedMeanwhile)
        return problem(409, '/problems/consortium/signed', { detail: '“甲社工中心”已在这份协议上签字，不能删除。' })
      state.agreements = []
      return new HttpResponse(null, { status: 204 })
    }),
  )
  renderPage(`/lots/${LOT}/consortium`)
  fireEvent.click(await screen.findByRole('button', { name: '删除协议' }))
  const dialog = await screen.findByRole('dialog')
  expect(within(dialog).getByText(/各成员会马上收到通知/)).toBeTruthy()
  fireEvent.click(within(dialog).getByRole('button', { name: '删除协议' }))
  expect(await within(dialog).findByText(/“甲社工中心”已在这份协议上签字/)).toBeTruthy()
  signedMeanwhile = false
  fireEvent.click(within(dialog).getByRole('button', { name: '删除协议' }))
  expect(await screen.findByText('协议已删除，各成员会马上收到通知。')).toBeTruthy()
  expect(await screen.findByRole('heading', { name: '由我们牵头' })).toBeTruthy()
  expect(screen.queryByRole('article')).toBeNull()
  expect(seen).toEqual(['"3"', '"3"'])
})

test('what somebody has signed, or another leads, offers no deletion', async () => {
  const members = [member(OWN, '探访', 4_000), member(LEAD, '送餐', 6_000, 'SIGNED')]
  scene({ agreements: [await agreement(OWN, members)] })
  const { unmount } = renderPage(`/lots/${LOT}/consortium`)
  expect(await screen.findByRole('article')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '删除协议' })).toBeNull()
  unmount()
  scene({ agreements: [await agreement(LEAD, [member(OWN, '探访', 4_000), member(LEAD, '送餐', 6_000)])] })
  renderPage(`/lots/${LOT}/consortium`)
  expect(await screen.findByRole('article', { name: /甲社工中心/ })).toBeTruthy()
  expect(screen.queryByRole('button', { name: '删除协议' })).toBeNull()
})

test('where the notice takes none, and after the deadline, the page says so', async () => {
  scene({ accepted: false })
  const { unmount } = renderPage(`/lots/${LOT}/consortium`)
  expect(await screen.findByText(/不接受联合体，请由一家法人单独提交/)).toBeTruthy()
  expect(screen.queryByLabelText('从登记名册里找成员')).toBeNull()
  unmount()
  scene({ open: false, agreements: [await agreement(LEAD, [member(LEAD, '送餐', 6_000), member(OWN, '探访', 4_000)])] })
  renderPage(`/lots/${LOT}/consortium`)
  expect(await screen.findByText(/协议不能再改动/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '代表贵机构签字' })).toBeNull()
})
