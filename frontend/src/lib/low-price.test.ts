import { describe, expect, it } from 'vitest'
import { areLawful, type Inquired, isRaised, LAWFUL, lowPricesFollow, triggered } from './low-price'

const prices = (...fen: number[]) => new Map(fen.map((price, at) => [`b${at}`, price]))

describe('abnormally low prices', () => {
  it('are those of the example of 财库〔2026〕2号', () => {
    expect([...triggered(prices(41, 78, 80, 89), 100, LAWFUL)]).toEqual([['b0', 'C']])
  })

  it('begin below the ratio, not at it', () => {
    expect(triggered(prices(50, 100, 150), 100, LAWFUL).size).toBe(0)
    expect([...triggered(prices(49, 100, 150), 100, LAWFUL)]).toEqual([['b0', 'AB']])
  })

  it('are more where the notice raised the ratios', () => {
    const strictest = { ofAverage: 65, ofSecond: 65, ofCeiling: 65 }
    expect([...triggered(prices(64, 100, 101), 100, strictest)]).toEqual([['b0', 'BC']])
    expect(isRaised(strictest)).toBe(true)
    expect(isRaised(LAWFUL)).toBe(false)
  })

  it('follow when exactly those were asked, and exactly those fell out who were not believed', () => {
    const bid = (id: string, priceFen: number, excludedAt: string | null = null) => ({ id, priceFen, excludedAt })
    const bids = [bid('a', 44), bid('b', 90), bid('c', 95)]
    const asked: Inquired = {
      bid: 'a',
      triggers: ['D', 'C', 'B'],
      askedAt: '2026-12-11T02:00:00Z',
      answerBy: '2026-12-11T02:30:00Z',
      explained: true,
      accepted: true,
      foundAt: '2026-12-11T02:10:00Z',
    }
    const follow = (inquiries: Inquired[], judged = bids, decidedAt = '2026-12-12T02:00:00Z') =>
      lowPricesFollow({ ceilingFen: 100, decidedAt, bids: judged, inquiries }, LAWFUL)
    expect(follow([asked])).toBe(true)
    expect(follow([])).toBe(false)
    expect(follow([{ ...asked, triggers: ['C'] }])).toBe(false)
    expect(follow([asked, { ...asked, bid: 'b', triggers: ['D'] }])).toBe(true)
    expect(follow([{ ...asked, explained: false }])).toBe(false)
    const fallen = [bid('a', 44, 'LOW_PRICE'), bid('b', 90), bid('c', 95)]
    expect(follow([{ ...asked, accepted: false }], fallen)).toBe(true)
    expect(follow([asked], fallen)).toBe(false)
    expect(follow([{ ...asked, accepted: false }])).toBe(false)
    expect(follow([{ ...asked, answerBy: '2026-12-11T02:29:59.999999Z' }])).toBe(false)
    const silent = { ...asked, explained: false, accepted: false }
    expect(follow([silent], fallen)).toBe(false)
    expect(follow([{ ...silent, foundAt: '2026-12-11T02:30:00Z' }], fallen)).toBe(true)
    expect(follow([{ ...silent, foundAt: null }], fallen)).toBe(true)
    expect(follow([{ ...silent, foundAt: null }], fallen, '2026-12-11T02:29:00Z')).toBe(false)
    expect(follow([asked, asked])).toBe(false)
    expect(follow([{ ...asked, triggers: [] }])).toBe(false)
  })

  it('are lawful from what the law asks for up to 65 percent', () => {
    expect(areLawful(LAWFUL)).toBe(true)
    expect(areLawful({ ...LAWFUL, ofCeiling: 44 })).toBe(false)
    expect(areLawful({ ...LAWFUL, ofAverage: 66 })).toBe(false)
  })
})
