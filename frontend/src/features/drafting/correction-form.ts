import type { Correction, Draft, Publication, Purchase } from '../../api/types'
import { officialFormOf, officialOf } from '../../lib/official'
import { type DraftForm, draftOf, formOf } from './draft-form'

/** The call as the form of drafts has it, with what a prepared correction says over it. */
export function correctionOf(purchase: Purchase, prepared: Correction | null): DraftForm {
  const form = standing(purchase, prepared)
  // The reference is the correction's own: the call keeps the one that it was published with.
  return {
    ...form,
    statutory: { ...form.statutory, officialPublication: officialFormOf(prepared?.officialPublication ?? undefined) },
  }
}

function standing(purchase: Purchase, prepared: Correction | null): DraftForm {
  if (prepared === null) return formOf(purchase)
  const { text } = prepared
  return formOf({
    ...purchase,
    description: text.description,
    bidDeadline: text.bidDeadline,
    openingAt: text.openingAt,
    contact: text.contact,
    lowPrice: text.lowPrice,
    statutory: text.statutory,
    lots: purchase.lots.map((lot, at) => ({ ...lot, ...text.lots[at] })),
  })
}

/** Only what differs from the call: times are read to the minute, and what nobody touched must not change by a second. */
export function changesOf(form: DraftForm, purchase: Purchase): Draft {
  const said = draftOf(form)
  const stood = draftOf(formOf(purchase))
  const differs = (name: 'description' | 'bidDeadline' | 'openingAt' | 'contact' | 'lowPrice') =>
    JSON.stringify(said[name]) === JSON.stringify(stood[name]) ? {} : { [name]: said[name] }
  const lots = (said.lots ?? []).map((lot, at) => {
    const before = stood.lots?.[at]
    return {
      ...(lot?.description === before?.description ? {} : { description: lot?.description ?? null }),
      ...(JSON.stringify(lot?.criteria) === JSON.stringify(before?.criteria) ? {} : { criteria: lot?.criteria ?? [] }),
    }
  })
  return {
    ...differs('description'),
    ...differs('bidDeadline'),
    ...differs('openingAt'),
    ...differs('contact'),
    ...differs('lowPrice'),
    ...(purchase.statutory === null ? {} : statutoryChanges(said.statutory, stood.statutory)),
    ...(lots.some((lot) => Object.keys(lot).length > 0) ? { lots } : {}),
  }
}

/** Where the statutory medium published the correction; nothing below the purchase limit. */
export const referenceOf = (form: DraftForm, purchase: Purchase): Publication | null =>
  purchase.statutory === null ? null : officialOf(form.statutory.officialPublication)

/** Of what a statutory method asks for besides: what may be corrected, and only where it differs. */
function statutoryChanges(said: Draft['statutory'], stood: Draft['statutory']): Pick<Draft, 'statutory'> {
  const documents = {
    ...changed('to', said?.documents, stood?.documents),
    ...changed('place', said?.documents, stood?.documents),
    ...changed('way', said?.documents, stood?.documents),
  }
  const all = {
    ...changed('submissionPlace', said, stood),
    ...changed('openingPlace', said, stood),
    ...changed('otherMatters', said, stood),
    ...(Object.keys(documents).length > 0 ? { documents } : {}),
  }
  return Object.keys(all).length > 0 ? { statutory: all } : {}
}

const changed = <T extends object, N extends keyof T>(
  name: N,
  said: T | null | undefined,
  stood: T | null | undefined,
) => (said?.[name] === stood?.[name] ? {} : { [name]: said?.[name] })
