import { expect, test } from 'vitest'
import { date, dateTime, inFours, left, shortDateTime, timeLeft, yuan, yuanShort } from './format'

const NOW = new Date('2026-11-23T02:00:00Z')
const at = (iso: string) => new Date(iso)

test.each([
  [9_800_000, '98,000 元', null, '¥98,000'],
  [9_999_999, '99,999.99 元', null, '¥99,999.99'],
  [10_000_000, '100,000 元', '10 万元', '¥100,000'],
  [12_500_000, '125,000 元', '12.5 万元', '¥125,000'],
  [86_400_000, '864,000 元', '86.4 万元', '¥864,000'],
  [1_000_000_000_000, '10,000,000,000 元', '100 亿元', '¥10,000,000,000'],
])('%i fen reads as %s', (fen, exact, short, english) => {
  expect(yuan(fen, 'zh-CN')).toBe(exact)
  expect(yuanShort(fen, 'zh-CN')).toBe(short)
  expect(yuan(fen, 'en')).toBe(english)
})

test('instants are shown in Beijing time, whatever the computer thinks', () => {
  expect(dateTime(NOW, 'zh-CN')).toBe('2026年11月23日 周一 10:00')
  expect(dateTime(NOW, 'en')).toBe('Mon 23 Nov 2026, 10:00')
  expect(dateTime('2026-12-31T16:30:00Z', 'zh-CN')).toBe('2027年1月1日 周五 00:30')
})

test('a plain day stays that day', () => {
  expect(date('2026-01-01', 'zh-CN')).toBe('2026年1月1日')
  expect(date('2026-01-01', 'en')).toBe('1 Jan 2026')
})

test('the year is named only where it is another one', () => {
  expect(shortDateTime('2026-12-15T02:00:00Z', 'zh-CN', NOW)).toBe('12月15日 10:00')
  expect(shortDateTime('2027-01-15T02:00:00Z', 'zh-CN', NOW)).toBe('2027年1月15日 10:00')
})

test.each([
  ['2026-11-26T06:10:00Z', '还剩 3 天 4 小时', '3 days 4 hours left'],
  ['2026-12-15T02:00:00Z', '还剩 22 天', '22 days left'],
  ['2026-11-23T05:25:00Z', '还剩 3 小时 25 分钟', '3 hours 25 minutes left'],
  ['2026-11-23T02:00:30Z', '还剩 1 分钟', '1 minute left'],
  ['2026-11-23T02:00:00Z', '已截止', 'Closed'],
])('until %s there is: %s', (until, zh, en) => {
  expect(timeLeft(until, 'zh-CN', NOW)).toBe(zh)
  expect(timeLeft(until, 'en', NOW)).toBe(en)
})

test('a deadline is near from 48 hours on, not one minute before', () => {
  expect(left(at('2026-11-25T02:00:00Z'), NOW).soon).toBe(true)
  expect(left(at('2026-11-25T02:01:00Z'), NOW).soon).toBe(false)
})

test('a digest is read in groups of four', () => {
  expect(inFours('9f2c41aa7be0d5')).toBe('9f2c 41aa 7be0 d5')
})
