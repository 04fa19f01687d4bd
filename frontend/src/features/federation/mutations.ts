import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { AgreementProposed, FederationClosure, FederationRegistered, MandateGiven, Paper } from '../../api/types'
import { answer, api, done, idempotencyKey } from '../../lib/api'
import { upload } from '../../lib/upload'

interface Seen {
  id: string
  /** The version on the screen: nobody decides about what he has not seen. */
  version: number
}

const seen = ({ id, version }: Seen) => ({ path: { id }, header: { 'If-Match': `"${version}"` } })

/** Whatever one side does, all lists that show the membership are read again. */
function useAct<V, R>(act: (values: V) => Promise<R>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSettled: () => queries.invalidateQueries({ queryKey: ['federation'] }),
  })
}

export const useInvite = () =>
  useAct(({ federation, member }: { federation: string; member: string }) =>
    answer(
      api.POST('/api/federations/{id}/memberships', {
        params: { path: { id: federation } },
        headers: { 'Idempotency-Key': idempotencyKey() },
        body: { memberId: member },
      }),
    ),
  )

export const useAcceptance = () =>
  useAct((entry: Seen) => answer(api.POST('/api/memberships/{id}/acceptance', { params: seen(entry) })))

export const useConfirmation = () =>
  useAct((entry: Seen) => answer(api.POST('/api/memberships/{id}/confirmation', { params: seen(entry) })))

export const useRelease = () =>
  useAct(({ id }: { id: string }) => answer(api.POST('/api/memberships/{id}/release', { params: { path: { id } } })))

export const useRefusal = () =>
  useAct(({ reason, ...entry }: Seen & { reason: string }) =>
    answer(api.POST('/api/memberships/{id}/refusal', { params: seen(entry), body: { reason } })),
  )

export const useEnd = () =>
  useAct(({ lastDay, reason, ...entry }: Seen & { lastDay: string; reason: string }) =>
    answer(api.POST('/api/memberships/{id}/end', { params: seen(entry), body: { lastDay, reason } })),
  )

export const useClosure = () =>
  useAct(({ ending, reason, ...read }: Seen & { ending: FederationClosure['endings'][number]; reason: string }) =>
    done(api.POST('/api/federations/{id}/closure', { params: seen(read), body: { ending, reason } })),
  )

/** A scanned paper goes in first; the mandate then takes it over by its id. */
export const usePaper = () =>
  useMutation({
    mutationFn: ({ id, file }: { id: string; file: File }) => upload<Paper>(`/api/memberships/${id}/papers`, file),
  })

export const useMandate = () =>
  useAct(({ id, version, mandate }: Seen & { mandate: MandateGiven }) =>
    answer(
      api.POST('/api/memberships/{id}/mandates', {
        params: seen({ id, version }),
        headers: { 'Idempotency-Key': idempotencyKey() },
        body: mandate,
      }),
    ),
  )

export const useRevocation = () =>
  useAct(({ id, mandateId, reason }: { id: string; mandateId: string; reason: string }) =>
    answer(
      api.POST('/api/memberships/{id}/mandates/{mandateId}/revocation', {
        params: { path: { id, mandateId } },
        body: { reason },
      }),
    ),
  )

export const useAgreement = () =>
  useAct(({ membership, proposed }: { membership: string; proposed: AgreementProposed }) =>
    answer(
      api.POST('/api/memberships/{id}/agreements', {
        params: { path: { id: membership } },
        headers: { 'Idempotency-Key': idempotencyKey() },
        body: proposed,
      }),
    ),
  )

interface OneAgreement {
  membership: string
  id: string
}

const ofAgreement = ({ membership, id }: OneAgreement) => ({ path: { id: membership, agreementId: id } })

export const useAgreementAnswer = () =>
  useAct(({ agrees, ...one }: OneAgreement & { agrees: boolean }) =>
    answer(
      api.POST('/api/memberships/{id}/agreements/{agreementId}/answer', {
        params: ofAgreement(one),
        body: { agrees },
      }),
    ),
  )

export const useAgreementEnd = () =>
  useAct((one: OneAgreement) =>
    answer(api.POST('/api/memberships/{id}/agreements/{agreementId}/end', { params: ofAgreement(one) })),
  )

export const useRegistration = () =>
  useAct((registration: FederationRegistered) =>
    answer(api.POST('/api/federations', { headers: { 'Idempotency-Key': idempotencyKey() }, body: registration })),
  )
