import { expect, test } from 'vitest'
import { type Bytes, hex, joined, randomBytes, sha256, utf8 } from '../../../lib/bytes'
import { read, write } from './canonical'
import { type Fault, SealError } from './fault'
import { type KeyPair, newKeyPair, openBox } from './hpke'
import { type Group, writeKeyset } from './keyset'
import { CHUNK_SIZE, mustBeSignedBy, readManifest, segmentOf, signManifest } from './manifest'
import { combineKey, type OpenedShare, openContent, openShare } from './opener'
import { padded } from './padding'
import { openHolderKey, openRecovery, readSecretFile, writeHolderKey, writeRecovery } from './passphrase-file'
import { readBidAgain, recoveryOf } from './recovery'
import { type Content, type SealedChunk, seal } from './sealer'
import { combine, split } from './shamir'
import { shareAad, shareInfo } from './sharing'

const envelopeId = '019ac000-0000-7000-8000-000000000001'
const draft = {
  envelopeId,
  lotId: '019ac000-0000-7000-8000-000000000002',
  noticeHash: '1'.repeat(64),
  orgId: '019ac000-0000-7000-8000-000000000003',
  actingFor: [],
  rosterHash: '2'.repeat(64),
}

async function house(...sizes: [k: number, n: number][]) {
  const names = ['department', 'platform', 'supervision']
  const keys: KeyPair[] = []
  const groups: Group[] = []
  for (const [place, [k, n]] of sizes.entries()) {
    const own = await Promise.all(Array.from({ length: n }, newKeyPair))
    keys.push(...own)
    groups.push({ id: names[place] ?? 'extra', k, members: own.map(({ kid, publicKey }) => ({ kid, pub: publicKey })) })
  }
  return { keys, document: writeKeyset({ groups }) }
}

async function sealed(document: Bytes, ...contents: Content[]) {
  const chunks: SealedChunk[] = []
  const made = await seal(draft, document, contents, (chunk) => void chunks.push(chunk))
  const manifest = await readManifest(made.manifest)
  const chunkAt = (segment: string) => (index: number) =>
    chunks.find((chunk) => chunk.segment === segment && chunk.index === index)?.bytes ?? new Uint8Array()
  return { made, manifest, keys: made.keys, chunkAt }
}

async function whole(parts: AsyncGenerator<Bytes>) {
  const all: Bytes[] = []
  for await (const part of parts) all.push(part)
  return joined(...all)
}

/** By hash: comparing megabytes byte by byte takes the runner seconds. */
const digest = async (bytes: Bytes) => hex(await sha256(bytes))

const refused = (fault: Fault, what: () => Promise<unknown> | unknown) =>
  expect((async () => what())()).rejects.toSatisfy((error) => error instanceof SealError && error.fault === fault)

const flipped = (bytes: Bytes, place: number) => {
  const copy = bytes.slice()
  copy[place % bytes.length] = (copy[place % bytes.length] ?? 0) ^ (1 << (place % 8))
  return copy
}

test.each([0, 1, 4087, 4088, 4089, CHUNK_SIZE - 9, CHUNK_SIZE - 8, CHUNK_SIZE - 7, CHUNK_SIZE, 3 * CHUNK_SIZE + 5])(
  'a content of %i bytes is opened as it was sealed',
  async (length) => {
    const { keys, document } = await house([1, 2], [1, 1])
    const content = new Uint8Array(length)
    for (let at = 0; at < length; at += 65_536) crypto.getRandomValues(content.subarray(at, at + 65_536))
    const { manifest, chunkAt } = await sealed(document, { id: 'price', blob: new Blob([content]) })
    const shares = await Promise.all(keys.map((holder) => openShare(manifest, 'price', holder)))
    const cek = await combineKey(manifest, document, 'price', shares)
    expect(await digest(await whole(openContent(manifest, 'price', cek, chunkAt('price'))))).toBe(await digest(content))
  },
)

test('exactly the qualified subsets of shares open', async () => {
  const { keys, document } = await house([2, 3], [1, 1], [1, 2])
  const { manifest, keys: made } = await sealed(document, { id: 'price', blob: new Blob(['98000']) })
  const shares = await Promise.all(keys.map((holder) => openShare(manifest, 'price', holder)))
  let opened = 0
  for (let chosen = 0; chosen < 64; chosen++) {
    const some = shares.filter((_, place) => (chosen >> place) & 1)
    const of = (from: number, to: number) => shares.slice(from, to).filter((one) => some.includes(one)).length
    if (of(0, 3) >= 2 && of(3, 4) >= 1 && of(4, 6) >= 1) {
      opened++
      expect(hex(await combineKey(manifest, document, 'price', some))).toBe(hex(made[0]?.cek ?? new Uint8Array()))
    } else {
      await refused('QUORUM', () => combineKey(manifest, document, 'price', some))
    }
  }
  expect(opened).toBe(12)
})

