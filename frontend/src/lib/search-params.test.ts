import { expect, test } from 'vitest'
import { ownAddress } from './paths'
import { day, list, manyOf, oneOf, present, text, whole, write } from './search-params'

const of = (query: string) => new URLSearchParams(query)

test('nonsense in the address is as if it were not there', () => {
  const params = of('min=oops&max=-5&from=2026-13-40&to=2026-02-30&sort=shuffle&region=%00&q=%20%20')
  expect(whole(params, 'min')).toBeNull()
  expect(whole(params, 'max')).toBeNull()
  expect(day(params, 'from')).toBeNull()
  expect(day(params, 'to')).toBeNull()
  expect(oneOf(params, 'sort', ['published', 'deadline'])).toBeNull()
  expect(list(params, 'region', /^\d{2,12}$/)).toEqual([])
  expect(text(params, 'q')).toBe('')
})

test('what can be meant is read', () => {
  const params = of(
    'min=100&from=2026-02-28&sort=deadline&region=5101&region=5101&region=510104&status=OPEN&status=HUH',
  )
  expect(whole(params, 'min')).toBe(100)
  expect(day(params, 'from')).toBe('2026-02-28')
  expect(oneOf(params, 'sort', ['published', 'deadline'])).toBe('deadline')
  expect(list(params, 'region', /^\d{2,12}$/)).toEqual(['5101', '510104'])
  expect(manyOf(params, 'status', ['OPEN', 'CLOSED'])).toEqual(['OPEN'])
})

test('an address carries only what was chosen', () => {
  expect(write({ q: '助餐', region: ['5101', '5102'], min: null, sort: '', near: false }).toString()).toBe(
    'q=%E5%8A%A9%E9%A4%90&region=5101&region=5102',
  )
  expect(present({ a: null, b: [], c: 0, d: 'x' })).toEqual({ c: 0, d: 'x' })
})

test.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', null])(
  'nobody is sent from sign-in to %s',
  (address) => expect(ownAddress(address)).toBe('/'),
)

test('sign-in leads back to where one was', () => {
  expect(ownAddress('/notices?q=x')).toBe('/notices?q=x')
})
