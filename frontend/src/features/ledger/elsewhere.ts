import { sha256Hex } from '../../lib/bytes'
import { OPENED } from './boxes'
import { SEALED } from './calls'
import type { Entered } from './entered'
import type { BundleFault } from './faults'
import { FROZEN, REPLACED } from './keysets'
import { members, text, within } from './said'
import type { Files } from './zip'

/**
 * The titles of lots whose bids were given and judged on the statutory medium: nothing of them can be derived again but their notices,
 * and nothing was done here with bids for them.
 */
export async function decidedElsewhere(
  files: Files,
  acts: Entered[],
  found: (fault: BundleFault, where: string) => void,
): Promise<string[]> {
  const titles: string[] = []
  for (const { said, kind } of acts) {
    if (kind !== 'NOTICE_PUBLISHED') continue
    const path = `notices/${text(said, 'subject') ?? ''}.json`
    const bytes = files.get(path)
    if (bytes === undefined || (await sha256Hex(bytes)) !== text(said, 'digest')) continue
    const elsewhere = within(members(bytes), 'elsewhere')
    const lot = text(elsewhere, 'lotId')
    if (lot === null) continue
    if (acts.some((act) => isOfBids(act, lot))) found('RESULT_ELSEWHERE', path)
    titles.push(text(elsewhere, 'lotTitle') ?? '')
  }
  return titles
}

const isOfBids = ({ kind, said }: Entered, lot: string) =>
  ([OPENED, FROZEN, REPLACED].includes(kind) && text(said, 'lot') === lot) ||
  ([SEALED, 'AWARDED'].includes(kind) && text(said, 'subject') === lot)
