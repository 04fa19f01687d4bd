import type { EligibilityAnswer } from '../../../api/types'
import { plainName } from '../../../lib/file-name'
import type { AllocationPart } from '../parts/parts-draft'
import type { Content } from '../seal/sealer'
import { type Answer, type BidDraft, lineFen, quantityOf, totalFen } from './bid-draft'
import { cleaned } from './well-formed'

/** 开标一览表: what is read out at the opening. */
export interface PricePart {
  format: 'goufu-price/1'
  totalFen: number
  lines: { item: string; unit: string; quantity: number; fen: number }[]
  note: string
}

/** The answers to the criteria, and which file stands where. */
export interface TechPart {
  format: 'goufu-tech/1'
  answers: { criterion: string; text: string }[]
  attachments: { segment: string; name: string; type: string; bytes: number }[]
}

/** What the registry said of the bidder when it sealed. */
export interface CredPart {
  format: 'goufu-cred/1'
  body: { id: string; name: string }
  asOf: string
  digest: string
  facts: { rule: string; fact: string; day: string; verdict: string }[]
  /** What the bidder declares, with the rule that asks for it; the answer where a question was asked. */
  statements: { rule: string; article: string; text: string; answer?: Answer }[]
}

const json = (value: unknown) => new Blob([JSON.stringify(value)], { type: 'application/json' })

export const attachmentId = (index: number) => `att-${index + 1}`

interface Made {
  draft: BidDraft
  criteria: string[]
  files: File[]
  standing: EligibilityAnswer
  statements: CredPart['statements']
  /** Null for a bid without groups. */
  allocation: AllocationPart | null
}

/** The bid as it is sealed, part by part; the price apart, so that it can be opened after the rest. */
export function contentsOf({ draft, criteria, files, standing, statements, allocation }: Made): Content[] {
  const price: PricePart = {
    format: 'goufu-price/1',
    totalFen: totalFen(draft.lines) ?? 0,
    lines: draft.lines.map((line) => ({
      item: cleaned(line.item.trim()),
      unit: cleaned(line.unit.trim()),
      quantity: quantityOf(line.quantity) ?? 0,
      fen: lineFen(line) ?? 0,
    })),
    note: cleaned(draft.priceNote.trim()),
  }
  const tech: TechPart = {
    format: 'goufu-tech/1',
    answers: criteria.map((criterion) => ({ criterion, text: cleaned((draft.answers[criterion] ?? '').trim()) })),
    attachments: files.map(({ name, type, size }, index) => ({
      segment: attachmentId(index),
      name: plainName(cleaned(name)),
      type,
      bytes: size,
    })),
  }
  const cred: CredPart = {
    format: 'goufu-cred/1',
    body: { id: standing.body.id, name: standing.body.name },
    asOf: standing.asOf,
    digest: standing.digest,
    statements,
    facts: standing.verdicts.map(({ rule, fact, factDate, verdict }) => ({ rule, fact, day: factDate, verdict })),
  }
  return [
    { id: 'price', blob: json(price) },
    { id: 'tech', blob: json(tech) },
    { id: 'cred', blob: json(cred) },
    ...(allocation === null ? [] : [{ id: 'allocation', blob: json(allocation) }]),
    ...files.map((blob, index) => ({ id: attachmentId(index), blob })),
  ]
}
