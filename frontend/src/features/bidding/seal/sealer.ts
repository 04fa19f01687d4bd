import { type Bytes, hex, sha256 } from '../../../lib/bytes'
import { keysetHash, readKeyset } from './keyset'
import { CHUNK_SIZE, type Core, chunkLength, chunksOf, type Segment, writeCore, writeManifest } from './manifest'
import { HEADER, header, padded } from './padding'
import { segmentKey } from './segment-key'
import { shared } from './sharing'

/** A content to be sealed; a file is read piece by piece and never as a whole. */
export interface Content {
  id: string
  blob: Blob
}

/** What the bidder says of the bid besides its contents. */
export type Draft = Omit<Core, 'keysetHash' | 'segments'>

export interface SealedChunk {
  segment: string
  index: number
  hash: string
  bytes: Bytes
}

export interface Sealed {
  manifest: Bytes
  /** The key of each segment, for the recovery file. */
  keys: { id: string; cek: Bytes }[]
}

/** The padded content from one place on. */
async function plainChunk(blob: Blob, paddedLen: number, index: number): Promise<Bytes> {
  const plain = new Uint8Array(chunkLength(paddedLen, index))
  const from = index * CHUNK_SIZE
  const start = index === 0 ? HEADER : 0
  if (index === 0) plain.set(header(blob.size))
  const content = blob.slice(Math.max(0, from - HEADER), from - HEADER + plain.length)
  plain.set(new Uint8Array(await content.arrayBuffer()), start)
  return plain
}

/**
 * Seals the contents to the holders of a keyset's document. The chunks are handed on in order and not kept; the next one is not made
 * before the last was taken.
 */
export async function seal(
  draft: Draft,
  keysetDocument: Bytes,
  contents: Content[],
  take: (chunk: SealedChunk) => Promise<void> | void,
): Promise<Sealed> {
  const keyset = await readKeyset(keysetDocument)
  const parts = contents.map(({ id, blob }) => ({ id, paddedLen: padded(blob.size) }))
  const core = writeCore({ ...draft, keysetHash: await keysetHash(keysetDocument), segments: parts })
  const coreHash = await sha256(core)
  const segments: Segment[] = []
  const keys: Sealed['keys'] = []
  for (const [place, { id, blob }] of contents.entries()) {
    const { paddedLen } = parts[place] ?? { paddedLen: 0 }
    const { cek, shares } = await shared(keyset, coreHash, id)
    const key = await segmentKey(cek, coreHash, id)
    const chunks: string[] = []
    const count = chunksOf(paddedLen)
    for (let index = 0; index < count; index++) {
      const bytes = await key.seal(index, index === count - 1, await plainChunk(blob, paddedLen, index))
      const hash = hex(await sha256(bytes))
      chunks.push(hash)
      await take({ segment: id, index, hash, bytes })
    }
    segments.push({ id, paddedLen, commit: key.commit, chunks, shares })
    keys.push({ id, cek })
  }
  return { manifest: writeManifest(core, segments), keys }
}
