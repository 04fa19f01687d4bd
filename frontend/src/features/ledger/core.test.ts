import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ofPlainBase64, utf8 } from '../../lib/bytes'
import { leafHash, rootOf, same, treeHash } from './merkle'
import { readVerifier } from './note'
import { checkReceipt, readReceipt } from './receipt'

interface Vectors {
  key: string
  trees: { leaves: number; root: string }[]
  receipts: { text: string; fault: string | null }[]
}

/** The same file is read by the core that runs on the server. */
const vectors = JSON.parse(
  readFileSync(join(process.cwd(), '../backend/src/test/resources/ledger/vectors.json'), 'utf8'),
) as Vectors

const leaves = (many: number) => Promise.all(Array.from({ length: many }, (_, i) => leafHash(utf8(`act ${i}`))))

test('trees of every size have the roots that the server computes', async () => {
  expect(vectors.trees.length).toBeGreaterThan(40)
  for (const { leaves: many, root } of vectors.trees) {
    expect(same(await treeHash(await leaves(many)), ofPlainBase64(root) ?? Uint8Array.of()), `${many} leaves`).toBe(
      true,
    )
  }
})

test('receipts are good or bad for the reason that the server names', async () => {
  const trusted = await readVerifier(vectors.key)
  if (trusted === null) throw new Error('the key is not read')
  for (const { text, fault } of vectors.receipts) {
    const receipt = readReceipt(text)
    if (receipt === null) throw new Error('a receipt is not read')
    expect((await checkReceipt(receipt, trusted)).fault).toBe(fault)
  }
})

test('what is no receipt and no key is not read as one', async () => {
  const text = vectors.receipts[0]?.text ?? ''
  for (const wrong of [
    '',
    'hello',
    text.replace('c2sp.org', 'c2sp'),
    text.replace('extra ', 'extra !'),
    `${text.slice(0, 40)}`,
  ]) {
    expect(readReceipt(wrong)).toBeNull()
  }
  const [name, , key] = vectors.key.split('+')
  // What a lenient reader takes for the same key.
  const lenient = [' ', '\n', '\r\n'].map((blank) => vectors.key.replace(/.{8}$/, (end) => blank + end))
  for (const wrong of ['', 'a+b', `${name}+00000000+${key}`, vectors.key.slice(0, -4), ...lenient]) {
    expect(await readVerifier(wrong)).toBeNull()
  }
})

test('a path of the wrong length leads nowhere', async () => {
  const [leaf, other] = (await leaves(2)) as [Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>]
  expect(await rootOf(leaf, 0, 2, [])).toBeNull()
  expect(await rootOf(leaf, 0, 2, [other, other])).toBeNull()
  expect(await rootOf(leaf, 2, 2, [other])).toBeNull()
})
