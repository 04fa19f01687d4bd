import type {
  BidPlace,
  Condition,
  Dossier,
  EligibilityAnswer,
  EligibilitySummary,
  Me,
  MethodOffer,
  Notice,
  NoticeHit,
  NoticeSearchPage,
  OrganizationDetails,
  Purchase,
  RecordedFact,
  RosterEntry,
  Verdict,
} from '../api/types'

/** Fixed words and numbers: what a test checks stands here or in the test itself. */
export const STREET = { code: '510104023', name: '成都市 锦江区 春熙路街道' }
export const CATEGORY = { code: 'A0402-01', name: '社区助餐' }
export const FEDERATION = { id: 'f1', name: '春熙路街道联合会' }

export const hit = (more: Partial<NoticeHit> = {}): NoticeHit => ({
  id: 'n1',
  number: '510104-2026-000123',
  purchaseId: 'p1',
  type: 'PROCUREMENT',
  title: '“社区长者食堂”助餐服务采购项目比选公告',
  department: { id: 'd1', name: '春熙路街道办事处' },
  region: STREET,
  categories: [CATEGORY],
  method: 'BT_COMPARE',
  amountFen: 9_800_000,
  publishedAt: '2026-11-23T01:12:00Z',
  deadline: '2999-12-15T02:00:00Z',
  status: 'OPEN',
  highlights: { title: null, body: [] },
  ...more,
})

export const searchPage = (items: NoticeHit[], more: Partial<NoticeSearchPage> = {}): NoticeSearchPage => ({
  items,
  total: items.length,
  totalIsLowerBound: false,
  next: null,
  facets: { region: [], category: [], method: [], type: [], status: [], month: [] },
  ...more,
})

export const notice = (more: Partial<Notice> = {}): Notice => ({
  id: 'n1',
  number: '510104-2026-000123',
  purchaseId: 'p1',
  purchaseNumber: '510104-2026-000123',
  type: 'PROCUREMENT',
  formatCode: 'P01',
  title: '“社区长者食堂”助餐服务采购项目比选公告',
  summary: '春熙路街道办事处 买 一年期社区助餐服务',
  department: { id: 'd1', name: '春熙路街道办事处' },
  region: STREET,
  method: 'BT_COMPARE',
  amountFen: 9_800_000,
  publishedAt: '2026-11-23T01:12:00Z',
  deadline: '2999-12-15T02:00:00Z',
  openingAt: null,
  stagedOpening: false,
  acceptsConsortium: false,
  supervisedOpening: false,
  lowPrice: { ofAverage: 50, ofSecond: 50, ofCeiling: 45 },
  status: 'OPEN',
  official: null,
  bidPlace: { here: true, reason: 'BELOW_LIMIT', document: null },
  elsewhere: false,
  description: '每个工作日为老人送午餐。',
  contact: { name: null, phone: null, email: null },
  lots: [
    {
      id: 'l1',
      number: 1,
      title: '助餐服务',
      categoryCode: CATEGORY.code,
      category: CATEGORY,
      serviceRegionCodes: [STREET.code],
      serviceRegions: [STREET],
      budgetFen: 9_800_000,
      description: '',
      requirements: [
        { kind: 'SPECIAL_QUALIFICATION', qualification: '食品经营许可', year: null, count: null, text: null },
      ],
      criteria: [
        { name: '服务方案', weight: 80, kind: 'QUALITY', objective: null },
        { name: '报价', weight: 20, kind: 'PRICE', objective: null },
      ],
      repeats: null,
    },
  ],
  corrects: null,
  corrections: [],
  notices: [],
  repeats: [],
  repeatedBy: [],
  sections: [],
  attachments: [],
  digest: '9f2c41aa7be0d5c3',
  fields: [],
  ...more,
})

