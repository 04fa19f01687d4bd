import { z } from 'zod'
import { forget, recall, remember } from '../../lib/storage'
import type { ResultForm } from './result-form'

/** What was typed and not yet handed over, kept in this browser. */
interface LocalCopy {
  /** The version on the server that it was typed over, 0 for none. */
  version: number
  form: ResultForm
}

const text = z.string()
const copy = z.object({
  version: z.number(),
  form: z.object({
    winners: z.array(
      z.object({
        creditCode: text,
        name: text,
        address: text,
        partner: z.boolean(),
        amountFen: text,
        rate: text,
        scoreHundredths: text,
        evaluationPriceFen: text,
      }),
    ),
    service: z.object({ name: text, scope: text, requirements: text, time: text, standards: text }),
    panel: z.array(z.object({ name: text, ofDepartment: z.boolean() })),
    agencyFee: z.object({ standard: text, amountFen: text }),
    otherMatters: text,
    officialPublication: z.object({ medium: text, url: text, noticeId: text, publishedAt: text }),
  }),
})

const key = (lot: string) => `portal-result.${lot}`

export function localCopy(lot: string): LocalCopy | null {
  try {
    return copy.parse(JSON.parse(recall(key(lot)) ?? 'null'))
  } catch {
    return null
  }
}

export const keepLocally = (lot: string, kept: LocalCopy) => remember(key(lot), JSON.stringify(kept))

export const dropLocalCopy = (lot: string) => forget(key(lot))
