import { paths } from '../../lib/paths'

interface About {
  noticeId: string | null
  purchaseId: string | null
  bodyId: string | null
  kind?: string
}

/** A matter inside the department, of a membership or of the dossier has no notice; everything else leads to one. */
export function placeOf({ noticeId, purchaseId, bodyId, kind }: About): string {
  if (noticeId !== null) return `${paths.notice(noticeId)}${kind === 'match' ? '#may-i-bid' : ''}`
  if (bodyId !== null) return paths.ownDossier
  return purchaseId === null ? paths.memberships : paths.purchase(purchaseId)
}
