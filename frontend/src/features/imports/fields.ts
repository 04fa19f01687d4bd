import type { TFunction } from 'i18next'
import type { ImportField, ImportRow } from '../../api/types'
import { date, yuan } from '../../lib/format'
import type { Language } from '../../lib/i18n'

type Words = TFunction<'imports'>

/** What a column may say, in the order in which people look for it. */
export const FIELDS = [
  'NAME',
  'CREDIT_CODE',
  'LEGACY_CERT_NO',
  'LEGAL_FORM',
  'HEAD',
  'ADDRESS',
  'SCOPE',
  'AUTHORITY',
  'FOUNDED_ON',
  'CAPITAL',
  'STATUS',
  'INSPECTION',
  'INSPECTION_YEAR',
  'GRADE',
  'GRADE_FROM',
  'GRADE_TO',
  'ABNORMAL',
  'SERIOUS',
  'STANDING',
  'HEADCOUNT',
  'NET_ASSETS',
  'INCOME',
  'LISTED_ON',
  'REMOVED_ON',
] as const satisfies readonly NonNullable<ImportField>[]

/** The name of a changed field; an inspection and a figure carry their year. */
export function fieldName(field: string, t: Words): string {
  const [, kind, year] = /^(INSPECTION|HEADCOUNT|NET_ASSETS|INCOME)_(\d{4})$/.exec(field) ?? []
  if (kind === undefined) return t(`field.${field}` as 'field.NAME', field)
  return kind === 'INSPECTION'
    ? t('inspectionOf', { year })
    : t('figureOf', { year, what: t(`field.${kind as 'INCOME'}`) })
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const CODED = /^(LEGAL_FORM|STATUS|GRADE|ABNORMAL|SERIOUS|INSPECTION_\d{4})$/

/** A changed value in words: codes by name, money with its unit. */
export function fieldValue(field: string, value: string | null, t: Words, language: Language): string | null {
  if (value === null) return null
  if (/^(CAPITAL|(NET_ASSETS|INCOME)_\d{4})$/.test(field)) return yuan(Number(value), language)
  if (DAY.test(value)) return date(value, language)
  return CODED.test(field) ? t(`value.${value}` as 'value.YES', value) : value
}

const PLACES = new Map<string, number>(FIELDS.map((field, at) => [field, at]))
const place = (field: string) => PLACES.get(field.replace(/_(\d{4}|FROM|TO)$/, '')) ?? FIELDS.length

/** What a row changes, in the order of a register; a new body's name and code stand beside it already. */
export const changesOf = ({ changes, outcome }: ImportRow) =>
  Object.entries(changes)
    .filter(([field]) => outcome !== 'NEW' || (field !== 'NAME' && field !== 'CREDIT_CODE'))
    .sort(([one], [other]) => place(one) - place(other) || one.localeCompare(other))
