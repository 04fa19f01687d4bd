import { describe, expect, test } from 'vitest'
import { base64, hex, joined, ofHex, sha256, sha256Hex, utf8 } from '../../../lib/bytes'
import { newKeyPair, sealTo } from '../seal/hpke'
import { readManifest } from '../seal/manifest'
import { seal } from '../seal/sealer'
import { shareAad, shareHash, shareInfo } from '../seal/sharing'
import { checkBox } from './chain'
import { ciphertextOf, piecesOf } from './ciphertext'
import { openShares } from './shares'

const LOT = '01a225c4-65b4-7001-8d32-b8bc4a093f42'
const SEED = '0f'.repeat(32)

async function box(kinds: [string, string][]) {
  let link = await sha256(ofHex(SEED))
  const items = []
  for (const [kind, envelope] of kinds) {
    const at = '2026-11-29T05:25:58.590618Z'
    const manifest = await sha256Hex(utf8(envelope))
    link = await sha256(joined(utf8('goufu-box/1'), link, utf8(`${kind}|${envelope}|${at}`), ofHex(manifest)))
    items.push({ kind, envelope, at, manifest, link: hex(link), mine: true })
  }
  const act = { kind: 'BOX_SEALED', subject: LOT, seed: SEED, link: hex(link), events: items.length }
  return { box: { seed: SEED, items, receipt: JSON.stringify(act) }, act }
}

const trusted = async (receipt: string) => ({ index: 0, act: utf8(receipt), commitment: '' })

describe('the seal', () => {
  const events: [string, string][] = [
    ['BID_SUBMITTED', 'one'],
    ['BID_SUBMITTED', 'two'],
    ['BID_REPLACED', 'three'],
  ]

  test('is whole when every link leads to the receipt', async () => {
    const { box: whole } = await box(events)
    expect(await checkBox(whole, LOT, 'two', trusted)).toBeNull()
  })

  test('is not when a link, the count, the receipt or the own bid is another', async () => {
    const { box: whole, act } = await box(events)
    const changed = (receipt: object) => ({ ...whole, receipt: JSON.stringify({ ...act, ...receipt }) })
    const [first, ...rest] = whole.items
    expect(await checkBox(whole, LOT, 'four', trusted)).toBe('OWN')
    expect(await checkBox(whole, LOT, 'two', async () => null)).toBe('RECEIPT')
    expect(await checkBox(changed({ subject: 'another' }), LOT, 'two', trusted)).toBe('RECEIPT')
    expect(await checkBox(changed({ link: '00' }), LOT, 'two', trusted)).toBe('LINK')
    expect(await checkBox(changed({ events: 2 }), LOT, 'two', trusted)).toBe('COUNT')
    expect(await checkBox({ ...whole, items: rest }, LOT, 'two', trusted)).toBe('LINK')
    const late = { ...first, at: '2026-11-29T05:25:59.590618Z' } as (typeof whole.items)[number]
    expect(await checkBox({ ...whole, items: [late, ...rest] }, LOT, 'two', trusted)).toBe('LINK')
  })

  test('is not when the own bid was withdrawn at the end', async () => {
    const { box: withdrawn } = await box([...events, ['BID_WITHDRAWN', 'two']])
    expect(await checkBox(withdrawn, LOT, 'two', trusted)).toBe('OWN')
  })
})

test('shares open with their key, and one that the bidder sealed wrongly is told apart', async () => {
  const keys = await newKeyPair()
  const core = new Uint8Array(32).fill(7)
  const value = new Uint8Array(32).fill(9)
  const share = async (hash: string) => {
    const sealed = await sealTo(keys.publicKey, shareInfo(core, 'price', 'department'), shareAad(keys.kid, 1), value)
    return {
      bid: LOT,
      segment: 'price',
      group: 'department',
      x: 1,
      coreHash: hex(core),
      enc: base64(sealed.enc),
      ciphertext: base64(sealed.ciphertext),
      hash,
    }
  }
  const good = await share(await shareHash(core, 'price', 'department', 1, value))
  const wrong = await share('00'.repeat(32))
  const told: number[] = []
  const given = await openShares(keys, [good, wrong, { ...good, segment: 'tech' }], (done) => told.push(done))
  expect(given.map((one) => one.value)).toEqual([base64(value), null, null])
  expect(told).toEqual([1, 2, 3])
})

test('a copy of the ciphertext is cut into the pieces of its manifest again', async () => {
  const keys = await newKeyPair()
  const keyset = utf8(
    `{"groups":[{"id":"department","k":1,"members":[{"kid":"${keys.kid}","pub":"${base64(keys.publicKey)}"}]}],"suite":"S1"}`,
  )
  const chunks = new Map<string, Blob[]>([
    ['price', []],
    ['att-1', []],
  ])
  const { manifest: bytes } = await seal(
    {
      envelopeId: '01a225c4-65b4-7001-8d32-b8bc4a093f43',
      lotId: LOT,
      noticeHash: '1'.repeat(64),
      orgId: LOT,
      actingFor: [],
      rosterHash: '0'.repeat(64),
    },
    keyset,
    [
      { id: 'price', blob: new Blob(['{}']) },
      { id: 'att-1', blob: new Blob([new Uint8Array(700_000)]) },
    ],
    ({ segment, bytes: chunk }) => {
      chunks.get(segment)?.push(new Blob([chunk]))
    },
  )
  const manifest = await readManifest(bytes)
  const copy = ciphertextOf(manifest, chunks)
  const hashes = []
  for await (const { hash } of piecesOf(manifest, copy)) hashes.push(hash)
  expect(hashes).toEqual(manifest.segments.flatMap((segment) => segment.chunks))
  const damaged = new Blob([copy.slice(0, 10), 'x', copy.slice(11)])
  const left = []
  for await (const { hash } of piecesOf(manifest, damaged)) left.push(hash)
  expect(left).toEqual(hashes.slice(1))
})