export const purchase = (more: Partial<Purchase> = {}): Purchase => ({
  id: 'p1',
  number: '510104-2026-000123',
  state: 'PUBLISHED',
  title: '助餐',
  method: 'BT_COMPARE',
  regionCode: STREET.code,
  region: STREET,
  description: '',
  lots: [],
  bidDeadline: null,
  openingAt: null,
  stagedOpening: false,
  acceptsConsortium: false,
  supervisedOpening: false,
  lowPrice: { ofAverage: 50, ofSecond: 50, ofCeiling: 45 },
  statutory: null,
  bidPlace: { here: true, reason: 'BELOW_LIMIT', document: null },
  contact: null,
  budgetFen: 9_800_000,
  noticeId: 'n1',
  department: { id: 'd1', name: '春熙路街道办事处' },
  timeline: [
    {
      stage: 'NOTICE',
      state: 'RUNNING',
      at: '2026-11-23T01:12:00Z',
      until: '2999-12-15T02:00:00Z',
      noticeId: 'n1',
      note: null,
    },
    { stage: 'OPENING', state: 'AHEAD', at: null, until: null, noticeId: null, note: '截止后立即开启' },
  ],
  history: [],
  version: 1,
  ...more,
})

export const GROUP: Me = {
  account: { id: 'a1', username: 'group', displayName: '桐梓互助会', roles: ['GROUP_CONTACT'] },
  department: null,
  region: null,
  organization: { id: 'o1', name: '桐梓互助会', kind: 'FILED_GROUP' },
}

export const OFFICER: Me = {
  account: { id: 'a2', username: 'officer', displayName: '林晓', roles: ['DEPARTMENT_OFFICER'] },
  department: { id: 'd1', name: '春熙路街道办事处', regionCode: STREET.code },
  organization: null,
  region: null,
}

export const EVALUATOR: Me = {
  account: { id: 'a9', username: 'evaluator', displayName: '税远航', roles: ['EVALUATOR'] },
  department: null,
  organization: null,
  region: null,
}

export const STAFF: Me = {
  account: { id: 'a3', username: 'federation', displayName: '联合会专员', roles: ['FEDERATION_STAFF'] },
  department: null,
  region: null,
  organization: { ...FEDERATION, kind: 'FEDERATION' },
}

export const CLERK: Me = {
  account: { id: 'a4', username: 'street', displayName: '街道备案人员', roles: ['REGISTRAR'] },
  department: null,
  organization: null,
  region: STREET,
}

export const rosterEntry = (more: Partial<RosterEntry> = {}): RosterEntry => ({
  id: 'e1',
  federation: FEDERATION,
  street: STREET,
  member: { id: 'o1', name: '桐梓互助会', kind: 'FILED_GROUP', standing: 'ACTIVE', categories: [CATEGORY] },
  state: 'CONFIRMED',
  from: '2026-01-01',
  to: null,
  invitedAt: '2025-12-01T02:00:00Z',
  consentedOn: '2025-12-02',
  confirmedAt: '2025-12-03T02:00:00Z',
  endedBy: null,
  endReason: null,
  transfer: null,
  mandates: [],
  version: 3,
  ...more,
})

export const summary = (more: Partial<EligibilitySummary> = {}): EligibilitySummary => ({
  noticeId: 'n1',
  lotId: 'l1',
  eligibility: 'ELIGIBLE',
  federation: null,
  missing: [],
  failures: [],
  ...more,
})

export const federationDetails = (more: Partial<OrganizationDetails> = {}): OrganizationDetails => ({
  id: 'f1',
  name: FEDERATION.name,
  kind: 'FEDERATION',
  legalForm: 'ASSOCIATION',
  creditCode: '51510104MJQ1234567',
  filingNumber: null,
  formerFiling: null,
  registration: null,
  region: STREET,
  grade: null,
  status: 'NORMAL',
  categories: [],
  federation: null,
  address: '',
  foundedOn: null,
  businessScope: '',
  facts: [],
  places: [],
  memberships: [],
  members: [
    {
      id: 'o1',
      name: '桐梓互助会',
      kind: 'FILED_GROUP',
      categories: [CATEGORY],
      filingState: 'VALID',
      mandateState: 'VALID',
    },
    {
      id: 'o2',
      name: '银龄车队',
      kind: 'FILED_GROUP',
      categories: [CATEGORY],
      filingState: 'EXPIRED',
      mandateState: 'VALID',
    },
  ],
  ...more,
})

/** A condition that the page itself has words for. */
export const condition = (kind: Condition['kind'], more: Partial<Condition> = {}): Condition => ({
  kind,
  qualification: null,
  year: null,
  count: null,
  text: '',
  ...more,
})

