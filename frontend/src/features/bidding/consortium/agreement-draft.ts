import type { AgreementForm, ConsortiumAgreement } from '../../../api/types'
import { forget, recall, remember } from '../../../lib/storage'
import type { AllocationPart } from '../parts/parts-draft'
import { divided, pointsOf, typedShare } from '../parts/shares'

/** One member's part as it is typed. */
export interface MemberRow {
  body: string
  name: string
  work: string
  share: string
}

export const draftOf = (own: { id: string; name: string }, agreement: ConsortiumAgreement | undefined): MemberRow[] =>
  agreement === undefined
    ? [{ body: own.id, name: own.name, work: '', share: '' }]
    : agreement.members.map(({ body, work, share }) => ({
        body: body.id,
        name: body.name,
        work,
        share: typedShare(share),
      }))

export const isChanged = (rows: MemberRow[], saved: MemberRow[]) => JSON.stringify(rows) !== JSON.stringify(saved)

const place = (organization: string, lot: string) => `consortium.${organization}.${lot}`

/** What was typed and not saved, also before the line was cut; else what is saved. */
export function recallDraft(organization: string, lot: string, saved: MemberRow[]): MemberRow[] {
  try {
    return (JSON.parse(recall(place(organization, lot)) ?? 'null') as MemberRow[] | null) ?? saved
  } catch {
    return saved
  }
}

export const rememberDraft = (organization: string, lot: string, rows: MemberRow[]) =>
  remember(place(organization, lot), JSON.stringify(rows))

export const forgetDraft = (organization: string, lot: string) => forget(place(organization, lot))

/** Fields whose share cannot be read. */
export const unreadable = (rows: MemberRow[]) =>
  rows.flatMap(({ share }, index) => (pointsOf(share) === undefined ? [`members.${index}.share`] : []))

/** In hundredths of a percent; what cannot be read counts nothing. */
export const sumOf = (rows: MemberRow[]) => rows.reduce((sum, { share }) => sum + (pointsOf(share) ?? 0), 0)

export const formOf = (rows: MemberRow[], version: number): AgreementForm => ({
  members: rows.map(({ body, work, share }) => ({ body, work, share: pointsOf(share) ?? 0 })),
  version,
})

export const isSignedBy = (agreement: ConsortiumAgreement | undefined, member: string) =>
  agreement?.members.find(({ body }) => body.id === member)?.state === 'SIGNED'

export const isSignedByAll = ({ members }: ConsortiumAgreement) => members.every(({ state }) => state === 'SIGNED')

/** Also who signed by a key that was revoked since has signed. */
export const isUnsigned = ({ members }: ConsortiumAgreement) =>
  members.every(({ state }) => state !== 'SIGNED' && state !== 'LAPSED')

/** As the envelope names them: without the lead, who gives the bid, in order. */
export const others = ({ lead, members }: ConsortiumAgreement) =>
  members.filter(({ body }) => body.id !== lead.id).sort((one, other) => (one.body.id < other.body.id ? -1 : 1))

/** The agreement in money: the lead's own part first, no fee, then the others in order. */
export function allocationOf(agreement: ConsortiumAgreement, priceFen: number): AllocationPart {
  const own = agreement.members.find(({ body }) => body.id === agreement.lead.id)
  const rest = others(agreement)
  const [ownFen = 0, , ...amounts] = divided(priceFen, [own?.share ?? 0, 0, ...rest.map(({ share }) => share)])
  return {
    format: 'goufu-allocation/1',
    rosterHash: agreement.hash,
    lead: agreement.lead.name,
    ownShare: own?.share ?? 0,
    ownFen,
    fee: 0,
    feeFen: 0,
    parts: rest.map(({ body, work, share }, index) => ({
      group: body.id,
      name: body.name,
      task: work,
      deliverables: '',
      share,
      fen: amounts[index] ?? 0,
    })),
  }
}
