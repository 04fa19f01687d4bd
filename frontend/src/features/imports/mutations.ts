import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ImportField, ImportKind, RegistryImport } from '../../api/types'
import { answer, api, done } from '../../lib/api'

type Seen = Pick<RegistryImport, 'id' | 'version'>

/** Nobody decides about what has changed since he looked at it. */
const seen = ({ id, version }: Seen) => ({ path: { id }, header: { 'If-Match': `"${version}"` } })

export const useUpload = () =>
  useMutation({
    mutationFn: ({ kind, file }: { kind: ImportKind; file: File }) => {
      const form = new FormData()
      form.append('file', file)
      return answer(
        api.POST('/api/registry/imports', {
          params: { query: { kind } },
          // The schema can only say that there are bytes.
          body: form as unknown as { file: string },
          bodySerializer: (body) => body as unknown as FormData,
        }),
      )
    },
  })

function useStep<V extends Seen>(step: (values: V) => Promise<void>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: step,
    onSettled: () => queries.invalidateQueries({ queryKey: ['imports'] }),
  })
}

export const useApply = () =>
  useStep((one: Seen) => done(api.POST('/api/registry/imports/{id}/application', { params: seen(one) })))

export const useUndo = () =>
  useStep((one: Seen) => done(api.POST('/api/registry/imports/{id}/undoing', { params: seen(one) })))

export const useColumns = () =>
  useStep(({ fields, ...one }: Seen & { fields: ImportField[] }) =>
    done(
      api.PUT('/api/registry/imports/{id}/columns', {
        params: seen(one),
        // A column that is left aside is null, which the contract cannot say of an element.
        body: { fields: fields as NonNullable<ImportField>[] },
      }),
    ),
  )

export function useDiscard() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (one: Seen) => done(api.DELETE('/api/registry/imports/{id}', { params: seen(one) })),
    onSuccess: (_done, { id }) => {
      queries.removeQueries({ queryKey: ['imports', 'one', id] })
      queries.invalidateQueries({ queryKey: ['imports', 'list'] })
    },
  })
}
