/** What an address asks for; empty answers leave no trace. */
type Asked = Record<string, string | undefined>

const query = (asked: Asked) =>
  new URLSearchParams(Object.entries(asked).filter((one): one is [string, string] => one[1] !== undefined))

/** Every address of the screens, in one place. */
export const paths = {
  home: '/',
  notices: '/notices',
  noticesNaming: (name: string, types: string[]) =>
    `/notices?${new URLSearchParams([['q', `"${name}"`], ...types.map((type) => ['type', type]), ['sort', 'published']])}`,
  notice: (id: string) => `/notices/${id}`,
  noticeForm: (id: string) => `/api/notices/${id}.html`,
  organizations: '/organizations',
  organization: (id: string) => `/organizations/${id}`,
  federations: '/federations',
  federation: (id: string) => `/federations/${id}`,
  indicators: '/indicators',
  verify: (entry?: number) => (entry === undefined ? '/verify' : `/verify?entry=${entry}`),
  verifyPurchase: (id: string) => `/verify?purchase=${id}`,
  bundle: (id: string) => `/api/purchases/${id}/bundle`,
  offlineVerifier: '/goufu-verify.html',
  verifierProgram: '/goufu-verify.jar',
  receipt: (entry: number) => `/api/ledger/entries/${entry}/proof`,
  indicatorsSheet: '/api/indicators.csv',
  signIn: (back?: string) => (back === undefined ? '/sign-in' : `/sign-in?${new URLSearchParams({ back })}`),
  purchases: '/purchases',
  newPurchase: '/purchases/new',
  purchase: (id: string) => `/purchases/${id}`,
  editPurchase: (id: string) => `/purchases/${id}/edit`,
  opportunities: '/opportunities',
  telling: '/opportunities/telling',
  memberships: '/memberships',
  paper: (membership: string, id: string) => `/api/memberships/${membership}/papers/${id}`,
  agreements: (id: string) => `/memberships/${id}/agreements`,
  newFederation: (asked: Asked) => `/federations/new?${query(asked)}`,
  closeFederation: (id: string) => `/federations/${id}/closing`,
  giveMandate: (id: string) => `/memberships/${id}/mandate`,
  eligibility: (lot: string, asked: Asked) => `/lots/${lot}/eligibility?${query(asked)}`,
  eligibilitySheet: (lot: string, asked: Asked) => `/api/lots/${lot}/eligibility.html?${query(asked)}`,
  eligibilityDocument: (lot: string, asked: Asked) => `/api/lots/${lot}/eligibility.json?${query(asked)}`,
  beforeBidding: (lot: string, asked: Asked) => {
    const told = query(asked).toString()
    return `/lots/${lot}/before-bidding${told && `?${told}`}`
  },
  consents: (lot?: string) => (lot === undefined ? '/consents' : `/lots/${lot}/consents`),
  giveBid: (lot: string) => `/lots/${lot}/bid`,
  bidReceipt: (bid: string) => `/api/bids/${bid}/receipt`,
  evaluation: (lot: string) => `/lots/${lot}/evaluation`,
  seats: '/evaluations',
  desk: (lot: string) => `/evaluations/${lot}`,
  lotResult: (lot: string) => `/lots/${lot}/result`,
  debrief: (lot: string) => `/lots/${lot}/debrief`,
  awardLetter: (lot: string) => `/api/lots/${lot}/award-letter.html`,
  bidPart: (lot: string, bid: string, segment: string) => `/api/lots/${lot}/papers/${bid}/${segment}`,
  dossier: (filled: Asked) => `/dossier?${query(filled)}`,
  ownEvidence: (file: string) => `/api/me/dossier/evidence/${file}`,
  evidence: (body: string, file: string) => `/api/registry/bodies/${body}/evidence/${file}`,
  keys: '/keys',
  demoKey: '/api/demo/holder-key',
  inbox: '/inbox',
  operations: '/operations',
  ownDossier: '/dossier',
  registry: '/registry',
  newOrganization: '/registry/new',
  confirmations: '/registry/confirmations',
  keptBody: (id: string) => `/registry/${id}`,
  editOrganization: (id: string) => `/registry/${id}/edit`,
  worklist: '/worklist',
  activate: (code: string) => `/activate#${code}`,
  filings: '/filings',
  newFiling: '/filings/new',
  ownFiling: '/filings/own',
  filing: (id: string) => `/filings/${id}`,
  editFiling: (id: string) => `/filings/${id}/edit`,
  joinGroup: (id: string, organization: string) => `/filings/${id}/joining/${organization}`,
  registerGroup: (id: string) => `/filings/${id}/registration`,
  filingPaper: (id: string, file: string) => `/api/filings/${id}/attachments/${file}`,
  imports: '/registry/imports',
  registryImport: (id: string) => `/registry/imports/${id}`,
  refusedRows: (id: string) => `/api/registry/imports/${id}/refused.xlsx`,
} as const

/** Only an address of ours may be gone back to: never `//elsewhere` or a scheme. */
export const ownAddress = (address: string | null) =>
  address !== null && /^\/(?![/\\])[^\\]*$/.test(address) ? address : paths.home
