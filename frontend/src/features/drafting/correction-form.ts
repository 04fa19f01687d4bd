import type { Correction, Draft, Purchase } from '../../api/types'
import { type DraftForm, draftOf, formOf } from './draft-form'

/** The call as the form of drafts has it, with what a prepared correction says over it. */
export function correctionOf(purchase: Purchase, prepared: Correction | null): DraftForm {
  if (prepared === null) return formOf(purchase)
  const { text } = prepared
  return formOf({
    ...purchase,
    description: text.description,
    bidDeadline: text.bidDeadline,
    openingAt: text.openingAt,
    contact: text.contact,
    lowPrice: text.lowPrice,
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
    ...(lots.some((lot) => Object.keys(lot).length > 0) ? { lots } : {}),
  }
}