test('what was changed, misplaced or meant for others is refused by name', async () => {
  const { keys, document } = await house([1, 2], [1, 1])
  const {
    manifest,
    keys: made,
    chunkAt,
  } = await sealed(document, { id: 'price', blob: new Blob(['98000']) }, { id: 'tech', blob: new Blob(['plan']) })
  const [holder] = keys as [KeyPair]
  const cek = made[0]?.cek ?? new Uint8Array()
  const chunk = chunkAt('price')(0)
  const share = await openShare(manifest, 'price', holder)
  const box = segmentOf(manifest, 'price').shares[0]?.box
  if (box === undefined) throw new Error('no share')
  const info = shareInfo(manifest.coreHash, 'price', 'department')
  const aad = shareAad(holder.kid, 1)
  for (let place = 0; place < 64; place += 7) {
    await refused('COMMIT', () => whole(openContent(manifest, 'price', flipped(cek, place), () => chunk)))
    await refused('CHUNK', () => whole(openContent(manifest, 'price', cek, () => flipped(chunk, place * 61))))
    await refused('SHARE', () => openBox(holder, info, aad, { ...box, ciphertext: flipped(box.ciphertext, place) }))
    await refused('SHARE', () => openBox(holder, info, aad, { ...box, enc: flipped(box.enc, place) }))
    await refused('SHARE', () => openBox(holder, flipped(info, place), aad, box))
    await refused('SHARE', () => openBox(holder, info, flipped(aad, place), box))
    const bad: OpenedShare = { kid: share.kid, value: flipped(share.value, place) }
    await refused('SHARE_HASH', () => combineKey(manifest, document, 'price', [bad]))
    await refused('KEYSET', () => combineKey(manifest, flipped(document, place), 'price', [share]))
  }
  await refused('COMMIT', () => whole(openContent(manifest, 'tech', cek, () => chunk)))
  await refused('CHUNK', () => whole(openContent(manifest, 'price', cek, chunkAt('tech'))))
  await refused('SHARE', async () => openShare(manifest, 'price', await newKeyPair()))
})

test('a manifest with any flipped bit is not read, or not signed', async () => {
  const { document } = await house([1, 1], [1, 1])
  const { manifest } = await sealed(document, { id: 'price', blob: new Blob(['1']) })
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])
  const key = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
  const signature = await signManifest(manifest.bytes, pair.privateKey)
  await mustBeSignedBy(manifest, key, signature)
  for (let place = 0; place < manifest.bytes.length; place += 3) {
    await expect(
      (async () => mustBeSignedBy(await readManifest(flipped(manifest.bytes, place)), key, signature))(),
    ).rejects.toBeInstanceOf(SealError)
  }
  for (let place = 0; place < 64; place++) {
    await refused('SIGNATURE', () => mustBeSignedBy(manifest, key, flipped(signature, place)))
  }
})

test('text has one form', () => {
  const wrong = [
    '',
    '{}x',
    '{ }',
    '{"b":1,"a":1}',
    '{"a":1,"a":1}',
    '01',
    '-1',
    '1.0',
    '1e3',
    'null',
    '"\\u0041"',
    '"价"',
  ]
  for (const text of wrong) expect(() => read(utf8(text)), text).toThrow(SealError)
  const value = { b: [1, 'x', {}], a: 0 }
  expect(read(write(value))).toEqual(value)
})

test('shares of any k of n give the secret', () => {
  const secret = randomBytes(32)
  const parts = split(secret, 3, 5)
  const some = new Map([5, 1, 3].map((x) => [x, parts[x - 1] as Bytes]))
  expect(combine(some)).toEqual(secret)
  some.delete(1)
  expect(combine(some)).not.toEqual(secret)
})

test('padding hides the length', () => {
  expect(padded(0)).toBe(4096)
  expect(padded(4088)).toBe(4096)
  for (let length = 4089; length < 3e8; length = Math.floor(length * 1.3)) {
    expect(padded(length)).toBeLessThan(length * 1.125 + 8)
    expect(padded(padded(length) - 8)).toBe(padded(length))
  }
})

test('a secret file opens with its passphrase only', async () => {
  const keys = await newKeyPair()
  const file = readSecretFile(await writeHolderKey(keys, '竹林里的小路 8'))
  expect(file.about).toBe(keys.kid)
  expect(await openHolderKey(file, '竹林里的小路 8')).toEqual(keys)
  await refused('PASSPHRASE', () => openHolderKey(file, '竹林里的小路 9'))
  await refused('PASSPHRASE', () => openHolderKey({ ...file, box: flipped(file.box, 40) }, '竹林里的小路 8'))
  const recovery = { envelopeId, manifestHash: '3'.repeat(64), keys: [{ id: 'price', cek: randomBytes(32) }] }
  const kept = readSecretFile(await writeRecovery(recovery, 'six plain words'))
  expect(await openRecovery(kept, 'six plain words')).toEqual(recovery)
  await refused('MALFORMED', () => openHolderKey(kept, 'six plain words'))
})

test('the bidder reads the bid again from the saved file alone', async () => {
  const { document } = await house([1, 2], [1, 1])
  const price = '{"priceFen":9800000}'
  const { made, manifest, chunkAt } = await sealed(
    document,
    { id: 'price', blob: new Blob([price]) },
    { id: 'tech', blob: new Blob(['每周五次，送餐到家']) },
  )
  const file = await recoveryOf(envelopeId, made, 'six plain words')
  const at = (segment: string, index: number) => chunkAt(segment)(index)
  const contents = await readBidAgain(file, 'six plain words', manifest, at)
  expect(await contents.get('price')?.text()).toBe(price)
  expect(await contents.get('tech')?.text()).toBe('每周五次，送餐到家')
  await refused('PASSPHRASE', () => readBidAgain(file, 'seven plain words', manifest, at))
  await refused('CHUNK', () =>
    readBidAgain(file, 'six plain words', manifest, (segment, index) => flipped(at(segment, index), 9)),
  )
  const other = await sealed(document, { id: 'price', blob: new Blob([price]) })
  await refused('MALFORMED', () => readBidAgain(file, 'six plain words', other.manifest, at))
  await refused('MALFORMED', async () => readBidAgain(await writeHolderKey(await newKeyPair(), 'x'), 'x', manifest, at))
})
