import { expect, test } from 'vitest'
import { lineFen, quantityOf } from './bid-draft'

test.each([
  ['365', 365],
  ['３６５', 365],
  ['1,000', 1000],
  ['１，０００', 1000],
  ['1,000,000', 1_000_000],
])('%s is the quantity %d', (typed, quantity) => expect(quantityOf(typed)).toBe(quantity))

test.each(['', '0', '-1', '1.5', '1,000,001', '三'])('%j is no quantity', (typed) =>
  expect(quantityOf(typed)).toBeUndefined(),
)

test('a line that was pasted with wide digits and a sign has its sum', () =>
  expect(lineFen({ key: 1, item: '午餐', unit: '份', quantity: '１，０００', price: '￥１２．５０' })).toBe(1_250_000))
