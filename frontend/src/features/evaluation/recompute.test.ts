import { describe, expect, it } from 'vitest'
import type { EvaluationResult } from '../../api/types'
import { drawOrder, drawSeed } from '../../lib/draw'
import { pointsOf, pointsText } from '../../lib/points'
import { recompute } from './recompute'

const id = (number: number) => `01990000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`
const ROOT = 'ab'.repeat(32)

describe('points', () => {
  it('are whole hundredths', () => {
    expect(pointsOf('13.36')).toBe(1336)
    expect(pointsOf('7')).toBe(700)
    expect(pointsOf('7.5')).toBe(750)
    expect(pointsOf('7.555')).toBeNull()
    expect(pointsOf('-1')).toBeNull()
    expect(pointsText(1336)).toBe('13.36')
    expect(pointsText(5)).toBe('0.05')
  })
})

async function published(): Promise<EvaluationResult> {
  const seed = await drawSeed('panel', id(1), 1, ROOT)
  const candidates = [0, 1, 2, 3, 4, 5].map(id)
  const bid = (number: number, priceFen: number) => ({
    id: id(number),
    body: { id: id(number + 50), name: `示例组织${number}` },
    acceptedAt: '2026-12-01T02:00:00Z',
    priceFen,
    consortium: [],
    excludedAt: null,
  })
  const sheet = (seat: number) => ({
    id: id(seat),
    seat,
    revision: 1,
    digest: '',
    scores: [
      { bid: id(101), item: 1, points: 7500 },
      { bid: id(102), item: 1, points: 7000 },
    ],
  })
  const place = (rank: number, number: number, priceFen: number, technical: number, price: number) => ({
    rank,
    bid: id(number),
    name: `示例组织${number}`,
    priceFen,
    technical,
    price,
    total: technical + price,
    tieBreak: null,
  })
  return {
    format: 'goufu-evaluation/1',
    lotId: id(1),
    purchaseId: id(2),
    title: '助餐服务',
    department: { id: id(3), name: '示例街道' },
    method: 'BT_COMPARE',
    ceilingFen: 40_000_000,
    staged: false,
    decidedAt: '2026-12-01T02:00:00Z',
    proposer: '甲',
    decider: '乙',
    items: [
      { name: '报价', weight: 15, kind: 'PRICE', objective: false },
      { name: '方案', weight: 85, kind: 'QUALITY', objective: false },
    ],
    panel: [],
    draw: {
      id: id(9),
      round: 1,
      experts: 3,
      candidates,
      head: { size: 7, root: ROOT },
      seed,
      order: await drawOrder(candidates, seed),
      left: [],
      excused: [],
    },
    bids: [bid(101, 32_000_000), bid(102, 28_500_000)],
    sheets: [sheet(1), sheet(2), sheet(3)],
    ranking: [place(1, 101, 32_000_000, 7500, 1336), place(2, 102, 28_500_000, 7000, 1500)],
    tieHead: { size: 9, root: ROOT },
    inquiries: [],
    lowPrice: null,
  }
}

describe('a public result', () => {
  it('is found again to the last digit', async () => {
    expect(await recompute(await published())).toEqual({
      seedGood: true,
      orderGood: true,
      lowPricesGood: true,
      differing: [],
    })
  })

  it('is found again where the lowest price wins and nothing is scored', async () => {
    const result = await published()
    const places = [...result.ranking]
      .reverse()
      .map((place, at) => ({ ...place, rank: at + 1, technical: 0, price: 0, total: 0 }))
    const byPrice: EvaluationResult = { ...result, method: 'NEGOTIATION', sheets: [], ranking: places }
    expect((await recompute(byPrice)).differing).toEqual([])
    expect((await recompute({ ...byPrice, ranking: [...places].reverse() })).differing).toHaveLength(2)
  })

  it('shows what was changed', async () => {
    const result = await published()
    const [first, second] = result.ranking
    if (first === undefined || second === undefined) throw new Error('two places')
    const better = { ...result, ranking: [{ ...first, total: first.total + 1 }, second] }
    expect((await recompute(better)).differing).toEqual(['示例组织101'])
    const turned = { ...result, draw: { ...result.draw, order: [...result.draw.order].reverse() } }
    expect((await recompute(turned)).orderGood).toBe(false)
  })
})
