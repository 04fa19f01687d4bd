import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http, type RequestHandler } from 'msw'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Filing, Me, WorkItem } from '../api/types'
import account from '../locales/zh-CN/account.json'
import common from '../locales/zh-CN/common.json'
import federation from '../locales/zh-CN/federation.json'
import filingWords from '../locales/zh-CN/filing.json'
import operations from '../locales/zh-CN/operations.json'
import registry from '../locales/zh-CN/registry.json'
import worklist from '../locales/zh-CN/worklist.json'
import { CLERK, dossier, GROUP, OFFICER, recordedFact, rosterEntry, STAFF } from '../test/fixtures'
import { renderPage } from '../test/render-page'
import { page, problem, server, signedIn } from '../test/server'

/** What was sent is refused with a word for every field: each stands at its control, and nothing that was typed is lost. */
interface Refused {
  form: string
  who: Me | null
  address: string
  stands: RequestHandler[]
  /** The call that is refused. */
  refuses: ['post' | 'put', string]
  /** Clicks until the form is there, the last one by the send button's name. */
  opens?: string | RegExp
  types: [label: string, value: string][]
  ticks?: string | RegExp
  sends: string
  fields: [pointer: string, label: string][]
}

const ADMIN: Me = { ...OFFICER, account: { ...OFFICER.account, roles: ['PLATFORM_ADMIN'] }, department: null }
const AGENT: Me = {
  ...OFFICER,
  account: { ...OFFICER.account, roles: ['ORGANIZATION_AGENT'] },
  department: null,
  organization: { id: 'o5', name: '锦江助老中心', kind: 'LEGAL_PERSON' },
}
const COUNTY: Me = { ...CLERK, region: { code: '510104', name: '成都市 锦江区' } }
const COMMUNITY: Me = { ...CLERK, region: { code: '510104023001', name: '南丰社区' } }

const filing = (more: Partial<Filing>): Filing => ({
  id: 'g1',
  state: 'APPLIED',
  number: null,
  filedOn: null,
  validTo: null,
  name: '南丰社区长者助餐互助队',
  community: { code: '510104023001', name: '南丰社区' },
  type: 'LIFE',
  leader: { name: '某负责人', politicalStatus: '群众', phone: '028-00001234' },
  memberCount: 20,
  coreMembers: ['甲', '乙', '丙', '丁', '戊'],
  foundedOn: '2026-03-01',
  venue: '社区党群服务中心一楼',
  purpose: '为社区长者助餐',
  categories: [{ code: 'A0402-01', name: '社区助餐' }],
  guidanceUnit: null,
  host: null,
  partyBranch: null,
  funding: null,
  attachments: [],
  writtenBy: '社区工作者',
  opinion: null,
  returned: null,
  request: null,
  may: [],
  version: 3,
  ...more,
})

const filed = (more: Partial<Filing>) => [
  http.get('/api/filings/g1', () => HttpResponse.json(filing(more))),
  http.get('/api/filings/:id/acts', () => page([])),
  http.get('/api/filings/rule', () =>
    HttpResponse.json({ minMembers: 5, papers: ['FORM'], validityYears: 1, authority: '街道办事处', verified: true }),
  ),
  http.get('/api/service-categories/A0402-01', () =>
    HttpResponse.json({ code: 'A0402-01', name: '社区助餐', level: 4, parent: 'A0402', childCount: 0, path: [] }),
  ),
  http.get('/api/regions', () =>
    HttpResponse.json([
      { code: '510104023001', name: '南丰社区', level: 5, parent: '510104023', childCount: 0, fullName: '南丰社区' },
    ]),
  ),
]

const member = [
  http.get('/api/me/memberships', () => page([rosterEntry()])),
  http.get('/api/memberships/e1', () => HttpResponse.json(rosterEntry())),
  http.get('/api/memberships/e1/agreements', () => page([])),
  http.post('/api/memberships/e1/papers', () => HttpResponse.json({ id: 'p1' }, { status: 201 })),
]

