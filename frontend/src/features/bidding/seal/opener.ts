import { type Bytes, sha256Hex, xorInto } from '../../../lib/bytes'
import { SealError } from './fault'
import { type KeyPair, openBox } from './hpke'
import { readKeyset } from './keyset'
import { chunkLength, KEY_LENGTH, type Manifest, mustBeSealedTo, segmentOf } from './manifest'
import { HEADER, padded } from './padding'
import { segmentKey } from './segment-key'
import { combine } from './shamir'
import { shareAad, shareHash, shareInfo } from './sharing'

/** A share as its holder opened it. */
export interface OpenedShare {
  kid: string
  value: Bytes
}

function shareOf(manifest: Manifest, segment: string, kid: string) {
  const found = segmentOf(manifest, segment).shares.find((one) => one.kid === kid)
  if (found === undefined) throw new SealError('SHARE', `not a holder: ${kid}`)
  return found
}

/** Fails with SHARE_HASH unless it is the share that the manifest names for this holder. */
async function mustBePromised(manifest: Manifest, segment: string, { kid, value }: OpenedShare) {
  const { group, x, hash } = shareOf(manifest, segment, kid)
  if ((await shareHash(manifest.coreHash, segment, group, x, value)) !== hash) throw new SealError('SHARE_HASH', kid)
}

/** Fails with SHARE when the key is not the share's, SHARE_HASH when the bidder sealed another one. */
export async function openShare(manifest: Manifest, segment: string, holder: KeyPair): Promise<OpenedShare> {
  const { group, kid, x, box } = shareOf(manifest, segment, holder.kid)
  const value = await openBox(holder, shareInfo(manifest.coreHash, segment, group), shareAad(kid, x), box)
  const opened = { kid, value }
  await mustBePromised(manifest, segment, opened)
  return opened
}

async function committedKey(manifest: Manifest, segment: string, cek: Bytes) {
  const key = await segmentKey(cek, manifest.coreHash, segment)
  if (key.commit !== segmentOf(manifest, segment).commit) throw new SealError('COMMIT', segment)
  return key
}

/** The segment's key from enough shares of every group: QUORUM, SHARE_HASH or COMMIT when there is none. */
export async function combineKey(manifest: Manifest, keysetDocument: Bytes, segment: string, opened: OpenedShare[]) {
  await mustBeSealedTo(manifest, keysetDocument)
  const { groups } = await readKeyset(keysetDocument)
  const cek = new Uint8Array(KEY_LENGTH)
  for (const one of opened) await mustBePromised(manifest, segment, one)
  for (const { id, k } of groups) {
    const shares = new Map<number, Bytes>()
    for (const { kid, value } of opened) {
      const { group, x } = shareOf(manifest, segment, kid)
      if (group === id && shares.size < k) shares.set(x, value)
    }
    if (shares.size < k) throw new SealError('QUORUM', id)
    xorInto(cek, combine(shares))
  }
  await committedKey(manifest, segment, cek)
  return cek
}

/** The parts of a segment's content in order; what came before a refusal must be thrown away. */
export async function* openContent(
  manifest: Manifest,
  segment: string,
  cek: Bytes,
  chunkAt: (index: number) => Promise<Bytes> | Bytes,
): AsyncGenerator<Bytes> {
  const key = await committedKey(manifest, segment, cek)
  const { chunks, paddedLen } = segmentOf(manifest, segment)
  let left = 0
  for (const [index, hash] of chunks.entries()) {
    const chunk = await chunkAt(index)
    if ((await sha256Hex(chunk)) !== hash) throw new SealError('CHUNK', `${segment} ${index}`)
    const plain = await key.open(index, index === chunks.length - 1, chunk)
    if (plain.length !== chunkLength(paddedLen, index)) throw new SealError('PADDING', 'a short chunk')
    const start = index === 0 ? HEADER : 0
    if (index === 0) left = lengthIn(plain, paddedLen)
    const end = Math.min(plain.length, start + left)
    if (plain.subarray(end).some((byte) => byte !== 0)) throw new SealError('PADDING', 'not zeros')
    left -= end - start
    yield plain.subarray(start, end)
  }
}

function lengthIn(plain: Bytes, paddedLen: number) {
  const length = new DataView(plain.buffer, plain.byteOffset).getBigUint64(0)
  if (length > BigInt(paddedLen) || padded(Number(length)) !== paddedLen)
    throw new SealError('PADDING', 'another length')
  return Number(length)
}
