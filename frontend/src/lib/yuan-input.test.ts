import { expect, test } from 'vitest'
import { fenOf, isFree } from './yuan-input'

test('an amount is read as people type it', () => {
  expect(fenOf('98,000')).toBe(9_800_000)
  expect(fenOf('98000.5 元')).toBe(9_800_050)
  expect(fenOf('9.8万')).toBe(9_800_000)
  for (const none of ['', '0', '1.234', '-1', '10²', 'ten']) expect(fenOf(none)).toBeUndefined()
})

test('digits of an input method for Chinese are digits', () => {
  expect(fenOf('９８，０００．５０')).toBe(9_800_050)
  expect(fenOf('９．８万')).toBe(9_800_000)
  expect(isFree('０．００')).toBe(true)
})
