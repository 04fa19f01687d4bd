import { z } from 'zod'
import type { Content } from '../seal/sealer'

const LONGEST_TEXT = 100_000
const MOST_LINES = 500
const MOST_BYTES = 8 * 1024 * 1024
const DIGITS = 15

/** The platform would not be able to read this part of the bid. */
export class Unreadable extends Error {}

const isText = (text: string) => text.length <= LONGEST_TEXT && !text.includes('\0') && !/\p{Surrogate}/u.test(text)

/** What was typed or pasted, without what no text contains: U+0000, and half of a pair. */
export const cleaned = (text: string) => text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd')

function holdsTexts(value: unknown): boolean {
  if (typeof value === 'string') return isText(value)
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([name, one]) => isText(name) && holdsTexts(one))
}

/** Of few digits, and not many zeros before or behind them. */
function isQuantity(quantity: number) {
  const [digits = '', exponent] = quantity.toExponential().replace('.', '').split('e')
  return quantity > 0 && digits.length <= DIGITS && Math.abs(digits.length - 1 - Number(exponent)) <= DIGITS
}

const fen = z.int().min(0)

const PARTS: Record<string, z.ZodType> = {
  price: z
    .strictObject({
      format: z.literal('goufu-price/1'),
      totalFen: fen.positive(),
      lines: z
        .array(z.strictObject({ item: z.string(), unit: z.string(), quantity: z.number().refine(isQuantity), fen }))
        .min(1)
        .max(MOST_LINES),
      note: z.string(),
    })
    .refine(({ totalFen, lines }) => totalFen === lines.reduce((sum, line) => sum + line.fen, 0)),
  tech: z.strictObject({
    format: z.literal('goufu-tech/1'),
    answers: z.array(z.strictObject({ criterion: z.string(), text: z.string() })).max(MOST_LINES),
    attachments: z
      .array(z.strictObject({ segment: z.string(), name: z.string(), type: z.string(), bytes: z.int().min(0) }))
      .max(MOST_LINES),
  }),
  allocation: z.looseObject({
    format: z.literal('goufu-allocation/1'),
    rosterHash: z.string(),
    ownShare: z.int32(),
    ownFen: z.int(),
    fee: z.int32(),
    feeFen: z.int(),
    parts: z.array(z.looseObject({ group: z.guid(), share: z.int32(), fen: z.int() })),
  }),
}

/** Whether the platform will read it at the opening (Contents.java); parts that only people read may be anything. */
export function isWellFormed(part: string, bytes: Uint8Array): boolean {
  const shape = PARTS[part]
  if (shape === undefined) return true
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
    return bytes.length <= MOST_BYTES && holdsTexts(value) && shape.safeParse(value).success
  } catch {
    return false
  }
}

/** Better said before it is sealed than at the opening; fails with {@link Unreadable}. */
export async function mustBeReadable(contents: Content[]) {
  for (const { id, blob } of contents) {
    if (id in PARTS && !isWellFormed(id, new Uint8Array(await blob.arrayBuffer()))) throw new Unreadable(id)
  }
}
