import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import type { Me, OrganizationForm, OrganizationRecord } from '../api/types'
import words from '../locales/zh-CN/registry.json'
import { CATEGORY, federationDetails, recordedFact } from '../test/fixtures'
import { renderPage } from '../test/render-page'
import { problem, server } from '../test/server'

const COUNTY = { code: '510104', name: '成都市 锦江区' }
const REGISTRAR: Me = {
  account: { id: 'a7', username: 'registrar', displayName: '登记人员', roles: ['REGISTRAR'] },
  department: null,
  organization: null,
  region: COUNTY,
}

const record = (more: Partial<OrganizationRecord> = {}): OrganizationRecord => ({
  id: 'o5',
  version: 3,
  name: '锦江助老中心',
  kind: 'LEGAL_PERSON',
  legalForm: 'SERVICE_INSTITUTION',
  creditCode: '52510104MJ900017XB',
  filingNumber: null,
  region: COUNTY,
  foundedOn: '2020-05-06',
  businessScope: '社区养老',
  address: '示例路 1 号',
  head: '某负责人',
  legacyCertNo: null,
  registrationAuthority: '锦江区行政审批局',
  registration: {
    purpose: '服务长者',
    activityArea: null,
    fundsFen: 5_000_000,
    competentUnit: null,
    industryUnit: null,
    institutionKind: 'LEGAL_PERSON',
    foundationKind: null,
    publicFundraising: null,
    charity: false,
    certificateFrom: '2024-01-01',
    certificateTo: '2028-12-31',
    party: { kind: 'JOINT', name: '联合支部', members: 3 },
    organs: { individualMembers: null, unitMembers: null, council: 7, supervisors: 1 },
    contact: { name: '周敏', phone: '028-1', email: null },
  },
  ...more,
})

const NODE = { ...CATEGORY, level: 4, parent: 'A0402', childCount: 0, path: [] }

const page = (items: object[]) => HttpResponse.json({ items, total: items.length, next: null })

function signedIn(who = REGISTRAR) {
  server.use(
    http.get('/api/me', () => HttpResponse.json(who)),
    http.get('/api/registry/bodies/o5', () => HttpResponse.json(record())),
    http.get('/api/service-categories/A0402-01', () => HttpResponse.json(NODE)),
    http.get('/api/registry/bodies/o5/namesakes', () => HttpResponse.json({ items: [] })),
    http.get('/api/registry/bodies/o5/facts', () => page([recordedFact({ awaitsConfirmation: true })])),
  )
}

const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })

test('the list is of his region, finds by what is in the address, and says what waits', async () => {
  signedIn()
  const asked: string[] = []
  server.use(
    http.get('/api/registry/organizations', ({ request }) => {
      asked.push(new URL(request.url).search)
      return page([{ ...record(), status: 'NORMAL', waiting: 2 }])
    }),
  )
  const { router } = renderPage('/registry')
  expect(await screen.findByRole('link', { name: '锦江助老中心' })).toBeTruthy()
  expect(screen.getByText('成都市 锦江区范围内登记的社会组织和联合会。')).toBeTruthy()
  type('名称、统一社会信用代码或登记证号', '助老')
  type('组织类型', 'FOUNDATION')
  fireEvent.click(screen.getByRole('button', { name: '查找' }))
  await waitFor(() => expect(asked.at(-1)).toContain('legalForm=FOUNDATION'))
  expect(router.state.location.search).toBe('?q=%E5%8A%A9%E8%80%81&form=FOUNDATION')
})

test('nobody found, and a street registers nothing', async () => {
  signedIn({ ...REGISTRAR, region: { code: '510104023', name: '春熙路街道' } })
  server.use(http.get('/api/registry/organizations', () => page([])))
  renderPage('/registry')
  expect(await screen.findByText('没有找到')).toBeTruthy()
  expect(screen.queryByRole('link', { name: '登记新的组织' })).toBeNull()
})

