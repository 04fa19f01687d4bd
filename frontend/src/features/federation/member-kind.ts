import type { RosterEntry } from '../../api/types'

export type Kind = RosterEntry['member']['kind']

/** A group needs its federation; who is a legal person could do without, and is told so. */
export const memberKind = (kind: Kind) => (kind === 'FILED_GROUP' ? 'group' : 'organization')
