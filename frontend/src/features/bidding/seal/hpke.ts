import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import { type Bytes, base64, hex, ofBase64, sha256, utf8 } from '../../../lib/bytes'
import { malformed, SealError } from './fault'

/** Public-key encryption to one holder: RFC 9180, base mode, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. */
const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
})

export const PUBLIC_LENGTH = 65
export const PRIVATE_LENGTH = 32

export interface Box {
  enc: Bytes
  ciphertext: Bytes
}

/** A holder's key with its secret half: 32 bytes, and an uncompressed point. */
export interface KeyPair {
  kid: string
  privateKey: Bytes
  publicKey: Bytes
}

/** By which keysets and shares name a key: half of a hash of it. */
export const kidOf = async (publicKey: Bytes) => hex((await sha256(utf8('goufu-seal/1 kid|'), publicKey)).slice(0, 16))

const buffer = (bytes: Bytes) => bytes.slice().buffer

export async function sealTo(publicKey: Bytes, info: Bytes, aad: Bytes, content: Bytes): Promise<Box> {
  const recipientPublicKey = await suite.kem.deserializePublicKey(buffer(publicKey))
  const { enc, ct } = await suite.seal({ recipientPublicKey, info: buffer(info) }, buffer(content), buffer(aad))
  return { enc: new Uint8Array(enc), ciphertext: new Uint8Array(ct) }
}

const jwkOf = ({ privateKey, publicKey }: Pick<KeyPair, 'privateKey' | 'publicKey'>) => ({
  kty: 'EC',
  crv: 'P-256',
  d: base64(privateKey),
  x: base64(publicKey.slice(1, 33)),
  y: base64(publicKey.slice(33)),
})

/** Fails with SHARE when it was not sealed to this key, for this purpose. */
export async function openBox(keys: KeyPair, info: Bytes, aad: Bytes, { enc, ciphertext }: Box): Promise<Bytes> {
  try {
    const recipientKey = await suite.kem.importKey('jwk', jwkOf(keys), false)
    const opened = await suite.open(
      { recipientKey, enc: buffer(enc), info: buffer(info) },
      buffer(ciphertext),
      buffer(aad),
    )
    return new Uint8Array(opened)
  } catch {
    throw new SealError('SHARE', 'not sealed to this key for this purpose')
  }
}

/** Whether these bytes are a point of the curve. */
export async function isPublicKey(bytes: Bytes) {
  if (bytes.length !== PUBLIC_LENGTH || bytes[0] !== 4) return false
  try {
    await crypto.subtle.importKey('raw', bytes, { name: 'ECDH', namedCurve: 'P-256' }, true, [])
    return true
  } catch {
    return false
  }
}

export async function newKeyPair(): Promise<KeyPair> {
  const made = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits'])
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', made.publicKey))
  const { d } = await crypto.subtle.exportKey('jwk', made.privateKey)
  const privateKey = ofBase64(d ?? '')
  if (privateKey === null) throw malformed('a new key')
  return { kid: await kidOf(publicKey), privateKey, publicKey }
}

/** Fails with MALFORMED unless both halves belong together. */
export async function keyPairOf(privateKey: Bytes, publicKey: Bytes): Promise<KeyPair> {
  try {
    await suite.kem.importKey('jwk', jwkOf({ privateKey, publicKey }), false)
  } catch {
    throw malformed('not a key pair')
  }
  return { kid: await kidOf(publicKey), privateKey, publicKey }
}
