import type { NoticeQuery, NoticeStatus, NoticeType } from '../../api/types'
import { day, list, manyOf, oneOf, present, text, whole, write } from '../../lib/search-params'

export const SORTS = ['relevance', 'published', 'deadline', 'amount'] as const
export type Sort = (typeof SORTS)[number]
export const STATUSES: NoticeStatus[] = ['OPEN', 'CLOSED', 'AWARDED', 'TERMINATED', 'PUBLISHED']
export const TYPES: NoticeType[] = [
  'INTENTION',
  'PROCUREMENT',
  'SINGLE_SOURCE',
  'CORRECTION',
  'RESULT',
  'TERMINATION',
  'CONTRACT',
  'CONTRACT_CHANGE',
  'ACCEPTANCE',
  'PERFORMANCE',
]
export const DATES = ['publishedFrom', 'publishedTo', 'deadlineFrom', 'deadlineTo'] as const

/** A question to the search, under the same names as in the address bar and in the HTTP contract. */
export interface NoticeSearch {
  q: string
  type: NoticeType[]
  region: string[]
  category: string[]
  method: string[]
  status: NoticeStatus[]
  department: string[]
  minAmountFen: number | null
  maxAmountFen: number | null
  publishedFrom: string | null
  publishedTo: string | null
  deadlineFrom: string | null
  deadlineTo: string | null
  /** Null: the best match first where there are words, else the newest. */
  sort: Sort | null
}

export const readNoticeSearch = (params: URLSearchParams): NoticeSearch => ({
  q: text(params, 'q'),
  type: manyOf(params, 'type', TYPES),
  region: list(params, 'region', /^\d{2,12}$/),
  category: list(params, 'category', /^[A-Z][\w-]{0,20}$/),
  method: list(params, 'method', /^[A-Z_]{3,30}$/),
  status: manyOf(params, 'status', STATUSES),
  department: list(params, 'department'),
  minAmountFen: whole(params, 'minAmountFen'),
  maxAmountFen: whole(params, 'maxAmountFen'),
  publishedFrom: day(params, 'publishedFrom'),
  publishedTo: day(params, 'publishedTo'),
  deadlineFrom: day(params, 'deadlineFrom'),
  deadlineTo: day(params, 'deadlineTo'),
  sort: oneOf(params, 'sort', SORTS),
})

export const writeNoticeSearch = (ask: Partial<NoticeSearch>) => write({ ...ask })

export const toQuery = (ask: NoticeSearch) => present({ ...ask }) as NoticeQuery

/** Where a link leads that changes part of the question; paging begins again. */
export const refined = (ask: NoticeSearch, change: Partial<NoticeSearch>) => ({
  search: writeNoticeSearch({ ...ask, ...change }).toString(),
})

export const toggled = <T extends string>(values: readonly T[], value: T): T[] =>
  values.includes(value) ? values.filter((one) => one !== value) : [...values, value]

/** In a tree of codes a longer code lies under a shorter one: choosing a node lets go of its kin above and below. */
export const toggledInTree = (codes: readonly string[], code: string) =>
  codes.includes(code)
    ? codes.filter((one) => one !== code)
    : [...codes.filter((one) => !one.startsWith(code) && !code.startsWith(one)), code]

/** What is left of a question while the index does not answer: places and days. */
export const simpler = ({ region, publishedFrom, publishedTo }: NoticeSearch): NoticeSearch => ({
  ...readNoticeSearch(new URLSearchParams()),
  region,
  publishedFrom,
  publishedTo,
})

/** How many filters are on, words and order not counted. */
export function filtersOn({ q: _words, sort: _order, ...filters }: NoticeSearch): number {
  return Object.values(filters).reduce<number>(
    (sum, value) => sum + (Array.isArray(value) ? value.length : value === null ? 0 : 1),
    0,
  )
}