/** 备案团队 is no legal person: it must go through its federation. */
export const verdict = (more: Partial<Verdict> = {}): Verdict => ({
  requirement: condition('LEGAL_PERSON'),
  verdict: 'NOT_MET',
  fact: '备案团队不是法人',
  factDate: '2026-11-20',
  citations: [],
  rule: '政府采购法 第22条',
  plain: '只有法人才能和政府签合同',
  remedy: '经联合会承接',
  action: null,
  ...more,
})

export const eligibility = (more: Partial<EligibilityAnswer> = {}): EligibilityAnswer => ({
  eligibility: 'NOT_ELIGIBLE',
  verdicts: [verdict()],
  through: [],
  field: { fits: true, citations: [], remedy: null, action: null },
  lot: {
    id: 'l1',
    number: 1,
    title: '助餐服务',
    noticeId: 'n1',
    noticeTitle: '“社区长者食堂”助餐服务采购项目比选公告',
    department: { id: 'd1', name: '春熙路街道办事处' },
    category: CATEGORY,
    budgetFen: 9_800_000,
    deadline: '2999-12-15T02:00:00Z',
  },
  body: { id: 'g1', name: '春晖助餐队', kind: 'FILED_GROUP' },
  asOf: '2026-11-23T02:00:00Z',
  digest: '0123456789abcdef'.repeat(4),
  ...more,
})

export const recordedFact = (more: Partial<RecordedFact> = {}): RecordedFact => ({
  id: 'x1',
  body: { id: 'o5', name: '锦江助老中心', kind: 'LEGAL_PERSON' },
  kind: 'CATEGORY',
  kindName: '服务领域',
  value: CATEGORY.code,
  valueName: CATEGORY.name,
  number: null,
  amountFen: null,
  from: '2026-01-01',
  to: null,
  state: 'VALID',
  knownAt: '2026-01-02T02:00:00Z',
  source: '本组织申报',
  origin: 'SELF',
  evidence: null,
  recordedByName: '组织经办人',
  awaitsConfirmation: false,
  confirmedAt: null,
  confirmedByName: null,
  withdrawnAt: null,
  withdrawnByName: null,
  withdrawnReason: null,
  ...more,
})

export const dossier = (more: Partial<Dossier> = {}): Dossier => ({
  id: 'o5',
  name: '锦江助老中心',
  kind: 'LEGAL_PERSON',
  today: '2026-11-23',
  declarable: [
    { kind: 'INSPECTION', kindName: '年检结论', needsEvidence: true },
    { kind: 'GRADE', kindName: '评估等级', needsEvidence: true },
    { kind: 'CATEGORY', kindName: '服务领域', needsEvidence: false },
    { kind: 'STAFF', kindName: '专业人员', needsEvidence: true },
    { kind: 'BANK_ACCOUNT', kindName: '银行账户', needsEvidence: true },
  ],
  missing: [],
  expiring: [],
  contact: null,
  items: [],
  ...more,
})

/** Above the limit nobody gives bids here. */
export const PORTAL: BidPlace = { here: false, reason: 'NOT_DESIGNATED', document: null }

/** What can be published from here, with where tenders are given. */
export const methodOffer = (tender: BidPlace = PORTAL): MethodOffer => ({
  purchaseLimitFen: 50_000_000,
  openTenderFen: 400_000_000,
  limitsVerified: false,
  media: ['四川政府采购网'],
  methods: [
    {
      method: 'BT_COMPARE',
      name: '公开比选',
      statutory: false,
      scored: true,
      noticeWorkingDays: 3,
      offerWorkingDays: 0,
      grounds: [],
      bidPlace: { here: true, reason: 'BELOW_LIMIT', document: null },
    },
    {
      method: 'CONSULTATION',
      name: '竞争性磋商',
      statutory: true,
      scored: true,
      noticeWorkingDays: 3,
      offerWorkingDays: 5,
      grounds: [{ ground: 'PURCHASED_SERVICE', name: '政府购买服务项目', basis: '财库〔2014〕214号 第三条' }],
      bidPlace: PORTAL,
    },
    {
      method: 'OPEN_TENDER',
      name: '公开招标',
      statutory: true,
      scored: true,
      noticeWorkingDays: 5,
      offerWorkingDays: 5,
      grounds: [],
      bidPlace: tender,
    },
    {
      method: 'NEGOTIATION',
      name: '竞争性谈判',
      statutory: true,
      scored: false,
      noticeWorkingDays: 3,
      offerWorkingDays: 0,
      grounds: [],
      bidPlace: PORTAL,
    },
  ],
})
