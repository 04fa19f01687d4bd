import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { KnownKey } from '../../../api/types'
import { answer, api, done } from '../../../lib/api'
import { keyHere } from '../give/signing-key'
import type { Proved } from '../opening/chain'
import { standingOf } from './standing'

/** All keys that ever signed in the name of the caller's body. */
export const knownKeys = queryOptions({
  queryKey: ['bidding', 'signing-keys'],
  queryFn: ({ signal }) => answer(api.GET('/api/me/signing-keys/history', { signal })),
})

/** Which of them lies in this browser. */
export const ownKeyHere = (account: string) =>
  queryOptions({ queryKey: ['bidding', 'signing-key-here', account], queryFn: () => keyHere(account) })

/** The receipts of what was done to a key, and what this browser finds when it checks them. */
export const provedOf = (key: KnownKey, organization: string, proved: Proved) =>
  queryOptions({
    queryKey: ['bidding', 'signing-key-proved', key.id, key.enrolment, key.revocation],
    queryFn: async ({ signal }) => {
      const receipts = await answer(
        api.GET('/api/me/signing-keys/{id}/receipts', { params: { path: { id: key.id } }, signal }),
      )
      const standing = (kind: 'SIGNING_KEY_ENROLLED' | 'SIGNING_KEY_REVOKED', receipt: string | null) =>
        standingOf(receipt, kind, key, organization, proved)
      return {
        receipts,
        enrolment: await standing('SIGNING_KEY_ENROLLED', receipts.enrolment),
        revocation: key.revokedAt === null ? null : await standing('SIGNING_KEY_REVOKED', receipts.revocation),
      }
    },
  })

export function useRevokeSigningKey() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => done(api.DELETE('/api/me/signing-keys/{id}', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: knownKeys.queryKey }),
  })
}
