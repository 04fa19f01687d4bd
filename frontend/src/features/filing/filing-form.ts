import type { Filing, FilingForm, PaperKind } from '../../api/types'

export const PAPERS = ['FORM', 'CHARTER', 'LEADER_ID', 'VENUE', 'OTHER'] as const satisfies readonly PaperKind[]
export const TYPES = ['LIFE', 'AFFAIRS', 'CULTURE', 'CHARITY'] as const
export const NATURES = [
  'RESIDENTS',
  'COMMITTEE_BODY',
  'OWNERS_COMMITTEE',
  'BUILDING_SELF_GOVERNANCE',
  'PROFIT',
] as const

export interface Paper {
  fileId: string
  name: string
  size: number
}

/** The form as it is typed; its names are those of the JSON, so that a pointer of the server is a path of the form. */
export interface FilingTyped {
  name: string
  communityCode: string
  type: '' | (typeof TYPES)[number]
  nature: '' | (typeof NATURES)[number]
  leader: { name: string; politicalStatus: string; phone: string }
  memberCount: string
  /** One name a line. */
  coreMembers: string
  foundedOn: string
  venue: string
  purpose: string
  categories: string[]
  guidanceUnit: string
  host: string
  partyBranch: string
  funding: string
  attachments: Record<PaperKind, Paper | null>
  sameName: boolean
}

const NO_PAPERS: Record<PaperKind, Paper | null> = {
  FORM: null,
  CHARTER: null,
  LEADER_ID: null,
  VENUE: null,
  OTHER: null,
}

export const blank = (community: string): FilingTyped => ({
  name: '',
  communityCode: community,
  type: '',
  nature: '',
  leader: { name: '', politicalStatus: '', phone: '' },
  memberCount: '',
  coreMembers: '',
  foundedOn: '',
  venue: '',
  purpose: '',
  categories: [],
  guidanceUnit: '',
  host: '',
  partyBranch: '',
  funding: '',
  attachments: NO_PAPERS,
  sameName: false,
})

export const typedOf = (filing: Filing): FilingTyped => ({
  name: filing.name,
  communityCode: filing.community.code,
  type: filing.type,
  nature: 'RESIDENTS',
  leader: {
    name: filing.leader?.name ?? '',
    politicalStatus: filing.leader?.politicalStatus ?? '',
    phone: filing.leader?.phone ?? '',
  },
  memberCount: filing.memberCount === null ? '' : String(filing.memberCount),
  coreMembers: filing.coreMembers.join('\n'),
  foundedOn: filing.foundedOn ?? '',
  venue: filing.venue,
  purpose: filing.purpose,
  categories: filing.categories.map(({ code }) => code),
  guidanceUnit: filing.guidanceUnit ?? '',
  host: filing.host ?? '',
  partyBranch: filing.partyBranch ?? '',
  funding: filing.funding ?? '',
  attachments: {
    ...NO_PAPERS,
    ...Object.fromEntries(filing.attachments.map(({ kind, ...paper }) => [kind, paper])),
  },
  sameName: false,
})

const said = (text: string) => (text.trim() === '' ? null : text.trim())
const names = (lines: string) =>
  lines
    .split(/[\n、,，;；]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')

export const formOf = (typed: FilingTyped): FilingForm => ({
  name: said(typed.name),
  communityCode: said(typed.communityCode),
  type: typed.type === '' ? null : typed.type,
  nature: typed.nature === '' ? null : typed.nature,
  leader: {
    name: typed.leader.name.trim(),
    politicalStatus: said(typed.leader.politicalStatus),
    phone: typed.leader.phone.trim(),
  },
  memberCount: /^\d{1,6}$/.test(typed.memberCount.trim()) ? Number(typed.memberCount) : null,
  coreMembers: names(typed.coreMembers),
  foundedOn: said(typed.foundedOn),
  venue: said(typed.venue),
  purpose: said(typed.purpose),
  categories: typed.categories,
  guidanceUnit: said(typed.guidanceUnit),
  host: said(typed.host),
  partyBranch: said(typed.partyBranch),
  funding: said(typed.funding),
  attachments: PAPERS.flatMap((kind) => {
    const paper = typed.attachments[kind]
    return paper === null ? [] : [{ kind, fileId: paper.fileId }]
  }),
  acknowledged: typed.sameName ? ['filing-same-name'] : [],
})

export const membersTyped = (lines: string) => names(lines).length
