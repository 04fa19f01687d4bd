import { expect, test } from 'vitest'
import { divided, pointsOf, shareWords, WHOLE } from './shares'

test('a percentage is read as people type it', () => {
  expect(pointsOf('32.5')).toBe(3250)
  expect(pointsOf(' 7 %')).toBe(700)
  expect(pointsOf('0.01')).toBe(1)
  expect(pointsOf('３３．３３％')).toBe(3333)
  for (const none of ['', '1.234', '-1', '100.01', 'ten']) expect(pointsOf(none)).toBeUndefined()
  expect(shareWords(3250)).toBe('32.5%')
})

test('the amounts are those that the opening computes', () => {
  // The same as in AllocationTests of the backend.
  expect(divided(100, [3334, 3333, 3333])).toEqual([34, 33, 33])
  expect(divided(1, [5000, 5000])).toEqual([1, 0])
  expect(divided(1_000_000, [3334, 1000, 2833, 2833])).toEqual([333_400, 100_000, 283_300, 283_300])
})

/** Mulberry32: the same numbers on every run. */
function random(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

test.each([1, 2, 3, 4])('amounts sum to the price and nobody is a fen off (seed %i)', (seed) => {
  const next = random(seed)
  for (let round = 0; round < 500; round++) {
    const cuts = [0, WHOLE, ...Array.from({ length: Math.floor(next() * 12) }, () => Math.floor(next() * (WHOLE + 1)))]
    cuts.sort((one, other) => one - other)
    const shares = cuts.slice(1).map((cut, index) => cut - (cuts[index] ?? 0))
    const price = Math.floor(next() * (next() < 0.5 ? 1000 : 100_000_000_000))
    const amounts = divided(price, shares)
    expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(price)
    amounts.forEach((amount, place) => {
      expect(Math.abs(amount - (price * (shares[place] ?? 0)) / WHOLE)).toBeLessThan(1)
    })
  }
})
