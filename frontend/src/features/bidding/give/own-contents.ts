import type { OwnBid } from '../../../api/types'
import { ownManifest } from '../own-manifest'
import { segmentOf } from '../seal/manifest'
import { readBidAgain } from '../seal/recovery'
import { sendBytes } from '../send-bytes'
import type { Contents } from './sealing-steps'

/** What lies in one of the body's own envelopes, as it was sealed. */
export interface OwnContents extends Contents {
  /** Digest of the text that it answers. */
  noticeHash: string
}

/**
 * Brings the ciphertext of a bid back and opens it here with the file that was saved when it was sealed; `tell` hears the share that is
 * done. Fails as {@link readBidAgain} does.
 */
export async function ownContents(
  { id, lotId }: OwnBid,
  file: File,
  passphrase: string,
  tell: (share: number) => void,
): Promise<OwnContents> {
  const manifest = await ownManifest(id)
  const all = manifest.segments.reduce((sum, { chunks }) => sum + chunks.length, 0)
  let done = 0
  const saved = new Uint8Array(await file.arrayBuffer())
  const blobs = await readBidAgain(saved, passphrase, manifest, async (segment, index) => {
    const hash = segmentOf(manifest, segment).chunks[index]
    const response = await sendBytes('GET', `/api/lots/${lotId}/envelopes/${id}/chunks/${hash}`, null)
    const chunk = new Uint8Array(await response.arrayBuffer())
    done += 1
    tell(done / all)
    return chunk
  })
  const { actingFor, rosterHash, noticeHash } = manifest.core
  return {
    parts: manifest.segments.map((segment) => ({ id: segment.id, blob: blobs.get(segment.id) ?? new Blob() })),
    actingFor,
    rosterHash,
    noticeHash,
  }
}
