import type { Me } from '../../api/types'
import { hasRole } from '../../features/account/use-me'
import { ForgetClosed } from '../../features/bidding/give/forget-closed'
import LiveInbox from '../../features/inbox/live-inbox'

/** What goes on beside every page for those who are told things. */
export function SignedIn({ who }: { who: Me }) {
  return (
    <>
      <LiveInbox />
      {hasRole(who, 'ORGANIZATION_AGENT', 'FEDERATION_STAFF') && <ForgetClosed />}
    </>
  )
}
