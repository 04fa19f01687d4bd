import type { RemedyAction } from '../../api/types'
import { paths } from '../../lib/paths'

/**
 * Where an act can be done, with its form filled in; null for what happens outside the platform or takes only waiting.
 *
 * @param back the page of the verdict, to which one returns when it is done
 */
export function wayTo({ code, parameters: p }: RemedyAction, back: string) {
  switch (code) {
    case 'UPLOAD_INSPECTION':
      return { act: code, to: paths.dossier({ add: 'INSPECTION', year: p.year, back }) }
    case 'UPLOAD_QUALIFICATION':
    case 'OBTAIN_QUALIFICATION':
      return { act: code, to: paths.dossier({ add: 'QUALIFICATION', value: p.qualification, back }) }
    case 'UPLOAD_STAFF':
    case 'ADD_STAFF':
      return { act: code, to: paths.dossier({ add: 'STAFF', value: p.qualification, number: p.count, back }) }
    case 'DECLARE_CATEGORY':
      return { act: code, to: paths.dossier({ add: 'CATEGORY', value: p.category, back }) }
    case 'CONFIRM_FILING':
      return { act: code, to: paths.ownFiling }
    case 'GO_THROUGH_FEDERATION':
      return { act: code, to: paths.federations }
    case 'JOIN_FEDERATION':
      return { act: code, to: p.federation === undefined ? paths.federations : paths.federation(p.federation) }
    case 'GIVE_CONSENT':
      return { act: code, to: paths.memberships }
    case 'GIVE_MANDATE':
    case 'RENEW_MANDATE':
    case 'WIDEN_MANDATE':
    case 'RAISE_MANDATE':
      return { act: code, to: p.membership === undefined ? paths.memberships : paths.giveMandate(p.membership) }
    default:
      return null
  }
}
