import { type Bytes, base64, randomBytes, utf8 } from '../../../lib/bytes'
import { Fields, read, write } from './canonical'
import { malformed, SealError } from './fault'
import { type KeyPair, keyPairOf, PRIVATE_LENGTH, PUBLIC_LENGTH } from './hpke'
import { KEY_LENGTH } from './manifest'

/** A secret as a file that a passphrase opens: a holder's key, or the keys of a bid for its bidder. */
export type SecretKind = 'goufu-holder-key/1' | 'goufu-recovery/1'

export interface SecretFile {
  kind: SecretKind
  /** Whose: a key's or an envelope's name, readable without the passphrase. */
  about: string
  iterations: number
  salt: Bytes
  nonce: Bytes
  box: Bytes
}

const KDF = 'PBKDF2-HMAC-SHA256'
const ITERATIONS = 600_000
const MOST_ITERATIONS = 10_000_000
const LARGEST = 64 * 1024
const SALT = 16
const NONCE = 12
const KIND = /^goufu-(holder-key|recovery)\/1$/
const ABOUT = /^[0-9a-f-]{1,64}$/

async function cipher({ kind, about, iterations, salt, nonce }: Omit<SecretFile, 'box'>, passphrase: string) {
  // The same words typed on another keyboard are the same passphrase.
  const typed = await crypto.subtle.importKey('raw', utf8(passphrase.normalize('NFC')), 'PBKDF2', false, ['deriveKey'])
  const key = await crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    typed,
    { name: 'AES-GCM', length: KEY_LENGTH * 8 },
    false,
    ['encrypt', 'decrypt'],
  )
  return { key, parameters: { name: 'AES-GCM', iv: nonce, additionalData: utf8(`${kind}|${about}|${iterations}`) } }
}

async function wrapped(kind: SecretKind, about: string, content: Bytes, passphrase: string): Promise<Bytes> {
  const open = { kind, about, iterations: ITERATIONS, salt: randomBytes(SALT), nonce: randomBytes(NONCE) }
  const { key, parameters } = await cipher(open, passphrase)
  const box = new Uint8Array(await crypto.subtle.encrypt(parameters, key, content))
  return write({
    about,
    kind,
    box: base64(box),
    iterations: ITERATIONS,
    kdf: KDF,
    nonce: base64(open.nonce),
    salt: base64(open.salt),
  })
}

/** Fails with MALFORMED for what is no such file. */
export function readSecretFile(bytes: Uint8Array): SecretFile {
  if (bytes.length > LARGEST) throw malformed('such a file is shorter')
  const fields = new Fields(read(bytes), ['about', 'box', 'iterations', 'kdf', 'kind', 'nonce', 'salt'])
  fields.is('kdf', KDF)
  return {
    kind: fields.text('kind', KIND) as SecretKind,
    about: fields.text('about', ABOUT),
    iterations: fields.number('iterations', ITERATIONS, MOST_ITERATIONS),
    salt: fields.bytes('salt', SALT, SALT),
    nonce: fields.bytes('nonce', NONCE, NONCE),
    box: fields.bytes('box', 1, LARGEST),
  }
}

/** Fails with PASSPHRASE. */
async function unwrapped(file: SecretFile, passphrase: string): Promise<Bytes> {
  const { key, parameters } = await cipher(file, passphrase)
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parameters, key, file.box))
  } catch {
    throw new SealError('PASSPHRASE', file.about)
  }
}

export const writeHolderKey = ({ kid, privateKey, publicKey }: KeyPair, passphrase: string) =>
  wrapped('goufu-holder-key/1', kid, write({ d: base64(privateKey), pub: base64(publicKey) }), passphrase)

/** A holder's key: PASSPHRASE when it does not open, MALFORMED when it is another file. */
export async function openHolderKey(file: SecretFile, passphrase: string): Promise<KeyPair> {
  if (file.kind !== 'goufu-holder-key/1') throw malformed('not a key')
  const fields = new Fields(read(await unwrapped(file, passphrase)), ['d', 'pub'])
  const keys = await keyPairOf(
    fields.bytes('d', PRIVATE_LENGTH, PRIVATE_LENGTH),
    fields.bytes('pub', PUBLIC_LENGTH, PUBLIC_LENGTH),
  )
  if (keys.kid !== file.about) throw malformed('another key')
  return keys
}

export interface Recovery {
  envelopeId: string
  /** Of the manifest that the keys open. */
  manifestHash: string
  keys: { id: string; cek: Bytes }[]
}

/** The bidder's remedy when holders fail: it opens his own bid without them. */
export const writeRecovery = ({ envelopeId, manifestHash, keys }: Recovery, passphrase: string) =>
  wrapped(
    'goufu-recovery/1',
    envelopeId,
    write({ envelopeId, manifestHash, segments: keys.map(({ id, cek }) => ({ id, cek: base64(cek) })) }),
    passphrase,
  )

export async function openRecovery(file: SecretFile, passphrase: string): Promise<Recovery> {
  if (file.kind !== 'goufu-recovery/1') throw malformed('not a recovery file')
  const fields = new Fields(read(await unwrapped(file, passphrase)), ['envelopeId', 'manifestHash', 'segments'])
  const envelopeId = fields.id('envelopeId')
  if (envelopeId !== file.about) throw malformed('of another envelope')
  const keys = fields.list('segments', 1, 20, (value) => {
    const segment = new Fields(value, ['cek', 'id'])
    return { id: segment.text('id', /^[a-z0-9-]{1,20}$/), cek: segment.bytes('cek', KEY_LENGTH, KEY_LENGTH) }
  })
  return { envelopeId, manifestHash: fields.hash('manifestHash'), keys }
}
