import type { Entered } from './entered'
import { text } from './said'

/** The act by which the bids of a lot are sealed to other holders from then on. */
export const REPLACED = 'KEYSET_REPLACED'

const replacementsOf = (acts: Entered[], lot: string | null) =>
  acts.filter(({ kind, said }) => kind === REPLACED && text(said, 'lot') === lot)

/** Digest of the document that bids for a lot had to be sealed to at a place of the ledger; null for a lot whose holders never changed. */
export function keysetAt(acts: Entered[], lot: string | null, index: number): string | null {
  const all = replacementsOf(acts, lot)
  const before = all.filter(({ receipt }) => receipt.index < index).at(-1)
  if (before !== undefined) return text(before.said, 'keyset') ?? ''
  const [first] = all
  return first === undefined ? null : (text(first.said, 'replaced') ?? '')
}

/** Replacements of others than held until then. */
export function brokenReplacements(acts: Entered[]): Entered[] {
  const held = new Map<string, string | null>()
  return acts.filter(({ kind, said }) => {
    if (kind !== REPLACED) return false
    const lot = text(said, 'lot') ?? ''
    const before = held.get(lot)
    held.set(lot, text(said, 'keyset'))
    return before !== undefined && before !== text(said, 'replaced')
  })
}
