import { expect, test } from 'vitest'
import { ofPlainBase64, utf8 } from '../../lib/bytes'
import { bytesOf, members, text } from './said'
import { sealedPriceOf } from './sealed-price'

// As StrictBase64Tests has it for the program.
test.each([
  ['', ''],
  ['Zg', 'f'],
  ['Zm8', 'fo'],
  ['Zm9v', 'foo'],
  ['Pz8-', '??>'],
])('%j is the one way in which %j is written', (written, meant) => {
  expect(new TextDecoder().decode(bytesOf({ written }, 'written'))).toBe(meant)
})

test.each(['Zg==', 'Zm8=', 'Zh', 'Zm9', 'Pz8+', 'Zg\n', ' Zg', 'Z g', 'Zm\r\n9v', 'Z', 'Zm9v=', '=', 'Zm9v!', 'Zｇ'])(
  '%j is no way to write anything',
  (written) => expect(bytesOf({ written }, 'written')).toHaveLength(0),
)

test.each(['', 'Zg==', 'Zm8=', 'Zm9v', 'Pz8+'])('%j is the one way in which the ledger writes it', (written) => {
  expect(ofPlainBase64(written)).not.toBeNull()
})

test.each([
  'Zg',
  'Zg=',
  'Zm8',
  'Zh==',
  'Zm9=',
  'Pz8-',
  'Zg==\n',
  ' Zg==',
  'Z g==',
  'Zm\r\n9v',
  'Z',
  'Zm9v====',
  '=',
  'Zm9v!',
])('%j is no way in which the ledger writes anything', (written) => expect(ofPlainBase64(written)).toBeNull())

test('a name that stands twice says nothing', () => {
  expect(members(utf8('{"a":[{"b":1,"c":":\\":"}],"d":{}}'))).toEqual({ a: [{ b: 1, c: ':":' }], d: {} })
  for (const twice of ['{"a":1,"a":1}', '{"a":[{"b":1 , "b" :2}]}', '{"a":1,"\\u0061":2}'])
    expect(members(utf8(twice))).toEqual({})
})

test('what is no text has no bytes', () => {
  expect(bytesOf({ written: 7 }, 'written')).toHaveLength(0)
  expect(bytesOf({}, 'written')).toHaveLength(0)
})

test('a manifest whose core is written in another way tells nothing', async () => {
  const core = async (written: string) => (await sealedPriceOf(utf8(`{"core":"${written}"}`))).core
  expect(text(await core('eyJhIjoieCJ9'), 'a')).toBe('x')
  expect(await core('eyJhIjoxfQ')).toEqual({ a: 1 })
  expect(await core('eyJhIjoxfQ==')).toEqual({})
  expect(await core('eyJhIjoxfR')).toEqual({})
})
