import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { PortalResultForm } from '../../api/types'
import { answer, api } from '../../lib/api'

/** What waits for the second person, or what the form begins with. */
export const portalResult = (lot: string) =>
  queryOptions({
    queryKey: ['portal-result', lot],
    queryFn: ({ signal }) => answer(api.GET('/api/lots/{id}/portal-result', { params: { path: { id: lot } }, signal })),
    staleTime: 5_000,
  })

/** What the rules find in what is typed, and whom the registry knows; nothing is kept. */
export const portalResultCheck = (lot: string, form: PortalResultForm) =>
  queryOptions({
    queryKey: ['portal-result', lot, 'check', form],
    queryFn: ({ signal }) =>
      answer(api.POST('/api/lots/{id}/portal-result/check', { params: { path: { id: lot } }, body: form, signal })),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  })
