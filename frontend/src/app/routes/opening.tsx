import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { demoClock } from '../../features/account/queries'
import { hasRole, isDepartment, useMe } from '../../features/account/use-me'
import { OpeningPage } from '../../features/bidding/opening/opening-page'
import { readVerifier } from '../../features/ledger/note'
import { ledgerKey } from '../../features/ledger/queries'
import { checkReceipt, readReceipt } from '../../features/ledger/receipt'

/** Whoever is signed in sees what there is to do for him; the seal is proved by the ledger's own rules. */
export default function OpeningRoute() {
  const { id = '' } = useParams()
  const who = useMe()
  const queries = useQueryClient()
  const { data: clock } = useQuery(demoClock)
  const proved = async (text: string) => {
    const trusted = await readVerifier((await queries.fetchQuery(ledgerKey)).trim())
    const receipt = readReceipt(text)
    if (trusted === null || receipt === null) return null
    return (await checkReceipt(receipt, trusted)).fault === null ? receipt.act : null
  }
  return (
    <OpeningPage
      lot={id}
      signedIn={who != null}
      reads={isDepartment(who) || hasRole(who, 'SUPERVISOR')}
      organization={who?.organization?.id ?? null}
      approver={hasRole(who, 'DEPARTMENT_APPROVER')}
      demo={clock != null}
      proved={proved}
    />
  )
}