const kept = [
  http.get('/api/registry/bodies/o5', () =>
    HttpResponse.json({
      ...recordedFact().body,
      id: 'o5',
      version: 3,
      name: '锦江助老中心',
      kind: 'LEGAL_PERSON',
      legalForm: 'SERVICE_INSTITUTION',
      creditCode: '52510104MJ900017XB',
      filingNumber: null,
      region: { code: '510104', name: '成都市 锦江区' },
      registration: {},
    }),
  ),
  http.get('/api/registry/bodies/o5/namesakes', () => HttpResponse.json({ items: [] })),
  http.get('/api/registry/bodies/o5/facts', () => page([recordedFact({ awaitsConfirmation: true })])),
  http.get('/api/registry/confirmations', () => page([recordedFact({ awaitsConfirmation: true })])),
]

const conflict: WorkItem = {
  matter: 'SAME_LEADER',
  subjectId: 'g1',
  name: '南丰社区长者助餐互助队',
  region: { code: '510104023001', name: '南丰社区' },
  day: null,
  wish: null,
  grade: null,
  qualification: null,
  tax: null,
  declared: null,
  word: '某负责人',
  others: [{ id: 'g2', name: '邻里棋社' }],
}

const loaded = [
  http.get('/api/operations/index-rebuild', () =>
    HttpResponse.json({ state: 'IDLE', done: 0, total: 0, startedAt: null, finishedAt: null, message: null }),
  ),
  http.get('/api/operations/reference', () =>
    HttpResponse.json({
      years: [
        { year: 2026, official: true, holidays: 20, workdays: 6, document: null, loadedBy: null, loadedAt: null },
      ],
      thresholds: [],
    }),
  ),
  http.get('/api/operations/index-check', () =>
    HttpResponse.json({ checkedAt: '2026-11-23T01:00:00Z', missing: 0, stale: 0, extra: 0 }),
  ),
]

const field = filingWords.field
const REASON: [string, string][] = [['/reason', common.reason.label]]

