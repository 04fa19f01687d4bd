import { appendFileSync, createReadStream, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { type Bytes, base64, hex, joined, ofBase64, randomBytes, sha256 } from '../../../lib/bytes'
import { type Fault, SealError } from './fault'
import { keyPairOf, newKeyPair } from './hpke'
import { type Group, writeKeyset } from './keyset'
import { CHUNK_SIZE, mustBeSignedBy, readManifest, signManifest } from './manifest'
import { combineKey, openContent, openShare } from './opener'
import { openHolderKey, readSecretFile, writeHolderKey } from './passphrase-file'
import { type SealedChunk, seal } from './sealer'

/**
 * Envelopes that one core sealed and the other opens, good ones and damaged ones; the server's tests read the same files. What is kept is
 * written anew with SEAL_KEEP=1; backend/src/bench/seal-exchange.sh lets the cores exchange thousands.
 */
const KEPT = join(process.cwd(), '../backend/src/test/resources/seal')
const FEW = 12
const ROUNDS = Number(process.env.SEAL_ROUNDS ?? FEW)

interface Segment {
  id: string
  chunks: string[]
  cek: string
  contentHash: string
}

interface Envelope {
  keyset: string
  holders: { d: string; pub: string }[]
  manifest: string
  signer: string
  signature: string
  segments: Segment[]
  fault: Fault | null
}

const bytesOf = (text: string): Bytes => {
  const bytes = ofBase64(text)
  if (bytes === null) throw new Error('not Base64')
  return bytes
}

const digest = async (bytes: Bytes) => hex(await sha256(bytes))

async function faultOf(envelope: Envelope): Promise<Fault | null> {
  try {
    const manifest = await readManifest(bytesOf(envelope.manifest))
    await mustBeSignedBy(manifest, bytesOf(envelope.signer), bytesOf(envelope.signature))
    const holders = await Promise.all(envelope.holders.map(({ d, pub }) => keyPairOf(bytesOf(d), bytesOf(pub))))
    for (const { id, chunks, cek, contentHash } of envelope.segments) {
      await combineKey(manifest, bytesOf(envelope.keyset), id, []).catch((error: unknown) => {
        if (error instanceof SealError && error.fault === 'QUORUM') return
        throw error
      })
      const shares = []
      for (const holder of holders) shares.push(await openShare(manifest, id, holder))
      await combineKey(manifest, bytesOf(envelope.keyset), id, shares)
      const parts: Bytes[] = []
      const content = openContent(manifest, id, bytesOf(cek), (index) => bytesOf(chunks[index] ?? ''))
      for await (const part of content) parts.push(part)
      expect(await digest(joined(...parts))).toBe(contentHash)
    }
    return null
  } catch (error) {
    if (error instanceof SealError) return error.fault
    throw error
  }
}

async function verify(file: string, least: number) {
  const faults = new Set<Fault | null>()
  let count = 0
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const envelope = JSON.parse(line) as Envelope
    expect(await faultOf(envelope), `envelope ${count}`).toBe(envelope.fault)
    faults.add(envelope.fault)
    count++
  }
  expect(count).toBeGreaterThanOrEqual(least)
  for (const wanted of [null, 'MALFORMED', 'SIGNATURE', 'KEYSET', 'CHUNK', 'SHARE', 'COMMIT'] as const) {
    expect(faults).toContain(wanted)
  }
}

