import { expect, test } from 'vitest'
import { isSameSheet, mergeSheets, type TypedSheet } from './sheet-merge'

const base: TypedSheet = { a: { points: '10', reason: '甲' }, b: { points: '', reason: '' } }

test('each cell is of the window that changed it', () => {
  const mine = { ...base, a: { points: '12', reason: '甲' } }
  const theirs = { ...base, b: { points: '8', reason: '乙' }, c: { points: '7', reason: '丙' } }
  const merged = mergeSheets(base, mine, theirs)
  expect(merged.sheet).toEqual({ a: mine.a, b: theirs.b, c: theirs.c })
  expect(merged.taken).toEqual(['b', 'c'])
  expect(merged.clashes).toEqual([])
})

test('where both changed a cell what was typed here stays, and somebody is asked', () => {
  const mine = { ...base, a: { points: '12', reason: '好' } }
  const theirs = { ...base, a: { points: '9', reason: '差' } }
  const merged = mergeSheets(base, mine, theirs)
  expect(merged.sheet.a).toEqual(mine.a)
  expect(merged.clashes).toEqual(['a'])
})

test('the same in both windows is no clash, however it is written', () => {
  const merged = mergeSheets(base, { a: { points: '9.5', reason: '好' } }, { a: { points: '9.50', reason: '好' } })
  expect(merged.clashes).toEqual([])
  expect(isSameSheet({ a: { points: '9', reason: '' } }, { a: { points: '9.00', reason: '' } })).toBe(true)
  expect(isSameSheet({}, { a: { points: '', reason: '' } })).toBe(true)
  expect(isSameSheet({}, { a: { points: '1', reason: '' } })).toBe(false)
})
