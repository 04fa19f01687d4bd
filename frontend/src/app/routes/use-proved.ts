import { useQueryClient } from '@tanstack/react-query'
import { readVerifier } from '../../features/ledger/note'
import { ledgerKey } from '../../features/ledger/queries'
import { checkReceipt, commitmentOf, readReceipt } from '../../features/ledger/receipt'
import { hex } from '../../lib/bytes'

/** The act that a receipt proves by the ledger's own rules; null when it proves none. */
export function useProved() {
  const queries = useQueryClient()
  return async (text: string) => {
    const trusted = await readVerifier((await queries.fetchQuery(ledgerKey)).trim())
    const receipt = readReceipt(text)
    if (trusted === null || receipt === null) return null
    if ((await checkReceipt(receipt, trusted)).fault !== null) return null
    return { index: receipt.index, act: receipt.act, commitment: hex(await commitmentOf(receipt)) }
  }
}
