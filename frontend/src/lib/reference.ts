import { queryOptions } from '@tanstack/react-query'
import { answer, api } from './api'
import { present } from './search-params'

/** Reference data change with a release, not with the hour. */
const staleTime = 60 * 60_000
export const PROVINCE = '51'

export const regionsUnder = (parent: string) =>
  queryOptions({
    queryKey: ['reference', 'regions', parent],
    queryFn: ({ signal }) => answer(api.GET('/api/regions', { params: { query: { parent } }, signal })),
    staleTime,
  })

export const regionOf = (code: string) =>
  queryOptions({
    queryKey: ['reference', 'region', code],
    queryFn: ({ signal }) => answer(api.GET('/api/regions/{code}', { params: { path: { code } }, signal })),
    staleTime,
  })

export const categoriesUnder = (parent: string | null) =>
  queryOptions({
    queryKey: ['reference', 'categories', parent],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/service-categories', { params: { query: present({ parent }) }, signal })),
    staleTime,
  })

export const categoryOf = (code: string) =>
  queryOptions({
    queryKey: ['reference', 'category', code],
    queryFn: ({ signal }) => answer(api.GET('/api/service-categories/{code}', { params: { path: { code } }, signal })),
    staleTime,
  })

/** Working days and rest days; an operator may load another year at any time. */
export const workDays = (from: string, to: string) =>
  queryOptions({
    queryKey: ['reference', 'work-days', from, to],
    queryFn: ({ signal }) => answer(api.GET('/api/work-calendar', { params: { query: { from, to } }, signal })),
    staleTime: 5 * 60_000,
  })
