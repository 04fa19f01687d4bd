import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { WorkItem } from '../../api/types'
import { api, done } from '../../lib/api'

function useWork<V>(act: (values: V) => Promise<unknown>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSettled: () => {
      for (const key of ['worklist', 'filing', 'filings', 'memberships']) {
        queries.invalidateQueries({ queryKey: [key] })
      }
    },
  })
}

/** The filing goes on for another period. */
export const useConfirmFiling = () =>
  useWork((id: string) =>
    done(api.POST('/api/filings/{id}/confirmation', { params: { path: { id } }, body: { reason: null } })),
  )

/** The street's word on a membership that its member has accepted. */
export const useConfirmMembership = () =>
  useWork((id: string) => done(api.POST('/api/memberships/{id}/confirmation', { params: { path: { id } } })))

/** Why these may stand beside each other. */
export const useSettle = () =>
  useWork(({ item, reason }: { item: WorkItem; reason: string }) =>
    done(
      api.POST('/api/registry/conflict-settlements', {
        body: {
          matter: item.matter as 'SAME_NAME',
          bodies: [item.subjectId, ...item.others.map(({ id }) => id)],
          reason,
        },
      }),
    ),
  )