const FORMS: Refused[] = [
  {
    form: 'a mandate',
    who: GROUP,
    address: '/memberships/e1/mandate',
    stands: member,
    refuses: ['post', '/api/memberships/e1/mandates'],
    types: [[federation.give.cap, '5000']],
    ticks: /全部服务/,
    sends: federation.give.send,
    fields: [
      ['/amountCapFen', federation.give.cap],
      ['/from', federation.give.from],
      ['/to', federation.give.to],
      ['/paperId', federation.give.paper],
    ],
  },
  {
    form: 'an agreement',
    who: STAFF,
    address: '/memberships/e1/agreements',
    stands: member,
    refuses: ['post', '/api/memberships/e1/agreements'],
    types: [[federation.agreement.scope, '长者助餐']],
    sends: federation.agreement.send,
    fields: [
      ['/scope', federation.agreement.scope],
      ['/from', federation.agreement.from],
      ['/to', federation.agreement.to],
      ['/documentId', federation.agreement.file],
    ],
  },
  {
    form: 'leaving',
    who: GROUP,
    address: '/memberships',
    stands: member,
    refuses: ['post', '/api/memberships/e1/end'],
    opens: federation.end.member.act,
    types: [[common.reason.optional, '搬走了']],
    sends: federation.end.member.send,
    fields: [
      ['/lastDay', common.reason.lastDay],
      ['/reason', common.reason.optional],
    ],
  },
  {
    form: 'an opinion',
    who: COMMUNITY,
    address: '/filings/g1',
    stands: filed({ state: 'COMMUNITY_OPINION', may: ['SUPPORTED', 'OPPOSED'] }),
    refuses: ['post', '/api/filings/g1/opinion'],
    opens: filingWords.deed.oppose,
    types: [[filingWords.words.oppose, '场地太小']],
    sends: filingWords.deed.oppose,
    fields: [['/text', filingWords.words.oppose]],
  },
  {
    form: 'a return',
    who: CLERK,
    address: '/filings/g1',
    stands: filed({ state: 'STREET_REVIEW', may: ['RETURNED'] }),
    refuses: ['post', '/api/filings/g1/review'],
    opens: filingWords.deed.return,
    types: [[filingWords.words.return, '场所证明不清楚']],
    sends: filingWords.deed.return,
    fields: [['/reason', filingWords.words.return]],
  },
  {
    form: 'a revocation',
    who: CLERK,
    address: '/filings/g1',
    stands: filed({ state: 'FILED_ACTIVE', may: ['REVOKED'] }),
    refuses: ['post', '/api/filings/g1/revocation'],
    opens: filingWords.deed.revoke,
    types: [[filingWords.words.revoke, '违规']],
    sends: filingWords.deed.revoke,
    fields: [['/reason', filingWords.words.revoke]],
  },
  {
    form: "a group's wish",
    who: { ...GROUP, organization: { id: 'g1', name: '南丰社区长者助餐互助队', kind: 'FILED_GROUP' } },
    address: '/filings/own',
    stands: filed({ state: 'FILED_ACTIVE', may: ['CHANGE_ASKED'] }),
    refuses: ['post', '/api/filings/g1/request'],
    opens: filingWords.deed.wish,
    types: [[filingWords.words.wish, '换了场所']],
    sends: filingWords.deed.wish,
    fields: [['/text', filingWords.words.wish]],
  },
  {
    form: 'an application',
    who: CLERK,
    address: '/filings/g1/edit',
    stands: filed({ may: ['CHANGED', 'SUBMITTED'] }),
    refuses: ['put', '/api/filings/g1'],
    types: [[field.name, '另一个名称']],
    sends: filingWords.keep,
    fields: [
      ['/nature', field.nature],
      ['/name', field.name],
      ['/type', field.type],
      ['/purpose', field.purpose],
      ['/foundedOn', field.foundedOn],
      ['/communityCode', field.community],
      ['/venue', field.venue],
      ['/leader/name', field.leader],
      ['/leader/phone', field.phone],
      ['/leader/politicalStatus', field.politicalStatus],
      ['/memberCount', field.memberCount],
      ['/coreMembers', field.coreMembers],
      ['/guidanceUnit', field.guidanceUnit],
      ['/host', field.host],
      ['/partyBranch', field.partyBranch],
      ['/funding', field.funding],
      ['/attachments/FORM', filingWords.paper.FORM],
    ],
  },
  {
    form: 'a declaration',
    who: AGENT,
    address: '/dossier?add=STAFF&value=NURSE',
    stands: [http.get('/api/me/dossier', () => HttpResponse.json(dossier()))],
    refuses: ['post', '/api/me/dossier/facts'],
    types: [[registry.field.people, '3']],
    sends: registry.act.declare,
    fields: [
      ['/kind', registry.field.kind],
      ['/number', registry.field.people],
      ['/from', registry.field.from],
      ['/to', registry.field.to],
      ['/evidenceId', registry.evidence.label],
    ],
  },
  {
    form: 'a correction',
    who: COUNTY,
    address: '/registry/o5',
    stands: kept,
    refuses: ['post', '/api/registry/bodies/o5/facts/x1/replacement'],
    opens: /^更正/,
    types: [[registry.field.reason, '录错了']],
    sends: registry.act.record,
    fields: [
      ['/from', registry.field.from],
      ['/to', registry.field.to],
      ['/source', registry.field.source],
      ['/reason', registry.field.reason],
    ],
  },
  {
    form: 'taking a fact back',
    who: COUNTY,
    address: '/registry/o5',
    stands: kept,
    refuses: ['post', '/api/registry/bodies/o5/facts/x1/withdrawal'],
    opens: /^撤回/,
    types: [[common.reason.label, '登记有误']],
    sends: registry.act.withdraw,
    fields: REASON,
  },
  {
    form: 'rejecting a declaration',
    who: COUNTY,
    address: '/registry/confirmations',
    stands: kept,
    refuses: ['post', '/api/registry/bodies/:id/facts/x1/rejection'],
    opens: /^退回/,
    types: [[common.reason.label, '看不清']],
    sends: registry.act.reject,
    fields: REASON,
  },
  {
    form: 'explaining a conflict',
    who: CLERK,
    address: '/worklist?list=CONFLICTS',
    stands: [
      http.get('/api/registry/worklist', () =>
        HttpResponse.json({
          items: [conflict],
          total: 1,
          next: null,
          counts: { review: 0, expiring: 0, conflicts: 1, unfederated: 0 },
        }),
      ),
    ],
    refuses: ['post', '/api/registry/conflict-settlements'],
    opens: /^说明情况/,
    types: [[worklist.reason, '同一位居民']],
    sends: worklist.action.SAME_LEADER,
    fields: [['/reason', worklist.reason]],
  },
  {
    form: 'opening an account',
    who: null,
    address: '/activate',
    stands: [],
    refuses: ['post', '/api/activations'],
    types: [
      [account.activate.code, 'ABCDE-ABCDE'],
      [account.activate.password, 'abc'],
    ],
    sends: account.activate.submit,
    fields: [
      ['/code', account.activate.code],
      ['/password', account.activate.password],
    ],
  },
  {
    form: 'an amount',
    who: ADMIN,
    address: '/operations',
    stands: loaded,
    refuses: ['post', '/api/operations/thresholds'],
    types: [[operations.thresholds.documentField, '川财采〔2026〕1 号']],
    sends: operations.thresholds.submit,
    fields: [
      ['/regionCode', operations.thresholds.regionField],
      ['/level', operations.thresholds.levelField],
      ['/kind', operations.thresholds.kindField],
      ['/amountFen', operations.thresholds.amountField],
      ['/from', operations.thresholds.fromField],
      ['/document', operations.thresholds.documentField],
    ],
  },
  {
    form: 'a calendar',
    who: ADMIN,
    address: '/operations',
    stands: loaded,
    refuses: ['post', '/api/operations/calendar-previews'],
    types: [[operations.calendar.document, '国办发明电〔2026〕1 号']],
    sends: operations.calendar.preview,
    fields: [
      ['/year', operations.calendar.yearField],
      ['/document', operations.calendar.document],
      ['/csv', operations.calendar.csv],
    ],
  },
]