test('every legal form asks for its own items, and sends those alone', async () => {
  signedIn()
  const sent: OrganizationForm[] = []
  server.use(
    http.post('/api/registry/organizations', async ({ request }) => {
      sent.push((await request.json()) as OrganizationForm)
      return HttpResponse.json(record(), { status: 201 })
    }),
  )
  const { router } = renderPage('/registry/new')
  expect(await screen.findByLabelText('民办非企业单位的类型')).toBeTruthy()
  expect(screen.getByLabelText('开办资金')).toBeTruthy()
  type('组织类型', 'ASSOCIATION')
  expect(screen.queryByLabelText('民办非企业单位的类型')).toBeNull()
  type('活动地域', '锦江区')
  type('组织类型', 'FOUNDATION')
  expect(screen.queryByLabelText('活动地域')).toBeNull()
  type('基金会类型', 'NON_PUBLIC')
  type('原始基金', '200万')
  type('慈善组织', 'true')
  type('党组织', 'JOINT')
  type('党员人数', '3')
  type('联系人', '周敏')
  type('电子邮箱', 'zhou@example.org')
  fireEvent.click(screen.getByRole('button', { name: '登记' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/registry/o5'))
  expect(sent[0]).toMatchObject({
    legalForm: 'FOUNDATION',
    regionCode: '510104',
    registration: {
      activityArea: null,
      institutionKind: null,
      foundationKind: 'NON_PUBLIC',
      fundsFen: 200_000_000,
      charity: true,
      publicFundraising: null,
      party: { kind: 'JOINT', name: null, members: 3 },
      contact: { name: '周敏', phone: null, email: 'zhou@example.org' },
    },
  })
})

test('an amount that is none is said at once and stays', async () => {
  signedIn()
  renderPage('/registry/new')
  await screen.findByLabelText('开办资金')
  type('开办资金', '五万')
  fireEvent.click(screen.getByRole('button', { name: '登记' }))
  expect(await screen.findAllByText(/看不懂这个金额/)).toHaveLength(2)
  expect((screen.getByLabelText('开办资金') as HTMLInputElement).value).toBe('五万')
})

const POINTERS = [
  ['/legalForm', words.field.legalForm],
  ['/registration/institutionKind', words.field.institutionKind],
  ['/name', words.field.name],
  ['/creditCode', words.field.creditCode],
  ['/address', words.field.address],
  ['/head', words.field.head],
  ['/registration/purpose', words.field.purpose],
  ['/businessScope', words.field.businessScope],
  ['/registration/fundsFen', words.funds.SERVICE_INSTITUTION],
  ['/foundedOn', words.field.foundedOn],
  ['/registrationAuthority', words.field.registrationAuthority],
  ['/registration/competentUnit', words.field.competentUnit],
  ['/registration/industryUnit', words.field.industryUnit],
  ['/registration/certificateFrom', words.field.certificateFrom],
  ['/registration/certificateTo', words.field.certificateTo],
  ['/legacyCertNo', words.field.legacyCertNo],
  ['/registration/charity', words.field.charity],
  ['/registration/publicFundraising', words.field.publicFundraising],
  ['/registration/party/kind', words.field.partyKind],
  ['/registration/party/name', words.field.partyName],
  ['/registration/party/members', words.field.partyMembers],
  ['/registration/organs/council', words.field.council],
  ['/registration/organs/supervisors', words.field.supervisors],
  ['/registration/contact/name', words.field.contactName],
  ['/registration/contact/phone', words.field.contactPhone],
  ['/registration/contact/email', words.field.contactEmail],
] as const

test('every refusal stands beside the field it means, also where two fields have one name', async () => {
  signedIn()
  server.use(
    http.post('/api/registry/organizations', () =>
      problem(422, '/problems/organization/not-well-formed', {
        errors: POINTERS.map(([pointer]) => ({ pointer, code: 'size', detail: `不对：${pointer}` })),
      }),
    ),
  )
  renderPage('/registry/new')
  await screen.findByLabelText('名称')
  type('名称', '锦江助老中心')
  type('党组织', 'OWN')
  fireEvent.click(screen.getByRole('button', { name: '登记' }))
  await screen.findByText('不对：/name')
  for (const [pointer, label] of POINTERS) {
    const control = screen.getByLabelText(label)
    expect(control.getAttribute('aria-invalid')).toBe('true')
    expect(document.getElementById(`${control.id}-error`)?.textContent).toBe(`不对：${pointer}`)
  }
  expect((screen.getByLabelText('名称') as HTMLInputElement).value).toBe('锦江助老中心')
})

test('a code that somebody has names the record; no answer keeps everything', async () => {
  signedIn()
  let down = false
  server.use(
    http.post('/api/registry/organizations', () =>
      down
        ? HttpResponse.error()
        : problem(409, '/problems/organization/credit-code-taken', {
            errors: [{ pointer: '/creditCode', code: 'credit-code-taken', detail: '这个代码属于“锦江助老中心”。' }],
          }),
    ),
  )
  renderPage('/registry/new')
  await screen.findByLabelText('名称')
  fireEvent.click(screen.getByRole('button', { name: '登记' }))
  expect(await screen.findAllByText(/这个代码属于“锦江助老中心”/)).toHaveLength(2)
  down = true
  type('名称', '另一家')
  fireEvent.click(screen.getByRole('button', { name: '登记' }))
  await waitFor(() => expect(screen.queryByText(/这个代码属于/)).toBeNull())
  expect((await screen.findByRole('alert')).textContent).not.toBe('')
  expect((screen.getByLabelText('名称') as HTMLInputElement).value).toBe('另一家')
})

test('warnings are read one by one, ticked and sent again', async () => {
  signedIn()
  const sent: OrganizationForm[] = []
  server.use(
    http.post('/api/registry/organizations', async ({ request }) => {
      sent.push((await request.json()) as OrganizationForm)
      return sent.length > 1
        ? HttpResponse.json(record(), { status: 201 })
        : problem(422, '/problems/organization/to-acknowledge', {
            title: '有 1 处请您确认',
            errors: [{ pointer: '/name', code: 'same-name', detail: '已有同名的组织' }],
          })
    }),
  )
  const { router } = renderPage('/registry/new')
  await screen.findByLabelText('名称')
  fireEvent.click(screen.getByRole('button', { name: '登记' }))
  fireEvent.click(await screen.findByRole('checkbox', { name: '已有同名的组织' }))
  fireEvent.click(screen.getByRole('button', { name: '登记' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/registry/o5'))
  expect(sent[1]?.acknowledged).toEqual(['same-name'])
})

test('the second of two registrars sees what the first changed, and saves on top of it', async () => {
  signedIn()
  const versions: (string | null)[] = []
  server.use(
    http.get('/api/registry/bodies/o5', () =>
      HttpResponse.json(versions.length === 0 ? record() : record({ version: 4, address: '新地址 2 号' })),
    ),
    http.put('/api/registry/organizations/o5', ({ request }) => {
      versions.push(request.headers.get('If-Match'))
      return versions.length === 1 ? problem(412, '/problems/http/version-stale') : HttpResponse.json(record())
    }),
  )
  const { router } = renderPage('/registry/o5/edit')
  await screen.findByLabelText('名称')
  expect((screen.getByLabelText('党组织名称') as HTMLInputElement).value).toBe('联合支部')
  type('法定代表人（负责人）', '新负责人')
  fireEvent.click(screen.getByRole('button', { name: '保存变更' }))
  const conflict = await screen.findByRole('alert')
  expect(await within(conflict).findByText('新地址 2 号')).toBeTruthy()
  expect((screen.getByLabelText('法定代表人（负责人）') as HTMLInputElement).value).toBe('新负责人')
  fireEvent.click(screen.getByRole('button', { name: '我看过了，继续编辑' }))
  fireEvent.click(screen.getByRole('button', { name: '保存变更' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/registry/o5'))
  expect(versions).toEqual(['"3"', '"4"'])
})

test('a fact is recorded, corrected and withdrawn, each with the words of a refusal', async () => {
  signedIn()
  server.use(
    http.post('/api/registry/bodies/o5/facts', () =>
      problem(422, '/problems/organization/fact-refused', {
        errors: [{ pointer: '/source', code: 'required', detail: '请填写这一项。' }],
      }),
    ),
    http.post('/api/registry/bodies/o5/facts/x1/replacement', () =>
      problem(422, '/problems/organization/reason-needed', { detail: '请写明原因' }),
    ),
    http.post('/api/registry/bodies/o5/facts/x1/withdrawal', () =>
      problem(409, '/problems/organization/fact-withdrawn', { detail: '已经撤回过了' }),
    ),
  )
  renderPage('/registry/o5')
  fireEvent.click(await screen.findByRole('button', { name: '记录一条' }))
  fireEvent.click(screen.getByRole('button', { name: '记录' }))
  expect(await screen.findByRole('link', { name: '从哪里得知：请填写这一项。' })).toBeTruthy()
  expect(screen.getByLabelText('从哪里得知').getAttribute('aria-invalid')).toBe('true')
  fireEvent.click(screen.getByRole('button', { name: '取消' }))
  fireEvent.click(screen.getByRole('button', { name: '更正：社区助餐' }))
  fireEvent.click(screen.getByRole('button', { name: '记录' }))
  expect(await screen.findByText('请写明原因')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '撤回：社区助餐' }))
  const dialog = screen.getByRole('dialog')
  fireEvent.change(within(dialog).getByLabelText('理由'), { target: { value: '登记有误' } })
  fireEvent.click(within(dialog).getByRole('button', { name: '撤回' }))
  expect(await within(dialog).findByText('已经撤回过了')).toBeTruthy()
})

test('a confirmation that comes too late says so', async () => {
  signedIn()
  server.use(
    http.get('/api/registry/confirmations', () => page([recordedFact({ awaitsConfirmation: true })])),
    http.post('/api/registry/bodies/o5/facts/x1/confirmation', () =>
      problem(409, '/problems/organization/nothing-to-confirm', { detail: '这一条已经处理过了' }),
    ),
    http.post('/api/registry/bodies/o5/facts/x1/rejection', () =>
      problem(422, '/problems/organization/reason-needed', { detail: '请写明原因' }),
    ),
  )
  renderPage('/registry/confirmations')
  fireEvent.click(await screen.findByRole('button', { name: /^确认/ }))
  expect(await screen.findByText('这一条已经处理过了')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: /^退回/ }))
  const dialog = screen.getByRole('dialog')
  fireEvent.change(within(dialog).getByLabelText('理由'), { target: { value: '证书看不清' } })
  fireEvent.click(within(dialog).getByRole('button', { name: '退回' }))
  expect(await within(dialog).findByText('请写明原因')).toBeTruthy()
})

test('the history says in words what stood there before', async () => {
  signedIn()
  server.use(
    http.get('/api/registry/bodies/o5/history', () =>
      page([
        {
          version: 4,
          at: '2026-11-20T02:00:00Z',
          byName: '登记人员',
          act: 'CHANGED',
          before: { legalForm: 'ASSOCIATION', fundsFen: 3_000_000, charity: null, regionCode: '510104' },
          after: { legalForm: 'SERVICE_INSTITUTION', fundsFen: 5_000_000, charity: true, regionCode: '510107' },
          names: { '510104': '成都市 锦江区', '510107': '成都市 武侯区' },
        },
        {
          version: 3,
          at: '2026-11-19T02:00:00Z',
          byName: '登记人员',
          act: 'FACT_ADDED',
          before: {},
          after: { kind: 'PLACE', value: '510104023' },
          names: { '510104023': '成都市 锦江区 春熙路街道' },
        },
      ]),
    ),
  )
  renderPage('/registry/o5?tab=history')
  const rows = within(await screen.findByRole('table', { name: '变更登记事项' }))
  expect(rows.getByText('30,000 元')).toBeTruthy()
  expect(rows.getByText('50,000 元')).toBeTruthy()
  expect(rows.getByText('社会服务机构（民办非企业单位）')).toBeTruthy()
  expect(rows.getByText('是')).toBeTruthy()
  expect(rows.getByText('成都市 锦江区')).toBeTruthy()
  expect(rows.getByText('成都市 武侯区')).toBeTruthy()
  expect(screen.getByText(/成都市 锦江区 春熙路街道/)).toBeTruthy()
  expect(screen.queryByText(/5101\d\d/)).toBeNull()
})

test('an entry that was joined with another leads to it, for the registrar and for everybody', async () => {
  signedIn()
  server.use(
    http.get('/api/:place/bodies/gone', ({ request }) => HttpResponse.redirect(new URL('o5', request.url), 308)),
    http.get('/api/organizations/gone', ({ request }) => HttpResponse.redirect(new URL('o5', request.url), 308)),
    http.get('/api/organizations/o5', () => HttpResponse.json(federationDetails({ id: 'o5', name: '锦江助老中心' }))),
    http.get('/api/notices', () => page([])),
  )
  const kept = renderPage('/registry/gone?tab=history')
  await waitFor(() => expect(kept.router.state.location.pathname).toBe('/registry/o5'))
  expect(kept.router.state.location.search).toBe('?tab=history')
  kept.unmount()
  const { router } = renderPage('/organizations/gone')
  expect(await screen.findByRole('heading', { name: '锦江助老中心' })).toBeTruthy()
  await waitFor(() => expect(router.state.location.pathname).toBe('/organizations/o5'))
})

test('a figure of a year is typed in yuan, below zero too, and sent in fen', async () => {
  signedIn()
  const sent: unknown[] = []
  server.use(
    http.post('/api/registry/bodies/o5/facts', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json({ id: 'x9' }, { status: 201 })
    }),
  )
  renderPage('/registry/o5')
  fireEvent.click(await screen.findByRole('button', { name: '记录一条' }))
  type('事项', 'NET_ASSETS')
  type('年度', '2025')
  expect(screen.queryByLabelText('到哪天为止')).toBeNull()
  type('金额（元）', '三万')
  type('从哪里得知', '2025 年度工作报告')
  fireEvent.click(screen.getByRole('button', { name: '记录' }))
  expect(await screen.findByRole('link', { name: /看不懂这个金额/ })).toBeTruthy()
  type('金额（元）', '-15,000.5')
  fireEvent.click(screen.getByRole('button', { name: '记录' }))
  await waitFor(() => expect(sent).toHaveLength(1))
  expect(sent[0]).toMatchObject({ kind: 'NET_ASSETS', value: '2025', amountFen: -1_500_050, number: null, to: null })
})

test('an association counts its members, another form does not', async () => {
  signedIn()
  const sent: OrganizationForm[] = []
  server.use(
    http.put('/api/registry/organizations/o5', async ({ request }) => {
      sent.push((await request.json()) as OrganizationForm)
      return HttpResponse.json(record())
    }),
  )
  renderPage('/registry/o5/edit')
  expect((await screen.findByLabelText<HTMLInputElement>('理事人数')).value).toBe('7')
  expect(screen.queryByLabelText('个人会员数')).toBeNull()
  type('监事人数', '3')
  fireEvent.click(screen.getByRole('button', { name: '保存变更' }))
  await waitFor(() => expect(sent).toHaveLength(1))
  expect(sent[0]?.registration?.organs).toEqual({
    individualMembers: null,
    unitMembers: null,
    council: 7,
    supervisors: 3,
  })
})

const NAMESAKE = {
  id: 'g1',
  name: '锦江助老中心',
  kind: 'FILED_GROUP',
  creditCode: null,
  filingNumber: 'BA-510104023-2026-0007',
  foundedOn: '2019-03-01',
  joins: true,
}

test('an entry of the same name is proposed, and a registrar says why it is another', async () => {
  signedIn()
  const sent: unknown[] = []
  let settled = false
  server.use(
    http.get('/api/registry/bodies/o5/namesakes', () => HttpResponse.json({ items: settled ? [] : [NAMESAKE] })),
    http.post('/api/registry/conflict-settlements', async ({ request }) => {
      sent.push(await request.json())
      settled = true
      return new HttpResponse(null, { status: 204 })
    }),
  )
  renderPage('/registry/o5')
  const part = await screen.findByRole('region', { name: '可能是同一个组织' })
  expect(within(part).getByRole('link', { name: '核对并合并' }).getAttribute('href')).toBe('/filings/g1/joining/o5')
  fireEvent.click(within(part).getByRole('button', { name: '不是同一个' }))
  const dialog = await screen.findByRole('dialog')
  fireEvent.change(within(dialog).getByLabelText('理由'), { target: { value: '负责人不同' } })
  fireEvent.click(within(dialog).getByRole('button', { name: '不是同一个' }))
  await waitFor(() => expect(screen.queryByRole('region', { name: '可能是同一个组织' })).toBeNull())
  expect(sent).toEqual([{ matter: 'SAME_NAME', bodies: ['o5', 'g1'], reason: '负责人不同' }])
})

test('both entries stand side by side before they become one, and a refusal says why', async () => {
  signedIn()
  const tags: (string | null)[] = []
  let refused = true
  server.use(
    http.get('/api/filings/g1', () =>
      HttpResponse.json({
        id: 'g1',
        version: 6,
        name: '锦江助老中心',
        number: 'BA-510104023-2026-0007',
        filedOn: '2026-03-02',
        foundedOn: '2019-03-01',
        venue: '党群服务中心',
        leader: { name: '某负责人' },
      }),
    ),
    http.get('/api/registry/bodies/g1', () => HttpResponse.json(record({ id: 'g1' }))),
    http.get('/api/registry/bodies/g1/facts', () => page([])),
    http.get('/api/registry/bodies/g1/namesakes', () => HttpResponse.json({ items: [] })),
    http.post('/api/filings/g1/joining', ({ request }) => {
      tags.push(request.headers.get('If-Match'))
      return refused
        ? problem(409, '/problems/filing/body-in-use', { title: '已在使用', detail: '已有会员关系' })
        : new HttpResponse(null, { status: 204 })
    }),
  )
  const { router } = renderPage('/filings/g1/joining/o5')
  const table = await screen.findByRole('table', { name: '两份记录对照' })
  expect(within(table).getByText('BA-510104023-2026-0007')).toBeTruthy()
  expect(within(table).getByText('示例路 1 号')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '确认合并' }))
  expect(await screen.findByText('已有会员关系')).toBeTruthy()
  refused = false
  fireEvent.click(screen.getByRole('button', { name: '确认合并' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/registry/g1'))
  expect(tags).toEqual(['"6"', '"6"'])
})

test("an association's and a foundation's own items stand beside their words too", async () => {
  signedIn()
  const own = [
    ['ASSOCIATION', '/registration/activityArea', words.field.activityArea],
    ['ASSOCIATION', '/registration/organs/individualMembers', words.field.individualMembers],
    ['ASSOCIATION', '/registration/organs/unitMembers', words.field.unitMembers],
    ['FOUNDATION', '/registration/foundationKind', words.field.foundationKind],
  ] as const
  server.use(
    http.post('/api/registry/organizations', () =>
      problem(422, '/problems/organization/not-well-formed', {
        errors: own.map(([, pointer]) => ({ pointer, code: 'wrong', detail: `不对：${pointer}` })),
      }),
    ),
  )
  renderPage('/registry/new')
  await screen.findByLabelText(words.field.legalForm)
  for (const [form, pointer, label] of own) {
    type(words.field.legalForm, form)
    fireEvent.click(screen.getByRole('button', { name: words.act.register }))
    await waitFor(() => expect(screen.getByLabelText(label).getAttribute('aria-invalid')).toBe('true'))
    const control = screen.getByLabelText(label)
    expect(document.getElementById(`${control.id}-error`)?.textContent).toBe(`不对：${pointer}`)
  }
})
