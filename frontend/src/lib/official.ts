import type { Publication, Purchase } from '../api/types'
import { instantOf, localOf } from './beijing-time'

type Stored = NonNullable<Purchase['statutory']>['officialPublication']

/** Where the statutory medium published something, as it is typed. */
export interface OfficialForm {
  medium: string
  url: string
  noticeId: string
  publishedAt: string
}

const said = (text: string) => (text.trim() === '' ? null : text)

export const officialFormOf = (official: Stored | undefined): OfficialForm => ({
  medium: official?.medium ?? '',
  url: official?.url ?? '',
  noticeId: official?.noticeId ?? '',
  publishedAt: localOf(official?.publishedAt ?? null),
})

export const officialOf = ({ medium, url, noticeId, publishedAt }: OfficialForm): Publication => ({
  medium: said(medium),
  url: said(url),
  noticeId: said(noticeId),
  publishedAt: instantOf(publishedAt),
})