beforeEach(() => localStorage.clear())

/** The dialog where one is open, else the form that the button sends. */
const placeOf = (sends: string) => {
  const dialog = screen.queryByRole('dialog')
  if (dialog !== null) return within(dialog)
  const form = screen.queryByRole('button', { name: sends })?.closest('form')
  return within(form ?? document.body)
}

async function opened({ who, address, stands, opens, types, sends }: Refused) {
  if (who !== null) signedIn(who)
  server.use(...stands)
  renderPage(address)
  if (opens !== undefined) fireEvent.click(await screen.findByRole('button', { name: opens }))
  const [first] = types
  await waitFor(() => placeOf(sends).getByLabelText(first?.[0] ?? ''))
}

describe.each(FORMS)('$form', (refused) => {
  test('every word of the server stands at its field, and what was typed is kept', async () => {
    const { types, ticks, sends, fields } = refused
    const place = () => placeOf(sends)
    const [method, path] = refused.refuses
    await opened(refused)
    server.use(
      http[method](path, () =>
        problem(422, '/problems/refused', {
          errors: fields.map(([pointer]) => ({ pointer, code: 'refused', detail: `不对：${pointer}` })),
        }),
      ),
    )
    for (const [label, value] of types) fireEvent.change(place().getByLabelText(label), { target: { value } })
    if (ticks !== undefined) fireEvent.click(place().getByRole('checkbox', { name: ticks }))
    fireEvent.click(place().getByRole('button', { name: sends }))
    await screen.findByRole('alert')
    for (const [pointer, label] of fields) {
      const control = place().getByLabelText(label)
      await waitFor(() => expect(control.getAttribute('aria-invalid'), pointer).toBe('true'))
      expect(document.getElementById(`${control.id}-error`)?.textContent).toBe(`不对：${pointer}`)
    }
    for (const [label, value] of types) expect(place().getByLabelText(label)).toHaveProperty('value', value)
  })

  test('a rule that concerns no field is read where it was broken, and no answer keeps everything', async () => {
    const { types, ticks, sends } = refused
    const place = () => placeOf(sends)
    const [method, path] = refused.refuses
    await opened(refused)
    let down = false
    server.use(
      http[method](path, () =>
        down ? HttpResponse.error() : problem(409, '/problems/rule', { title: '不行', detail: '现在不能这样做' }),
      ),
    )
    for (const [label, value] of types) fireEvent.change(place().getByLabelText(label), { target: { value } })
    if (ticks !== undefined) fireEvent.click(place().getByRole('checkbox', { name: ticks }))
    fireEvent.click(place().getByRole('button', { name: sends }))
    await waitFor(() => within(place().getByRole('alert')).getByText('现在不能这样做'))
    down = true
    fireEvent.click(place().getByRole('button', { name: sends }))
    await waitFor(() => within(place().getByRole('alert')).getByText(common.form.unreachable))
    for (const [label, value] of types) expect(place().getByLabelText(label)).toHaveProperty('value', value)
  })
})