const id = () => {
  const text = hex(randomBytes(16))
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-7${text.slice(13, 16)}-8${text.slice(17, 20)}-${text.slice(20)}`
}

/** The few that are kept are small; among thousands are also the edges of chunks. */
function lengths(round: number, count: number) {
  const edges = [0, 1, 4087, 4088, 4089, CHUNK_SIZE - 9, CHUNK_SIZE - 8, CHUNK_SIZE - 7, CHUNK_SIZE, CHUNK_SIZE + 1]
  const edge = edges[round]
  if (edge !== undefined && (round < 5 || count > FEW)) return [edge]
  return Array.from({ length: 1 + (round % 3) }, (_, place) => (round * 7919 + place * 811) % 3000)
}

async function made(round: number, count: number): Promise<Envelope> {
  const pairs = await Promise.all(Array.from({ length: 3 }, newKeyPair))
  const members = pairs.map(({ kid, publicKey }) => ({ kid, pub: publicKey }))
  const groups: Group[] = [
    { id: 'department', k: 1 + (round % 2), members: members.slice(0, 2) },
    { id: 'platform', k: 1, members: members.slice(2) },
  ]
  const keyset = writeKeyset({ groups })
  const contents = lengths(round, count).map((length, place) => {
    const content = new Uint8Array(length)
    for (let at = 0; at < length; at += 65_536) crypto.getRandomValues(content.subarray(at, at + 65_536))
    return { id: ['price', 'tech', 'cred'][place] ?? 'att-1', content }
  })
  const draft = {
    envelopeId: id(),
    lotId: id(),
    noticeHash: hex(randomBytes(32)),
    orgId: id(),
    actingFor: Array.from({ length: round % 3 }, id).sort(),
    rosterHash: hex(randomBytes(32)),
    ...(round % 4 === 0 ? { replaces: id() } : {}),
  }
  const chunks: SealedChunk[] = []
  const sealed = await seal(
    draft,
    keyset,
    contents.map(({ id: segment, content }) => ({ id: segment, blob: new Blob([content]) })),
    (chunk) => void chunks.push(chunk),
  )
  const signer = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])
  const segments = contents.map(async ({ id: segment, content }) => ({
    id: segment,
    chunks: chunks.filter((chunk) => chunk.segment === segment).map(({ bytes }) => base64(bytes)),
    cek: base64(sealed.keys.find((key) => key.id === segment)?.cek ?? new Uint8Array()),
    contentHash: await digest(content),
  }))
  return {
    keyset: base64(keyset),
    holders: pairs.map(({ privateKey, publicKey }) => ({ d: base64(privateKey), pub: base64(publicKey) })),
    manifest: base64(sealed.manifest),
    signer: base64(new Uint8Array(await crypto.subtle.exportKey('raw', signer.publicKey))),
    signature: base64(await signManifest(sealed.manifest, signer.privateKey)),
    segments: await Promise.all(segments),
    fault: null,
  }
}

const flipped = (text: string, place: number) => {
  const bytes = bytesOf(text)
  bytes[place] = (bytes[place] ?? 0) ^ 4
  return base64(bytes)
}

async function damaged(good: Envelope, round: number): Promise<Envelope> {
  const [first, ...rest] = good.segments as [Segment, ...Segment[]]
  switch (round < 5 ? 0 : round % 7) {
    case 1:
      return { ...good, manifest: flipped(good.manifest, 0), fault: 'MALFORMED' }
    case 2:
      return { ...good, signature: flipped(good.signature, 40), fault: 'SIGNATURE' }
    case 3:
      return { ...good, keyset: (await made(0, FEW)).keyset, fault: 'KEYSET' }
    case 4: {
      const [chunk, ...chunks] = first.chunks as [string, ...string[]]
      return {
        ...good,
        segments: [{ ...first, chunks: [flipped(chunk, round % 4000), ...chunks] }, ...rest],
        fault: 'CHUNK',
      }
    }
    case 5: {
      const stranger = await newKeyPair()
      return { ...good, holders: [{ d: base64(stranger.privateKey), pub: base64(stranger.publicKey) }], fault: 'SHARE' }
    }
    case 6:
      return { ...good, segments: [{ ...first, cek: flipped(first.cek, round % 32) }, ...rest], fault: 'COMMIT' }
    default:
      return good
  }
}

async function write(file: string, count: number) {
  writeFileSync(file, '')
  for (let round = 0; round < count; round++) {
    appendFileSync(file, `${JSON.stringify(await damaged(await made(round, count), round))}\n`)
  }
}

test('what the server sealed is opened or refused alike', async () => {
  await verify(join(KEPT, 'from-server.jsonl'), FEW)
})

test('what this core sealed is opened or refused', async () => {
  const file = join(KEPT, 'from-browser.jsonl')
  if (process.env.SEAL_KEEP) await write(file, FEW)
  await verify(file, FEW)
})

const WORDS = '竹林里的小路 8'

test('a key file of the server opens here, and one of this core there', async () => {
  const own = join(KEPT, 'key-from-browser.json')
  if (process.env.SEAL_KEEP) writeFileSync(own, await writeHolderKey(await newKeyPair(), WORDS))
  for (const file of [own, join(KEPT, 'key-from-server.json')]) {
    const secret = readSecretFile(readFileSync(file))
    expect((await openHolderKey(secret, WORDS)).kid).toBe(secret.about)
  }
})

test.runIf(process.env.SEAL_WRITE)(
  'thousands for the server',
  async () => {
    await write(process.env.SEAL_WRITE ?? '', ROUNDS)
  },
  600_000,
)

test.runIf(process.env.SEAL_READ)(
  'thousands from the server',
  async () => {
    await verify(process.env.SEAL_READ ?? '', ROUNDS)
  },
  600_000,
)
