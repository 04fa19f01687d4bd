import { useTranslation } from 'react-i18next'
import type { Purchase } from '../../api/types'
import { dateTime, yuan } from '../../lib/format'
import { joined } from '../../lib/punctuation'
import { useLanguage } from '../../lib/use-language'

/** What a statutory method asked for besides, as it reads; nothing for a purchase below the limit. */
export function useStatutoryFacts({ statutory, number, bidPlace }: Purchase): [string, string | null][] {
  const { t } = useTranslation('purchase')
  const language = useLanguage()
  if (statutory === null) return []
  const { officialPublication: official, documents, intention, approval, agency } = statutory
  const at = (moment: string | null | undefined) => (moment ? dateTime(moment, language) : '')
  const rows: [string, string | null][] = [
    [t('fact.projectCode'), number ?? statutory.projectCode ?? null],
    [t('fact.official'), joined(official?.medium, official?.noticeId, at(official?.publishedAt), official?.url)],
    [t('fact.intention'), joined(intention?.number, intention?.publishedOn)],
    [t('fact.exempt'), statutory.intentionExemptReason ?? null],
    [t('fact.approval'), joined(approval?.number, approval?.authority, approval?.date)],
    [
      t('fact.documents'),
      documents &&
        t('documents', {
          from: at(documents.from),
          to: at(documents.to),
          place: documents.place ?? '',
          way: documents.way ?? '',
          price: yuan(documents.priceFen ?? 0, language),
        }),
    ],
    [t('fact.term'), statutory.contractTerm ?? null],
    [t('fact.where'), bidPlace.here ? null : joined(statutory.submissionPlace, statutory.openingPlace)],
    [t('fact.agency'), joined(agency?.name, agency?.address, agency?.phone)],
    [t('fact.other'), statutory.otherMatters ?? null],
  ]
  return rows.filter(([, value]) => value)
}
