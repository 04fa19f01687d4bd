import { type Bytes, base64, sha256, sha256Hex } from '../../../lib/bytes'
import { Fields, hashItem, idItem, read, type Value, write } from './canonical'
import { malformed, SealError } from './fault'
import { type Box, PUBLIC_LENGTH } from './hpke'
import { GROUP_ID, KID, keysetHash, readKeyset, SUITE } from './keyset'
import { isPadded } from './padding'

export const CHUNK_SIZE = 512 * 1024
export const LARGEST = 200 * 1024 * 1024
export const KEY_LENGTH = 32
export const TAG = 16

const FORMAT = 'GOUFU-SEAL/1'
const LARGEST_MANIFEST = 256 * 1024
const MOST_SEGMENTS = 20
const MOST_GROUPS = 200
const MOST_CHUNKS = 512
const MOST_SHARES = 120
const SEGMENT_ID = /^(price|tech|cred|allocation|att-[1-9][0-9]?)$/
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' }

export interface CoreSegment {
  id: string
  paddedLen: number
}

/** What an envelope is: everything sealed in it is bound to the hash of these bytes. Hashes are in hexadecimal. */
export interface Core {
  envelopeId: string
  lotId: string
  noticeHash: string
  keysetHash: string
  orgId: string
  actingFor: string[]
  rosterHash: string
  segments: CoreSegment[]
  replaces?: string
}

export interface Share {
  group: string
  kid: string
  x: number
  box: Box
  hash: string
}

export interface Segment extends CoreSegment {
  commit: string
  chunks: string[]
  shares: Share[]
}

/** The part of an envelope that is submitted and signed. */
export interface Manifest {
  bytes: Bytes
  coreHash: Bytes
  core: Core
  segments: Segment[]
}

export const chunksOf = (paddedLen: number) => Math.ceil(paddedLen / CHUNK_SIZE)

export const chunkLength = (paddedLen: number, index: number) => Math.min(CHUNK_SIZE, paddedLen - index * CHUNK_SIZE)

export const writeCore = ({ segments, replaces, ...core }: Core) =>
  write({
    ...core,
    ...(replaces === undefined ? {} : { replaces }),
    segments: segments.map(({ id, paddedLen }) => ({
      id,
      paddedLen,
      chunkSize: CHUNK_SIZE,
      chunks: chunksOf(paddedLen),
    })),
    suite: SUITE,
    v: 1,
  })

const coreSegment = (value: Value): CoreSegment => {
  const fields = new Fields(value, ['chunkSize', 'chunks', 'id', 'paddedLen'])
  const paddedLen = fields.number('paddedLen', 1, LARGEST)
  if (!isPadded(paddedLen)) throw malformed('paddedLen')
  fields.is('chunkSize', CHUNK_SIZE)
  fields.is('chunks', chunksOf(paddedLen))
  return { id: fields.text('id', SEGMENT_ID), paddedLen }
}

const CORE = [
  'actingFor',
  'envelopeId',
  'keysetHash',
  'lotId',
  'noticeHash',
  'orgId',
  'rosterHash',
  'segments',
  'suite',
  'v',
]

export function readCore(bytes: Uint8Array): Core {
  const fields = new Fields(read(bytes), CORE, ['replaces'])
  fields.is('v', 1)
  fields.is('suite', SUITE)
  const core: Core = {
    envelopeId: fields.id('envelopeId'),
    lotId: fields.id('lotId'),
    noticeHash: fields.hash('noticeHash'),
    keysetHash: fields.hash('keysetHash'),
    orgId: fields.id('orgId'),
    actingFor: fields.list('actingFor', 0, MOST_GROUPS, idItem),
    rosterHash: fields.hash('rosterHash'),
    segments: fields.list('segments', 1, MOST_SEGMENTS, coreSegment),
    ...(fields.has('replaces') ? { replaces: fields.id('replaces') } : {}),
  }
  if (core.envelopeId[14] !== '7') throw malformed('envelopeId is not of version 7')
  if (core.replaces === core.envelopeId) throw malformed('it replaces itself')
  if (core.actingFor.some((id, place) => place > 0 && id <= (core.actingFor[place - 1] ?? ''))) {
    throw malformed('actingFor is not sorted')
  }
  if (new Set(core.segments.map(({ id }) => id)).size !== core.segments.length) throw malformed('a segment twice')
  if (core.segments.reduce((sum, { paddedLen }) => sum + paddedLen, 0) > LARGEST) throw malformed('too large')
  return core
}

