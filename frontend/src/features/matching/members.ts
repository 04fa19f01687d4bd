import type { Member } from '../../api/types'

/** Same node, above or below: codes of a tree begin alike. */
export const kin = (one: string, other: string) => one.startsWith(other) || other.startsWith(one)

export const covers = (member: Member, category: string) => member.categories.some(({ code }) => kin(code, category))

/** Whether the federation may name the member today: with its mandate, and a group only while it is filed. */
export const isReady = ({ kind, filingState, mandateState }: Member) =>
  mandateState === 'VALID' && (kind !== 'FILED_GROUP' || filingState === 'VALID')
