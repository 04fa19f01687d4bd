import { expect, test } from 'vitest'
import { pointsOf } from './points'

test.each([
  ['13.5', 1350],
  ['１３．５', 1350],
  ['１３。５', 1350],
  ['9', 900],
])('%s is read as %d hundredths', (typed, hundredths) => expect(pointsOf(typed)).toBe(hundredths))

test.each(['', '1.234', '1000', '十三'])('%j gives no points', (typed) => expect(pointsOf(typed)).toBeNull())
