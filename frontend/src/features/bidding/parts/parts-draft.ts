import type { Roster, RosterForm } from '../../../api/types'
import { listed } from '../../../lib/punctuation'
import { forget, recall, remember } from '../../../lib/storage'
import { divided, pointsOf, typedShare } from './shares'

/** One group's part as it is typed. */
export interface PartRow {
  group: string
  task: string
  deliverables: string
  share: string
}

/** The roster as it is typed. */
export interface PartsDraft {
  ownShare: string
  fee: string
  parts: PartRow[]
}

export const draftOf = (roster: Roster): PartsDraft => ({
  ownShare: typedShare(roster.ownShare),
  fee: typedShare(roster.fee),
  parts: roster.parts.map(({ group, task, deliverables, share }) => ({
    group: group.id,
    task,
    deliverables,
    share: typedShare(share),
  })),
})

/** What is saved lies in an order of its own, that of its digest; on the page the groups stay where they were put. */
export function inOrderOf(typed: PartsDraft, saved: PartsDraft): PartsDraft {
  const place = ({ group }: PartRow) => typed.parts.findIndex((part) => part.group === group)
  return { ...saved, parts: [...saved.parts].sort((one, other) => place(one) - place(other)) }
}

const sorted = (draft: PartsDraft) =>
  JSON.stringify({ ...draft, parts: [...draft.parts].sort((one, other) => one.group.localeCompare(other.group)) })

export const isChanged = (draft: PartsDraft, roster: Roster) => sorted(draft) !== sorted(draftOf(roster))

const place = (organization: string, lot: string) => `parts.${organization}.${lot}`

/** What was typed and not saved, also before the line was cut; else what is saved. */
export function recallParts(organization: string, roster: Roster): PartsDraft {
  try {
    const kept = JSON.parse(recall(place(organization, roster.lotId)) ?? 'null') as PartsDraft | null
    return kept ?? draftOf(roster)
  } catch {
    return draftOf(roster)
  }
}

export const rememberParts = (organization: string, lot: string, draft: PartsDraft) =>
  remember(place(organization, lot), JSON.stringify(draft))

export const forgetParts = (organization: string, lot: string) => forget(place(organization, lot))

/** Fields whose share cannot be read. */
export const unreadable = (draft: PartsDraft): string[] => [
  ...(pointsOf(draft.ownShare) === undefined ? ['ownShare'] : []),
  ...(pointsOf(draft.fee) === undefined ? ['fee'] : []),
  ...draft.parts.flatMap(({ share }, index) => (pointsOf(share) === undefined ? [`parts.${index}.share`] : [])),
]

export const formOf = (draft: PartsDraft, version: number): RosterForm => ({
  ownShare: pointsOf(draft.ownShare) ?? 0,
  fee: pointsOf(draft.fee) ?? 0,
  parts: draft.parts.map(({ share, ...part }) => ({ ...part, share: pointsOf(share) ?? 0 })),
  version,
})

/** In hundredths of a percent; what cannot be read counts nothing. */
export const sumOf = (draft: PartsDraft) =>
  [draft.ownShare, draft.fee, ...draft.parts.map(({ share }) => share)].reduce(
    (sum, share) => sum + (pointsOf(share) ?? 0),
    0,
  )

/** goufu-allocation/1: who does what for how much; sealed with the price and unknown to the platform before the opening. */
export interface AllocationPart {
  format: 'goufu-allocation/1'
  rosterHash: string
  /** Of a consortium: whose own part comes first; it keeps no fee. */
  lead?: string
  ownShare: number
  ownFen: number
  fee: number
  feeFen: number
  parts: { group: string; name: string; task: string; deliverables: string; share: number; fen: number }[]
}

/** The roster in money: the federation first, then its fee, then the groups in the roster's order. */
export function allocationOf(roster: Roster, priceFen: number): AllocationPart {
  const shares = [roster.ownShare, roster.fee, ...roster.parts.map(({ share }) => share)]
  const [ownFen = 0, feeFen = 0, ...amounts] = divided(priceFen, shares)
  return {
    format: 'goufu-allocation/1',
    rosterHash: roster.hash ?? '',
    ownShare: roster.ownShare,
    ownFen,
    fee: roster.fee,
    feeFen,
    parts: roster.parts.map(({ group, task, deliverables, share }, index) => ({
      group: group.id,
      name: group.name,
      task,
      deliverables,
      share,
      fen: amounts[index] ?? 0,
    })),
  }
}

/** What stands between the roster and a bid with it. */
export type PartsGap =
  | { kind: 'unsaved' }
  | { kind: 'consents'; names: string }
  | { kind: 'obstacle'; names: string }
  | { kind: 'cap'; names: string }

export function partsGaps(roster: Roster, changed: boolean, priceFen: number | undefined): PartsGap[] {
  if (changed || roster.hash === null) return [{ kind: 'unsaved' }]
  const gaps: PartsGap[] = []
  const named = (kind: 'consents' | 'obstacle' | 'cap', names: string[]) => {
    if (names.length > 0) gaps.push({ kind, names: listed(names) })
  }
  const candidate = (id: string) => roster.candidates.find(({ group }) => group.id === id)
  named(
    'consents',
    roster.parts.filter(({ consent }) => consent !== 'CONSENTED').map(({ group }) => group.name),
  )
  named(
    'obstacle',
    roster.parts.filter(({ group }) => candidate(group.id)?.obstacles.length !== 0).map(({ group }) => group.name),
  )
  if (priceFen !== undefined) {
    named(
      'cap',
      allocationOf(roster, priceFen)
        .parts.filter(({ group, fen }) => fen > (candidate(group)?.capFen ?? 0))
        .map(({ name }) => name),
    )
  }
  return gaps
}