const share = (value: Value): Share => {
  const fields = new Fields(value, ['ct', 'enc', 'group', 'hash', 'kid', 'x'])
  return {
    group: fields.text('group', GROUP_ID),
    kid: fields.text('kid', KID),
    x: fields.number('x', 1, 255),
    box: {
      enc: fields.bytes('enc', PUBLIC_LENGTH, PUBLIC_LENGTH),
      ciphertext: fields.bytes('ct', KEY_LENGTH + TAG, KEY_LENGTH + TAG),
    },
    hash: fields.hash('hash'),
  }
}

const segment = (value: Value) => {
  const fields = new Fields(value, ['chunks', 'commit', 'id', 'shares'])
  return {
    id: fields.text('id', SEGMENT_ID),
    commit: fields.hash('commit'),
    chunks: fields.list('chunks', 1, MOST_CHUNKS, hashItem),
    shares: fields.list('shares', 1, MOST_SHARES, share),
  }
}

/** Fails with MALFORMED for everything that is not a manifest to the letter. */
export async function readManifest(bytes: Bytes): Promise<Manifest> {
  if (bytes.length > LARGEST_MANIFEST) throw malformed('a manifest is shorter')
  const fields = new Fields(read(bytes), ['core', 'format', 'segments'])
  fields.is('format', FORMAT)
  const coreBytes = fields.bytes('core', 1, LARGEST_MANIFEST)
  const core = readCore(coreBytes)
  const count = core.segments.length
  const segments = fields.list('segments', count, count, segment).map((one, place) => {
    const promised = core.segments[place]
    if (promised === undefined || one.id !== promised.id) throw malformed('segments in another order')
    if (one.chunks.length !== chunksOf(promised.paddedLen)) throw malformed(`chunks of ${one.id}`)
    return { ...one, paddedLen: promised.paddedLen }
  })
  return { bytes, coreHash: await sha256(coreBytes), core, segments }
}

export const writeManifest = (core: Bytes, segments: Segment[]) =>
  write({
    core: base64(core),
    format: FORMAT,
    segments: segments.map(({ id, commit, chunks, shares }) => ({
      id,
      commit,
      chunks,
      shares: shares.map(({ group, kid, x, box, hash }) => ({
        group,
        kid,
        x,
        hash,
        enc: base64(box.enc),
        ct: base64(box.ciphertext),
      })),
    })),
  })

/** Under which the ledger and the receipt know it. */
export const manifestHash = ({ bytes }: Manifest) => sha256Hex(bytes)

export function segmentOf(manifest: Manifest, id: string): Segment {
  const found = manifest.segments.find((one) => one.id === id)
  if (found === undefined) throw malformed(`no segment ${id}`)
  return found
}

/** ECDSA over SHA-256 of the manifest's bytes: both numbers, 32 bytes each. */
export const signManifest = async (bytes: Bytes, privateKey: CryptoKey): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.sign(SIGNING, privateKey, bytes))

/** Fails with SIGNATURE unless the bidder's key signed exactly these bytes. */
export async function mustBeSignedBy({ bytes }: Manifest, publicKey: Bytes, signature: Bytes) {
  try {
    const key = await crypto.subtle.importKey('raw', publicKey, { name: 'ECDSA', namedCurve: 'P-256' }, false, [
      'verify',
    ])
    if (await crypto.subtle.verify(SIGNING, key, signature, bytes)) return
  } catch {
    // said below
  }
  throw new SealError('SIGNATURE', 'not signed with this key')
}

/** Fails with KEYSET unless every segment has a share for each holder of exactly this document. */
export async function mustBeSealedTo({ core, segments }: Manifest, document: Bytes) {
  if ((await keysetHash(document)) !== core.keysetHash) throw new SealError('KEYSET', 'it names another keyset')
  const { groups } = await readKeyset(document)
  const wanted = groups.flatMap(({ id, members }) => members.map(({ kid }, place) => `${id} ${kid} ${place + 1}`))
  for (const { id, shares } of segments) {
    const given = shares.map(({ group, kid, x }) => `${group} ${kid} ${x}`)
    if (given.join() !== wanted.join()) throw new SealError('KEYSET', `other holders in ${id}`)
  }
}
