/** Every address of the screens, in one place. */
export const paths = {
  home: '/',
  notices: '/notices',
  notice: (id: string) => `/notices/${id}`,
  noticeForm: (id: string) => `/api/notices/${id}.html`,
  organizations: '/organizations',
  organization: (id: string) => `/organizations/${id}`,
  federations: '/federations',
  federation: (id: string) => `/federations/${id}`,
  signIn: (back?: string) => (back === undefined ? '/sign-in' : `/sign-in?${new URLSearchParams({ back })}`),
  purchases: '/purchases',
  newPurchase: '/purchases/new',
  purchase: (id: string) => `/purchases/${id}`,
  editPurchase: (id: string) => `/purchases/${id}/edit`,
  opportunities: '/opportunities',
  telling: '/opportunities/telling',
  inbox: '/inbox',
  operations: '/operations',
} as const

/** Only an address of ours may be gone back to: never `//elsewhere` or a scheme. */
export const ownAddress = (address: string | null) =>
  address !== null && /^\/(?![/\\])[^\\]*$/.test(address) ? address : paths.home
