import type { AvoidanceForm, Evaluator, EvaluatorForm, PoolKind } from '../../api/types'

export const RELATIONS = ['EMPLOYED', 'BOARD', 'CONTROL', 'FAMILY', 'OTHER'] as const

export interface Avoidance {
  body: { id: string; name: string }
  relation: (typeof RELATIONS)[number]
  until: string
}

/** The form as it is typed; its names are those of the JSON, so that a pointer of the server is a path of the form. */
export interface EntryTyped {
  kind: PoolKind
  name: string
  employer: string
  title: string
  phone: string
  email: string
  regionCode: string
  places: string[]
  fields: string[]
  avoidances: Avoidance[]
  acknowledged: boolean
}

export const blank = (kind: PoolKind, region: string): EntryTyped => ({
  kind,
  name: '',
  employer: '',
  title: '',
  phone: '',
  email: '',
  regionCode: region,
  places: region === '' ? [] : [region],
  fields: [],
  avoidances: [],
  acknowledged: false,
})

export const typedOf = (entry: Evaluator): EntryTyped => ({
  kind: entry.kind,
  name: entry.name,
  employer: entry.employer,
  title: entry.title,
  phone: entry.phone,
  email: entry.email ?? '',
  regionCode: entry.region.code,
  places: entry.places.map(({ code }) => code),
  fields: entry.fields.map(({ code }) => code),
  avoidances: avoidancesOf(entry),
  acknowledged: false,
})

export const avoidancesOf = (entry: Evaluator): Avoidance[] =>
  entry.avoidances.map(({ body, relation, until }) => ({ body, relation, until: until ?? '' }))

export const sent = (avoidances: readonly Avoidance[]): AvoidanceForm[] =>
  avoidances.map(({ body, relation, until }) => ({ body: body.id, relation, until: until === '' ? null : until }))

export const formOf = (typed: EntryTyped): EvaluatorForm => ({
  ...typed,
  email: typed.email.trim() === '' ? null : typed.email,
  avoidances: sent(typed.avoidances),
})
