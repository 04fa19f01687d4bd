import type { Criterion } from '../../../api/types'
import { narrow } from '../../../lib/narrow'
import { forget, recall, remember } from '../../../lib/storage'
import { fenOf } from '../../../lib/yuan-input'

/** Where the law tells apart who had part in a design and who had the whole of it (C04), PART and WHOLE stand for YES. */
export type Answer = 'NO' | 'YES' | 'PART' | 'WHOLE'

/** A line of the price as it is typed. */
export interface PriceLine {
  key: number
  item: string
  unit: string
  quantity: string
  price: string
}

/** A bid in the making: it stays in this browser until it is sealed. */
export interface BidDraft {
  lines: PriceLine[]
  priceNote: string
  answers: Record<string, string>
  /** Whether the statement of independence was made, where it is asked. */
  independent: boolean
  /** What no registry knows, by rule. */
  declared: Record<string, { answer: Answer; text: string }>
  /** Names of the attachments that were chosen: the files themselves a browser may not keep. */
  fileNames: string[]
}

const MOST_QUANTITY = 1_000_000
let keys = 0

export const newLine = (): PriceLine => ({ key: ++keys, item: '', unit: '', quantity: '1', price: '' })

const empty = (): BidDraft => ({
  lines: [newLine()],
  priceNote: '',
  answers: {},
  independent: false,
  declared: {},
  fileNames: [],
})

/** Of this body alone: another that signs in at the same computer must not read it. */
const place = (organization: string, lot: string) => `bid.${organization}.${lot}`

/** Lots for which a draft of this body lies in this browser. */
export function draftedLots(organization: string): string[] {
  const before = `goufu.${place(organization, '')}`
  try {
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(before))
      .map((name) => name.slice(before.length))
  } catch {
    return []
  }
}

/** Whether what another tab kept under this name is that draft. */
export const isOfDraft = (name: string | null, organization: string, lot: string) =>
  name?.endsWith(`.${place(organization, lot)}`) ?? false

/** What was typed before, also before the line was cut or the tab was closed. */
export function recallDraft(organization: string, lot: string): BidDraft {
  try {
    const kept = JSON.parse(recall(place(organization, lot)) ?? 'null') as BidDraft | null
    if (kept === null || kept.lines.length === 0) return empty()
    return { ...empty(), ...kept, lines: kept.lines.map((line) => ({ ...newLine(), ...line, key: ++keys })) }
  } catch {
    return empty()
  }
}

export const rememberDraft = (organization: string, lot: string, draft: BidDraft) =>
  remember(place(organization, lot), JSON.stringify(draft))

/** Nothing of it stays in this browser. */
export function forgetDraft(organization: string, lot: string): BidDraft {
  forget(place(organization, lot))
  return empty()
}

export const quantityOf = (typed: string) => {
  const digits = narrow(typed).replace(/[,\s]/g, '')
  const quantity = /^\d{1,7}$/.test(digits) ? Number(digits) : 0
  return quantity > 0 && quantity <= MOST_QUANTITY ? quantity : undefined
}

/** Exact fen; undefined while the line is not whole. */
export function lineFen({ quantity, price }: PriceLine): number | undefined {
  const times = quantityOf(quantity)
  const fen = fenOf(price)
  if (times === undefined || fen === undefined) return undefined
  const product = times * fen
  return Number.isSafeInteger(product) ? product : undefined
}

/** The price, when every line is whole. */
export function totalFen(lines: PriceLine[]): number | undefined {
  let sum = 0
  for (const line of lines) {
    const fen = lineFen(line)
    if (fen === undefined || line.item.trim() === '') return undefined
    sum += fen
  }
  return sum
}

/** What is to be answered; the price speaks for itself. */
export const asked = (criteria: Criterion[]) =>
  criteria.filter(({ kind }) => kind !== 'PRICE').map(({ name, weight }) => ({ name: name ?? '', weight: weight ?? 0 }))

/** What stands between the draft and the envelope; each names its field. */
export type Gap =
  | { kind: 'item' | 'quantity' | 'price'; field: string; number: number }
  | { kind: 'overBudget'; field: string }
  | { kind: 'answer'; field: string; criterion: string }
  | { kind: 'tooMany' | 'tooLarge'; field: string }
  | { kind: 'emptyFile'; field: string; name: string }

export const FILES_FIELD = 'attachments'

export const answerField = (index: number) => `answer-${index}`

/** The control of one part of a line. */
export const lineField = (part: 'item' | 'quantity' | 'price', { key }: PriceLine) => `${part}-${key}`

export function gapsOf(draft: BidDraft, criteria: Criterion[], budgetFen: number, files: File[]): Gap[] {
  const gaps = draft.lines.flatMap(lineGaps)
  const total = totalFen(draft.lines)
  // A price above the budget makes the bid invalid (domain.md 1.7.4): better said here than at the opening.
  if (total !== undefined && total > budgetFen)
    gaps.push({ kind: 'overBudget', field: lineField('price', draft.lines[0] ?? newLine()) })
  for (const [index, { name }] of asked(criteria).entries()) {
    if ((draft.answers[name] ?? '').trim() === '')
      gaps.push({ kind: 'answer', field: answerField(index), criterion: name })
  }
  return [...gaps, ...fileGaps(files)]
}

function lineGaps(line: PriceLine, index: number): Gap[] {
  const gap = (kind: 'item' | 'quantity' | 'price'): Gap => ({ kind, field: lineField(kind, line), number: index + 1 })
  const gaps = line.item.trim() === '' ? [gap('item')] : []
  if (quantityOf(line.quantity) === undefined) return [...gaps, gap('quantity')]
  return lineFen(line) === undefined ? [...gaps, gap('price')] : gaps
}

function fileGaps(files: File[]): Gap[] {
  const gaps: Gap[] = files
    .filter(({ size }) => size === 0)
    .map(({ name }) => ({ kind: 'emptyFile', field: FILES_FIELD, name }))
  if (files.length > MOST_FILES) gaps.push({ kind: 'tooMany', field: FILES_FIELD })
  if (files.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES) gaps.push({ kind: 'tooLarge', field: FILES_FIELD })
  return gaps
}

/** Of all attachments together; an envelope takes 200 MB with its padding. */
export const MOST_BYTES = 170 * 1024 * 1024
export const MOST_FILES = 15
