import { type Bytes, hex, joined, sha256, sha256Hex, utf8 } from '../../lib/bytes'
import { bytesOf, list, members, type Said, text } from './said'

/**
 * The price of a bid as it was sealed (GOUFU-SEAL/1), read here without the code that seals and opens bids: whoever distrusts that
 * code needs not run it.
 */
export interface SealedPrice {
  /** What the manifest says of the bid. */
  core: Said
  coreHash: Bytes
  commit: string
  /** SHA-256 of each piece of ciphertext, in order. */
  chunks: string[]
}

const SEGMENT = 'price'
const KEY_BITS = 256
const LENGTH = 8

export async function sealedPriceOf(manifest: Bytes): Promise<SealedPrice> {
  const said = members(manifest)
  const core = bytesOf(said, 'core')
  const price = list(said, 'segments').find((segment) => text(segment, 'id') === SEGMENT) ?? {}
  const chunks = Object.hasOwn(price, 'chunks') && Array.isArray(price.chunks) ? price.chunks : []
  return {
    core: members(core),
    coreHash: await sha256(core),
    commit: text(price, 'commit') ?? '',
    chunks: chunks.filter((chunk) => typeof chunk === 'string'),
  }
}

/** What is in it; null when the key is not the one that the bidder committed to, or the ciphertext not what he sealed. */
export async function openedPrice(sealed: SealedPrice, cek: Bytes, ciphertext: Bytes[]): Promise<Bytes | null> {
  if (hex(await derived(cek, sealed.coreHash, 'com')) !== sealed.commit) return null
  const secret = await crypto.subtle.importKey('raw', await derived(cek, sealed.coreHash, 'enc'), 'AES-GCM', false, [
    'decrypt',
  ])
  const parts: Bytes[] = []
  for (const [at, chunk] of ciphertext.entries()) {
    if ((await sha256Hex(chunk)) !== sealed.chunks[at]) return null
    const part = await decrypted(secret, sealed.coreHash, at, at === ciphertext.length - 1, chunk)
    if (part === null) return null
    parts.push(part)
  }
  return contentOf(parts)
}

async function derived(cek: Bytes, coreHash: Bytes, purpose: string): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', cek, 'HKDF', false, ['deriveBits'])
  const info = utf8(`goufu-seal/1 ${purpose}|${SEGMENT}`)
  const algorithm = { name: 'HKDF', hash: 'SHA-256', salt: coreHash, info }
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, KEY_BITS)) as Bytes
}

async function decrypted(key: CryptoKey, coreHash: Bytes, index: number, last: boolean, chunk: Bytes) {
  const iv = new Uint8Array(12)
  new DataView(iv.buffer).setUint32(7, index)
  iv[11] = last ? 1 : 0
  const additionalData = joined(coreHash, utf8(SEGMENT))
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, chunk)) as Bytes
  } catch {
    return null
  }
}

/** Its length stands in front, zeros behind. */
function contentOf(parts: Bytes[]): Bytes | null {
  const whole = joined(...parts)
  if (whole.length < LENGTH) return null
  const length = new DataView(whole.buffer).getBigInt64(0)
  if (length < 0n || length > BigInt(whole.length - LENGTH)) return null
  return whole.slice(LENGTH, LENGTH + Number(length)) as Bytes
}
