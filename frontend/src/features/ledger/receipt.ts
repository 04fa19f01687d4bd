import { type Bytes, HASH_LENGTH, ofPlainBase64, sha256, utf8 } from '../../lib/bytes'
import { leafHash, rootOf, same } from './merkle'
import { openNote, readCheckpoint, type Verifier } from './note'

/** An act with the proof that it stands in the ledger (C2SP tlog-proof). */
export interface Receipt {
  index: number
  salt: Bytes
  act: Bytes
  path: Bytes[]
  note: string
}

/** Not signed by the trusted ledger; the signed text is no head of it; the act is not the one that was entered. */
export type Fault = 'SIGNATURE' | 'CHECKPOINT' | 'ENTRY'

export type Finding = { fault: Fault } | { fault: null; size: number }

const HEADER = 'c2sp.org/tlog-proof@v1'
const DOMAIN = 'goufu-log/1'
const LONGEST = 1 << 20

const after = (word: string, line: string | undefined) => (line?.startsWith(word) ? line.slice(word.length) : null)

/** Null for what is not a receipt at all. */
export function readReceipt(text: string): Receipt | null {
  const end = text.indexOf('\n\n')
  if (end < 0 || text.length > LONGEST) return null
  const [header, extraLine, indexLine, ...hashes] = text.slice(0, end).split('\n')
  const extra = ofPlainBase64(after('extra ', extraLine) ?? '')
  const index = after('index ', indexLine)
  const path = hashes.map(ofPlainBase64)
  if (header !== HEADER || extra === null || extra.length < HASH_LENGTH || !/^\d{1,15}$/.test(index ?? '')) return null
  if (!path.every((hash): hash is Bytes => hash?.length === HASH_LENGTH)) return null
  return {
    index: Number(index),
    salt: extra.slice(0, HASH_LENGTH),
    act: extra.slice(HASH_LENGTH),
    path,
    note: text.slice(end + 2),
  }
}

/** What the ledger shows of an act that nobody may know yet. */
export const commitmentOf = ({ salt, act }: Receipt) => sha256(utf8(DOMAIN), salt, act)

/** Whether the ledger whose key is trusted has this act at this place. */
export async function checkReceipt(receipt: Receipt, trusted: Verifier): Promise<Finding> {
  const { index, path, note } = receipt
  const signed = await openNote(note, trusted)
  if (signed === null) return { fault: 'SIGNATURE' }
  const checkpoint = readCheckpoint(signed)
  if (checkpoint === null || checkpoint.origin !== trusted.name) return { fault: 'CHECKPOINT' }
  const leaf = await leafHash(await commitmentOf(receipt))
  const root = await rootOf(leaf, index, checkpoint.size, path)
  return root !== null && same(root, checkpoint.root) ? { fault: null, size: checkpoint.size } : { fault: 'ENTRY' }
}
