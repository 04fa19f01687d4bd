import type { Purchase, StatutoryPart } from '../../api/types'
import { instantOf, localOf } from '../../lib/beijing-time'
import { type OfficialForm, officialFormOf, officialOf } from '../../lib/official'
import { fenOf, isFree, typedYuan } from '../../lib/yuan-input'

/** What a statutory method asks for besides, as it is typed; its names are those of the JSON. */
export interface StatutoryForm {
  projectCode: string
  officialPublication: OfficialForm
  ground: string
  approval: { number: string; authority: string; date: string }
  intention: { number: string; publishedOn: string }
  intentionExemptReason: string
  documents: { from: string; to: string; place: string; way: string; priceFen: string }
  contractTerm: string
  submissionPlace: string
  openingPlace: string
  agency: { name: string; address: string; phone: string }
  otherMatters: string
}

type Stored = NonNullable<Purchase['statutory']>

const typed = (value: string | null | undefined) => value ?? ''
const said = (text: string) => (text.trim() === '' ? null : text)

export const statutoryFormOf = (stored: Stored | null): StatutoryForm => ({
  projectCode: typed(stored?.projectCode),
  officialPublication: officialFormOf(stored?.officialPublication),
  ground: typed(stored?.ground),
  approval: {
    number: typed(stored?.approval?.number),
    authority: typed(stored?.approval?.authority),
    date: typed(stored?.approval?.date),
  },
  intention: { number: typed(stored?.intention?.number), publishedOn: typed(stored?.intention?.publishedOn) },
  intentionExemptReason: typed(stored?.intentionExemptReason),
  documents: {
    from: localOf(stored?.documents?.from ?? null),
    to: localOf(stored?.documents?.to ?? null),
    place: typed(stored?.documents?.place),
    way: typed(stored?.documents?.way),
    priceFen: stored?.documents?.priceFen === 0 ? '0' : typedYuan(stored?.documents?.priceFen ?? null),
  },
  contractTerm: typed(stored?.contractTerm),
  submissionPlace: typed(stored?.submissionPlace),
  openingPlace: typed(stored?.openingPlace),
  agency: {
    name: typed(stored?.agency?.name),
    address: typed(stored?.agency?.address),
    phone: typed(stored?.agency?.phone),
  },
  otherMatters: typed(stored?.otherMatters),
})

export const statutoryOf = (form: StatutoryForm): StatutoryPart => ({
  projectCode: said(form.projectCode),
  officialPublication: officialOf(form.officialPublication),
  ground: said(form.ground) as NonNullable<StatutoryPart['ground']> | null,
  approval: {
    number: said(form.approval.number),
    authority: said(form.approval.authority),
    date: said(form.approval.date),
  },
  intention: { number: said(form.intention.number), publishedOn: said(form.intention.publishedOn) },
  intentionExemptReason: said(form.intentionExemptReason),
  documents: {
    from: instantOf(form.documents.from),
    to: instantOf(form.documents.to),
    place: said(form.documents.place),
    way: said(form.documents.way),
    priceFen: isFree(form.documents.priceFen) ? 0 : (fenOf(form.documents.priceFen) ?? null),
  },
  contractTerm: said(form.contractTerm),
  submissionPlace: said(form.submissionPlace),
  openingPlace: said(form.openingPlace),
  agency: { name: said(form.agency.name), address: said(form.agency.address), phone: said(form.agency.phone) },
  otherMatters: said(form.otherMatters),
})
