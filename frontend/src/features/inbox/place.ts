import { paths } from '../../lib/paths'

interface About {
  lotId?: string | null
  noticeId: string | null
  purchaseId: string | null
  bodyId: string | null
  kind?: string
}

/** A bid in the making, a matter inside the department, of a membership or of the dossier has no notice; everything else leads to one. */
export function placeOf({ noticeId, purchaseId, lotId, bodyId, kind }: About): string {
  if (noticeId !== null) return `${paths.notice(noticeId)}${kind === 'match' ? '#may-i-bid' : ''}`
  if (kind === 'bid' && lotId) return paths.consents(lotId)
  if (bodyId !== null) return paths.ownDossier
  return purchaseId === null ? paths.memberships : paths.purchase(purchaseId)
}
