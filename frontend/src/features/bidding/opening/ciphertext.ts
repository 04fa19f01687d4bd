import { sha256Hex } from '../../../lib/bytes'
import { CHUNK_SIZE, chunkLength, chunksOf, type Manifest, TAG } from '../seal/manifest'

/** All ciphertext of a bid one after the other, in the order of its manifest: the copy that a bidder keeps. */
export const ciphertextOf = (manifest: Manifest, chunks: Map<string, Blob[]>) =>
  new Blob(manifest.segments.flatMap(({ id }) => chunks.get(id) ?? []))

/** The copy cut into its pieces again, those that are as the manifest says; the others are left out. */
export async function* piecesOf(manifest: Manifest, copy: Blob): AsyncGenerator<{ hash: string; piece: Blob }> {
  let from = 0
  for (const { paddedLen, chunks } of manifest.segments) {
    for (let index = 0; index < chunksOf(paddedLen); index++) {
      const length = Math.min(CHUNK_SIZE, chunkLength(paddedLen, index)) + TAG
      const piece = copy.slice(from, from + length)
      from += length
      const hash = await sha256Hex(new Uint8Array(await piece.arrayBuffer()))
      if (hash === chunks[index]) yield { hash, piece }
    }
  }
}
