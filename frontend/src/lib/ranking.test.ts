import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { drawDigest, drawOrder, drawSeed } from './draw'
import { divided, type Judged, type Placed, rank } from './ranking'

type Published = Judged & { ranking: (Placed & { rank: number })[] }

/** The same file is made by the evaluation on the server and read by the verifier beside it. */
const published = JSON.parse(
  readFileSync(join(process.cwd(), '../backend/src/test/resources/evaluation/rankings.json'), 'utf8'),
) as Published[]

const id = (number: number) => `01990000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`
const ROOT = 'ab'.repeat(32)

test.each(published.map((one) => [one.method, one] as const))(
  'bids are ranked as the server does: %s',
  async (_, one) => {
    const again = await rank(one)
    expect(again.map((place, at) => ({ rank: at + 1, ...place }))).toEqual(one.ranking)
  },
)

test('where the lowest price wins, no points are given for it', async () => {
  const byPrice = published.filter(({ method }) => ['NEGOTIATION', 'INQUIRY', 'BT_QUOTE'].includes(method))
  expect(byPrice.length).toBeGreaterThan(8)
  for (const place of (await Promise.all(byPrice.map(rank))).flat()) {
    expect(place.price).toBe(0)
    expect(place.total).toBe(place.technical)
  }
})

test('numbers are rounded half up, exactly', () => {
  expect(divided(28_500_000, 1_500, 32_000_000)).toBe(1_336)
  expect(divided(1, 1, 2)).toBe(1)
  expect(divided(1, 1, 3)).toBe(0)
  expect(divided(9_007_199_254_740_991, 10_000, 9_007_199_254_740_991)).toBe(10_000)
})

describe('a draw', () => {
  it('is the one of the server', async () => {
    const seed = await drawSeed('panel', id(1), 1, ROOT)
    expect(seed).toBe('45f92948b474bfdcf42ef95dd791b5801ede4c4b5e4a6b233a5216f1e8d0d955')
    expect(await drawOrder([0, 1, 2, 3, 4, 5].map(id), seed)).toEqual([3, 4, 0, 2, 5, 1].map(id))
    expect(await drawDigest([0, 1, 2].map(id))).toBe('b12304c24464ae177653d2657cbbd560078981b3fd568138b7ebdc84a2987ae5')
  })

  it('is none where the seed is no number', async () => {
    expect(await drawOrder([id(1)], 'no seed')).toEqual([])
  })
})
