import { paths } from '../../lib/paths'

interface About {
  lotId?: string | null
  noticeId: string | null
  purchaseId: string | null
  bodyId: string | null
  kind?: string
  place: string | null
}

/** The page of a lot that a message names. */
function pageOf(place: string | null, lot: string): string | null {
  switch (place) {
    case 'opening':
      return paths.opening(lot)
    case 'evaluation':
      return paths.evaluation(lot)
    case 'desk':
      return paths.desk(lot)
    case 'debrief':
      return paths.debrief(lot)
    case 'result':
      return paths.lotResult(lot)
    case 'consents':
      return paths.consents(lot)
    default:
      return null
  }
}

/** A bid in the making, a matter inside the department, of a membership or of the dossier has no notice; everything else leads to one. */
export function placeOf({ noticeId, purchaseId, lotId, bodyId, kind, place }: About): string {
  if (place === 'keys') return paths.keys
  const page = lotId ? pageOf(place, lotId) : null
  if (page !== null) return page
  if (noticeId !== null) return `${paths.notice(noticeId)}${kind === 'match' || kind === 'bid' ? '#may-i-bid' : ''}`
  if (kind === 'bid' && lotId) return paths.consents(lotId)
  if (bodyId !== null) return paths.ownDossier
  return purchaseId === null ? paths.memberships : paths.purchase(purchaseId)
}
