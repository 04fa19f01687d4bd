import { type Bytes, hex, joined, utf8 } from '../../../lib/bytes'
import { SealError } from './fault'
import { KEY_LENGTH } from './manifest'

/** The key of one segment of one envelope at work: encrypts its chunks (STREAM with AES-256-GCM) and commits to itself. */
export interface SegmentKey {
  commit: string
  seal(index: number, last: boolean, content: Bytes): Promise<Bytes>
  /** Fails with CONTENT for a chunk of another key, place or envelope. */
  open(index: number, last: boolean, chunk: Bytes): Promise<Bytes>
}

function nonce(index: number, last: boolean) {
  const bytes = new Uint8Array(12)
  const view = new DataView(bytes.buffer)
  view.setUint32(7, index)
  view.setUint8(11, last ? 1 : 0)
  return bytes
}

export async function segmentKey(cek: Bytes, coreHash: Bytes, segment: string): Promise<SegmentKey> {
  const root = await crypto.subtle.importKey('raw', cek, 'HKDF', false, ['deriveBits'])
  const derived = async (purpose: string) =>
    new Uint8Array(
      await crypto.subtle.deriveBits(
        { name: 'HKDF', hash: 'SHA-256', salt: coreHash, info: utf8(purpose) },
        root,
        KEY_LENGTH * 8,
      ),
    )
  const secret = await derived(`goufu-seal/1 enc|${segment}`)
  const key = await crypto.subtle.importKey('raw', secret, 'AES-GCM', false, ['encrypt', 'decrypt'])
  const additionalData = joined(coreHash, utf8(segment))
  const parameters = (index: number, last: boolean) => ({ name: 'AES-GCM', iv: nonce(index, last), additionalData })
  return {
    commit: hex(await derived(`goufu-seal/1 com|${segment}`)),
    seal: async (index, last, content) =>
      new Uint8Array(await crypto.subtle.encrypt(parameters(index, last), key, content)),
    open: async (index, last, chunk) => {
      try {
        return new Uint8Array(await crypto.subtle.decrypt(parameters(index, last), key, chunk))
      } catch {
        throw new SealError('CONTENT', `chunk ${index}`)
      }
    },
  }
}
