import { type Bytes, HASH_LENGTH, hex, ofPlainBase64, sha256, utf8 } from '../../lib/bytes'
import { same } from './merkle'

/** Signed notes and checkpoints as the transparency logs write them (C2SP signed-note, tlog-checkpoint). */
const ED25519 = 1
const ID_LENGTH = 4

export interface Verifier {
  name: string
  id: Bytes
  key: Bytes
}

export interface Checkpoint {
  origin: string
  size: number
  root: Bytes
}

/** `name+id+key`; null when it is not such a key, or its id is not the key's. */
export async function readVerifier(text: string): Promise<Verifier | null> {
  const [name, id, ...rest] = text.trim().split('+')
  const typed = ofPlainBase64(rest.join('+'))
  if (!name || !id || typed?.length !== HASH_LENGTH + 1 || typed[0] !== ED25519) return null
  const own = (await sha256(utf8(`${name}\n`), typed)).slice(0, ID_LENGTH)
  return hex(own) === id ? { name, id: own, key: typed.slice(1) } : null
}

/** The text over the signatures, when one of them is the verifier's and good. */
export async function openNote(note: string, { name, id, key }: Verifier): Promise<string | null> {
  const end = note.lastIndexOf('\n\n')
  if (end < 0) return null
  const text = note.slice(0, end + 1)
  const wanted = `\u2014 ${name} `
  const imported = await crypto.subtle.importKey('raw', key, 'Ed25519', false, ['verify'])
  for (const line of note.slice(end + 2).split('\n')) {
    const stamped = line.startsWith(wanted) ? ofPlainBase64(line.slice(wanted.length)) : null
    if (stamped === null || !same(stamped.slice(0, ID_LENGTH), id)) continue
    if (await crypto.subtle.verify('Ed25519', imported, stamped.slice(ID_LENGTH), utf8(text))) return text
  }
  return null
}

export function readCheckpoint(text: string): Checkpoint | null {
  const [origin, size, root] = text.split('\n')
  const hash = ofPlainBase64(root ?? '')
  if (!origin || !/^(0|[1-9]\d{0,14})$/.test(size ?? '') || hash?.length !== HASH_LENGTH) return null
  return { origin, size: Number(size), root: hash }
}

/** The hashes of a proof, a line each; null for what is none. */
export function readPath(text: string): Bytes[] | null {
  const lines = text === '' ? [''] : text.split('\n')
  if (lines.pop() !== '') return null
  const hashes = lines.map(ofPlainBase64)
  return hashes.every((hash): hash is Bytes => hash?.length === HASH_LENGTH) ? hashes : null
}
