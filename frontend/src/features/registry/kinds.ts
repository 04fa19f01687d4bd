import type { RecordKind } from '../../api/types'

/** Kinds whose values are a short list; the words stand under `code.<value>`. */
export const CHOICES: Partial<Record<RecordKind, readonly string[]>> = {
  STATUS: ['NORMAL', 'SUSPENDED', 'REVOKED', 'CANCELLED', 'LIQUIDATING'],
  CREDIT_LIST: ['ABNORMAL', 'SERIOUS', 'COURT_DEFAULT', 'TAX_CREDIT', 'PROCUREMENT_BAN'],
  GRADE: ['A5', 'A4', 'A3', 'A2', 'A1'],
  QUALIFICATION: [
    'ELDERLY_CARE_RECORD',
    'FOOD_BUSINESS_LICENSE',
    'PRIVATE_SCHOOL_LICENSE',
    'MEDICAL_LICENSE',
    'NURSERY_RECORD',
    'HR_LICENSE',
    'LABOR_DISPATCH_LICENSE',
    'PUBLIC_FUNDRAISING',
  ],
  TAX: ['INCOME_EXEMPTION', 'DONATION_DEDUCTION'],
  STAFF: [
    'SOCIAL_WORKER',
    'COUNSELLOR',
    'NURSE',
    'CARE_WORKER',
    'DIETITIAN',
    'REHABILITATION',
    'CHILD_CARE',
    'MEDIATOR',
    'LAWYER',
    'ACCOUNTANT',
    'RESCUER',
    'SPORTS_INSTRUCTOR',
  ],
}

/** What registrars record here, of legal persons and of filed groups. */
export const OF_LEGAL_PERSONS: RecordKind[] = [
  'STATUS',
  'INSPECTION',
  'CREDIT_LIST',
  'GRADE',
  'QUALIFICATION',
  'STAFF',
  'CATEGORY',
  'PLACE',
  'EXPERIENCE',
  'TAX',
  'HEADCOUNT',
  'NET_ASSETS',
  'INCOME',
  'BANK_ACCOUNT',
]
export const OF_GROUPS: RecordKind[] = ['STAFF', 'CATEGORY', 'PLACE', 'EXPERIENCE']

export const isAmount = (kind: RecordKind) => kind === 'NET_ASSETS' || kind === 'INCOME'

/** A figure of one year, out of the annual report. */
export const isYearly = (kind: RecordKind) => kind === 'HEADCOUNT' || isAmount(kind)

export const isCounted = (kind: RecordKind) => ['STAFF', 'EXPERIENCE', 'HEADCOUNT'].includes(kind)

/** An inspection's conclusion and a year's figure have no end. */
export const hasEnd = (kind: RecordKind) => kind !== 'INSPECTION' && !isYearly(kind)
