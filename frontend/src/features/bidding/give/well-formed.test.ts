import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ofHex, utf8 } from '../../../lib/bytes'
import { cleaned, isWellFormed, mustBeReadable, Unreadable } from './well-formed'

interface Vector {
  part: string
  why: string
  good: boolean
  text?: string
  hex?: string
}

/** The server's tests read the same. */
const VECTORS = JSON.parse(
  readFileSync(join(process.cwd(), '../backend/src/test/resources/seal/contents.json'), 'utf8'),
) as Vector[]

test.each(VECTORS)('both cores take the same: $part, $why', ({ part, good, text, hex }) => {
  expect(isWellFormed(part, hex === undefined ? utf8(text ?? '') : ofHex(hex))).toBe(good)
})

test('what is typed is sealed without what no text contains', () => {
  expect(cleaned('每日\0配餐\ud83d\ude00\ud83d。\ude00')).toBe('每日配餐😀\ufffd。\ufffd')
})

test('what the platform could not read is not sealed, and a file may be anything', async () => {
  await mustBeReadable([{ id: 'att-1', blob: new Blob([new Uint8Array([0xff])]) }])
  await expect(mustBeReadable([{ id: 'price', blob: new Blob(['{}']) }])).rejects.toBeInstanceOf(Unreadable)
})
