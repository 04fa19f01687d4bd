import type { IndicatorQuery } from '../../api/types'
import { PROVINCE } from '../../lib/reference'
import { day, oneOf, present, text, write } from '../../lib/search-params'

export const ORDERS = ['code', 'registered', 'filed', 'active', 'unfederated', 'urban', 'rural', 'gap'] as const
export type Order = (typeof ORDERS)[number]

export interface IndicatorAsk {
  region: string
  day: string | null
  sort: Order
}

export const readIndicatorAsk = (params: URLSearchParams): IndicatorAsk => {
  const region = text(params, 'region')
  return {
    region: /^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/.test(region) ? region : PROVINCE,
    day: day(params, 'day'),
    sort: oneOf(params, 'sort', ORDERS) ?? 'code',
  }
}

/** The province, today and the usual order leave no trace in the address. */
export const writeIndicatorAsk = (ask: IndicatorAsk) =>
  write({
    region: ask.region === PROVINCE ? null : ask.region,
    day: ask.day,
    sort: ask.sort === 'code' ? null : ask.sort,
  })

export const toQuery = ({ region, day, sort }: IndicatorAsk): IndicatorQuery =>
  present({ region, day, sort: sort === 'code' ? null : sort })
