import { z } from 'zod'
import { narrow } from '../../lib/narrow'
import { fenOf, isFree } from '../../lib/yuan-input'

/** What must be right before a draft can be kept on the server: only what is there is looked at, nothing is required yet. */
const text = (longest: number) => z.string().refine((value) => [...value].length <= longest, 'tooLong')
const shaped = (pattern: RegExp, code: string) =>
  z.string().refine((value) => value.trim() === '' || pattern.test(value.trim()), code)
const whole = (least: number, most: number, code: string) =>
  z.string().refine((value) => {
    const trimmed = narrow(value).trim()
    return trimmed === '' || (/^\d{1,4}$/.test(trimmed) && Number(trimmed) >= least && Number(trimmed) <= most)
  }, code)

const phone = shaped(/^[+0-9][0-9 ()\-转xX]{4,29}$/, 'phone')

const requirement = z.object({
  kind: z.enum(['SPECIAL_QUALIFICATION', 'ANNUAL_INSPECTION', 'PROFESSIONAL_STAFF', 'TEXT']),
  qualification: z.string(),
  year: whole(2000, 2100, 'year'),
  count: whole(1, 1000, 'count'),
  text: text(20_000),
})

const criterion = z.object({
  name: text(100),
  weight: whole(0, 100, 'weight'),
  kind: z.enum(['PRICE', 'QUALITY']),
  objective: z.boolean(),
})

const lot = z.object({
  title: text(200),
  categoryCode: z.string(),
  serviceRegionCodes: z.array(z.string()).max(200, 'tooManyPlaces'),
  budgetFen: z.string().refine((value) => value.trim() === '' || fenOf(value) !== undefined, 'amount'),
  description: text(20_000),
  requirements: z.array(requirement),
  criteria: z.array(criterion),
  repeats: z.string(),
})

const day = z.string()
const address = shaped(/^https?:\/\/[^\s/@]+(\/\S*)?$/, 'address')

export const officialShape = z.object({
  medium: text(100),
  url: address,
  noticeId: text(100),
  publishedAt: z.string(),
})

const statutory = z.object({
  projectCode: text(100),
  officialPublication: officialShape,
  ground: z.string(),
  approval: z.object({ number: text(100), authority: text(100), date: day }),
  intention: z.object({ number: text(100), publishedOn: day }),
  intentionExemptReason: text(2_000),
  documents: z.object({
    from: z.string(),
    to: z.string(),
    place: text(200),
    way: text(200),
    priceFen: z.string().refine((value) => isFree(value) || value.trim() === '' || fenOf(value) !== undefined, 'price'),
  }),
  contractTerm: text(200),
  submissionPlace: text(200),
  openingPlace: text(200),
  agency: z.object({ name: text(100), address: text(200), phone }),
  otherMatters: text(20_000),
})

export const draftShape = z.object({
  title: text(200),
  method: z.string(),
  regionCode: z.string(),
  description: text(20_000),
  lots: z.array(lot).max(50, 'tooManyLots'),
  bidDeadline: z.string(),
  openingAt: z.string(),
  stagedOpening: z.boolean(),
  acceptsConsortium: z.boolean(),
  supervisedOpening: z.boolean(),
  lowPrice: z.object({
    ofAverage: whole(0, 100, 'weight'),
    ofSecond: whole(0, 100, 'weight'),
    ofCeiling: whole(0, 100, 'weight'),
  }),
  statutory,
  contact: z.object({
    name: text(100),
    phone,
    email: shaped(/^[^@\s<>"]{1,64}@[^@\s<>"]{1,180}\.[^@\s<>".]{1,40}$/, 'email'),
  }),
})
