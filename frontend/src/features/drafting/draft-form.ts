import type {
  Criterion,
  Draft,
  DraftCriterion,
  DraftLot,
  DraftRequirement,
  Purchase,
  RequirementKind,
} from '../../api/types'
import { instantOf, localOf } from '../../lib/beijing-time'
import type { Ratios } from '../../lib/low-price'
import { isBelowLimit, type Method } from '../../lib/methods'
import { narrow } from '../../lib/narrow'
import { fenOf, typedYuan } from '../../lib/yuan-input'
import { type StatutoryForm, statutoryFormOf, statutoryOf } from './statutory-form'

/**
 * The form as it is typed: every value is the text in its control, so that nothing is lost on the way. The names are those of
 * the JSON, so that a pointer of the server is a path of the form.
 */
export interface DraftForm {
  title: string
  method: string
  regionCode: string
  description: string
  lots: LotForm[]
  bidDeadline: string
  openingAt: string
  contact: { name: string; phone: string; email: string }
  stagedOpening: boolean
  acceptsConsortium: boolean
  supervisedOpening: boolean
  /** In percent. */
  lowPrice: Record<keyof Ratios, string>
  statutory: StatutoryForm
}

export interface LotForm {
  title: string
  categoryCode: string
  serviceRegionCodes: string[]
  /** In yuan while it is typed. */
  budgetFen: string
  description: string
  requirements: RequirementForm[]
  criteria: CriterionForm[]
  /** The failed lot whose second run it is, or nothing. */
  repeats: string
}

export interface RequirementForm {
  kind: RequirementKind['kind']
  qualification: string
  year: string
  count: string
  text: string
}

export interface CriterionForm {
  name: string
  weight: string
  kind: NonNullable<Criterion['kind']>
  objective: boolean
}

/** What a purchase begins with: most are below the limit. */
export const USUAL_METHOD = 'BT_COMPARE'

/** In a negotiation the lowest final offer wins (财政部令第74号 第35条). */
export const isScored = (method: string) => method !== 'NEGOTIATION'

export const blankRequirement = (kind: RequirementForm['kind']): RequirementForm => ({
  kind,
  qualification: '',
  year: '',
  count: '',
  text: '',
})

export const blankLot = (serviceRegionCodes: string[] = []): LotForm => ({
  title: '',
  categoryCode: '',
  serviceRegionCodes,
  budgetFen: '',
  description: '',
  requirements: [],
  criteria: [],
  repeats: '',
})

const typed = (value: string | number | null | undefined) => (value === null || value === undefined ? '' : `${value}`)
const said = (text: string) => (text.trim() === '' ? null : text)
const whole = (text: string) => (text.trim() === '' ? null : Number(narrow(text)))

export const formOf = (purchase: Purchase): DraftForm => ({
  title: typed(purchase.title),
  method: purchase.method ?? USUAL_METHOD,
  regionCode: typed(purchase.regionCode),
  description: typed(purchase.description),
  lots: purchase.lots.map((lot) => ({
    title: typed(lot.title),
    categoryCode: typed(lot.categoryCode),
    serviceRegionCodes: lot.serviceRegionCodes,
    budgetFen: typedYuan(lot.budgetFen),
    description: typed(lot.description),
    requirements: lot.requirements.map((one) => ({
      kind: one.kind,
      qualification: typed(one.qualification),
      year: typed(one.year),
      count: typed(one.count),
      // Of the other kinds the text is the server's own wording.
      text: one.kind === 'TEXT' ? typed(one.text) : '',
    })),
    criteria: lot.criteria.map(({ name, weight, kind, objective }) => ({
      name: typed(name),
      weight: typed(weight),
      kind: kind ?? 'QUALITY',
      objective: objective ?? false,
    })),
    repeats: typed(lot.repeats),
  })),
  bidDeadline: localOf(purchase.bidDeadline),
  openingAt: localOf(purchase.openingAt),
  contact: {
    name: typed(purchase.contact?.name),
    phone: typed(purchase.contact?.phone),
    email: typed(purchase.contact?.email),
  },
  stagedOpening: purchase.stagedOpening,
  acceptsConsortium: purchase.acceptsConsortium,
  supervisedOpening: purchase.supervisedOpening,
  lowPrice: {
    ofAverage: typed(purchase.lowPrice.ofAverage),
    ofSecond: typed(purchase.lowPrice.ofSecond),
    ofCeiling: typed(purchase.lowPrice.ofCeiling),
  },
  statutory: statutoryFormOf(purchase.statutory),
})

/** Only what a kind has: a parameter of another kind is refused by the server. */
export function requirementOf({
  kind,
  qualification,
  year,
  count,
  text,
}: RequirementForm): DraftRequirement & Pick<RequirementForm, 'kind'> {
  const filled = { qualification: said(qualification), year: whole(year), count: whole(count), text: said(text) }
  return { kind, ...Object.fromEntries(Object.entries(filled).filter(([, value]) => value !== null)) }
}

const lotOf = (lot: LotForm, scored: boolean): DraftLot => ({
  title: said(lot.title),
  categoryCode: said(lot.categoryCode),
  serviceRegionCodes: lot.serviceRegionCodes,
  budgetFen: fenOf(lot.budgetFen) ?? null,
  description: said(lot.description),
  requirements: lot.requirements.map(requirementOf),
  // A criterion may be half written in a draft: name and points come when they come.
  // Where the lowest price wins nobody gives points; what was written waits in the form.
  criteria: (scored ? lot.criteria : []).map(
    ({ name, weight, kind, objective }): DraftCriterion => ({
      name: said(name),
      weight: whole(weight),
      kind,
      // The points of a price are computed: the choice does not exist there.
      objective: kind === 'QUALITY' && objective,
    }),
  ),
  repeats: said(lot.repeats),
})

export const draftOf = (form: DraftForm): Draft => ({
  title: said(form.title),
  method: form.method as Method,
  regionCode: said(form.regionCode),
  description: said(form.description),
  lots: form.lots.map((lot) => lotOf(lot, isScored(form.method))),
  bidDeadline: instantOf(form.bidDeadline),
  openingAt: instantOf(form.openingAt),
  contact: { name: said(form.contact.name), phone: said(form.contact.phone), email: said(form.contact.email) },
  stagedOpening: form.stagedOpening,
  acceptsConsortium: form.acceptsConsortium,
  supervisedOpening: form.supervisedOpening,
  lowPrice: {
    ofAverage: whole(form.lowPrice.ofAverage),
    ofSecond: whole(form.lowPrice.ofSecond),
    ofCeiling: whole(form.lowPrice.ofCeiling),
  },
  statutory: isBelowLimit(form.method) ? null : statutoryOf(form.statutory),
})

export const newDraft = (title: string, regionCode: string | null, contact: string): Draft => ({
  title,
  method: USUAL_METHOD,
  regionCode,
  lots: [{ title, serviceRegionCodes: regionCode === null ? [] : [regionCode] }],
  contact: { name: contact },
})

export const weightsOf = (criteria: readonly { weight: string }[]) =>
  criteria.reduce((sum, { weight }) => sum + (Number.parseInt(narrow(weight), 10) || 0), 0)
