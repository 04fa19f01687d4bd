import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../lib/api'
import { present } from '../../lib/search-params'
import { type IndicatorAsk, toQuery } from './search-params'

const ROWS = 100

export const indicators = (ask: IndicatorAsk) =>
  infiniteQueryOptions({
    queryKey: ['indicators', 'page', ask],
    queryFn: ({ signal, pageParam }) =>
      answer(
        api.GET('/api/indicators', {
          params: { query: { ...toQuery(ask), size: ROWS, ...present({ after: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })

export const indicatorTrend = (region: string) =>
  queryOptions({
    queryKey: ['indicators', 'trend', region],
    queryFn: ({ signal }) => answer(api.GET('/api/indicators/trend', { params: { query: { region } }, signal })),
    placeholderData: keepPreviousData,
  })