/** What the page refuses by itself before anything is sent. */
const OWN: [
  form: string,
  where: Pick<Refused, 'form'>['form'],
  cleared: [string, string][],
  said: [string, string][],
][] = [
  [
    'a mandate without an amount and a day',
    'a mandate',
    [
      [federation.give.cap, '很多'],
      [federation.give.to, ''],
      [federation.give.from, ''],
    ],
    [
      [federation.give.cap, federation.give.missing.amountCapFen],
      [federation.give.from, federation.give.missing.from],
      [federation.give.to, federation.give.missing.to],
    ],
  ],
  [
    'an agreement about nothing',
    'an agreement',
    [
      [federation.agreement.scope, ' '],
      [federation.agreement.from, ''],
      [federation.agreement.to, ''],
    ],
    [
      [federation.agreement.scope, federation.agreement.missing.scope],
      [federation.agreement.from, federation.agreement.missing.from],
      [federation.agreement.to, federation.agreement.missing.to],
    ],
  ],
  [
    'leaving without a last day',
    'leaving',
    [[common.reason.lastDay, '']],
    [[common.reason.lastDay, common.reason.missing.day]],
  ],
  [
    'taking a fact back without a word',
    'taking a fact back',
    [[common.reason.label, ' ']],
    [[common.reason.label, common.reason.missing.reason]],
  ],
]

test.each(OWN)('%s is refused by the page itself, at the field', async (_, form, cleared, said) => {
  const refused = FORMS.find((one) => one.form === form) as Refused
  const place = () => placeOf(refused.sends)
  await opened(refused)
  for (const [label, value] of cleared) fireEvent.change(place().getByLabelText(label), { target: { value } })
  fireEvent.click(place().getByRole('button', { name: refused.sends }))
  await screen.findByRole('alert')
  for (const [label, text] of said) {
    const control = place().getByLabelText(label)
    expect(document.getElementById(`${control.id}-error`)?.textContent).toBe(text)
  }
})

test('a paper that is not taken is refused at its field', async () => {
  const refused = FORMS.find(({ form }) => form === 'a mandate') as Refused
  await opened(refused)
  server.use(
    http.post('/api/memberships/e1/papers', () =>
      problem(422, '/problems/file/kind-not-taken', {
        errors: [{ pointer: '/file', code: 'file-kind-not-taken', detail: '这里只收 PDF 和照片。' }],
      }),
    ),
  )
  fireEvent.click(screen.getByRole('checkbox', { name: /全部服务/ }))
  fireEvent.change(screen.getByLabelText(federation.give.cap), { target: { value: '5000' } })
  const paper = screen.getByLabelText(federation.give.paper)
  fireEvent.change(paper, { target: { files: [new File(['x'], '授权书.exe')] } })
  fireEvent.click(screen.getByRole('button', { name: federation.give.send }))
  await waitFor(() => expect(document.getElementById(`${paper.id}-error`)?.textContent).toBe('这里只收 PDF 和照片。'))
})

test('a mandate for no service is refused at the boxes', async () => {
  await opened(FORMS[0] as Refused)
  fireEvent.change(screen.getByLabelText(federation.give.cap), { target: { value: '5000' } })
  fireEvent.click(screen.getByRole('button', { name: federation.give.send }))
  const boxes = screen.getByRole('group', { name: federation.give.what })
  expect(await within(boxes).findByText(federation.give.missing.categories)).toBeTruthy()
})
