import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FactRequest, OrganizationForm } from '../../api/types'
import { answer, api, done, idempotencyKey } from '../../lib/api'

/** After a change everything that shows the registry is read again, eligibility too. */
function useRefreshed() {
  const client = useQueryClient()
  return () => client.invalidateQueries()
}

export function useDeclare() {
  return useMutation({
    mutationFn: (body: FactRequest) =>
      answer(api.POST('/api/me/dossier/facts', { body, headers: { 'Idempotency-Key': idempotencyKey() } })),
    onSuccess: useRefreshed(),
  })
}

export function useTakeBack() {
  return useMutation({
    mutationFn: ({ fact, reason }: { fact: string; reason: string }) =>
      done(api.POST('/api/me/dossier/facts/{fact}/withdrawal', { params: { path: { fact } }, body: { reason } })),
    onSuccess: useRefreshed(),
  })
}

export function useRecord(id: string) {
  return useMutation({
    mutationFn: ({ replaced, body }: { replaced: string | null; body: FactRequest }) =>
      answer(
        replaced === null
          ? api.POST('/api/registry/bodies/{id}/facts', {
              params: { path: { id } },
              body,
              headers: { 'Idempotency-Key': idempotencyKey() },
            })
          : api.POST('/api/registry/bodies/{id}/facts/{fact}/replacement', {
              params: { path: { id, fact: replaced } },
              body,
              headers: { 'Idempotency-Key': idempotencyKey() },
            }),
      ),
    onSuccess: useRefreshed(),
  })
}

export interface Decision {
  id: string
  fact: string
  act: 'withdrawal' | 'confirmation' | 'rejection'
  reason: string
}

export function useDecide() {
  return useMutation({
    mutationFn: ({ id, fact, act, reason }: Decision) => {
      const params = { path: { id, fact } }
      if (act === 'confirmation') {
        return done(api.POST('/api/registry/bodies/{id}/facts/{fact}/confirmation', { params }))
      }
      return act === 'rejection'
        ? done(api.POST('/api/registry/bodies/{id}/facts/{fact}/rejection', { params, body: { reason } }))
        : done(api.POST('/api/registry/bodies/{id}/facts/{fact}/withdrawal', { params, body: { reason } }))
    },
    onSuccess: useRefreshed(),
  })
}

export function useKeepOrganization(id: string | null) {
  return useMutation({
    mutationFn: ({ version, body }: { version: number; body: OrganizationForm }) =>
      answer(
        id === null
          ? api.POST('/api/registry/organizations', { body, headers: { 'Idempotency-Key': idempotencyKey() } })
          : api.PUT('/api/registry/organizations/{id}', {
              params: { path: { id } },
              body,
              headers: { 'If-Match': `"${version}"` },
            }),
      ),
    onSuccess: useRefreshed(),
  })
}

/** The group goes on as a legal person under the same id. */
export function useRegisterGroup(id: string) {
  return useMutation({
    mutationFn: async ({ version, body }: { version: number; body: OrganizationForm }) => {
      await done(
        api.POST('/api/filings/{id}/registration', {
          params: { path: { id }, header: { 'If-Match': `"${version}"` } },
          body,
        }),
      )
      return { id }
    },
    onSuccess: useRefreshed(),
  })
}

/** Said of exactly these: they are not the same. */
export function useNotTheSame() {
  return useMutation({
    mutationFn: ({ bodies, reason }: { bodies: string[]; reason: string }) =>
      done(api.POST('/api/registry/conflict-settlements', { body: { matter: 'SAME_NAME', bodies, reason } })),
    onSuccess: useRefreshed(),
  })
}

/** The group takes over what is registered of the other entry. */
export function useJoin(id: string) {
  return useMutation({
    mutationFn: ({ version, organization }: { version: number; organization: string }) =>
      done(
        api.POST('/api/filings/{id}/joining', {
          params: { path: { id }, header: { 'If-Match': `"${version}"` } },
          body: { organizationId: organization },
        }),
      ),
    onSuccess: useRefreshed(),
  })
}
