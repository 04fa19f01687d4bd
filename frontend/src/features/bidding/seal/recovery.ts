import { type Bytes, sha256Hex } from '../../../lib/bytes'
import { SealError } from './fault'
import { type Manifest, manifestHash } from './manifest'
import { openContent } from './opener'
import { openRecovery, readSecretFile, writeRecovery } from './passphrase-file'
import type { Sealed } from './sealer'

/** The bidder's own remedy (security.md 3.6): with it the bid opens also when holders fail. */
export const recoveryOf = async (envelopeId: string, { manifest, keys }: Sealed, passphrase: string) =>
  writeRecovery({ envelopeId, manifestHash: await sha256Hex(manifest), keys }, passphrase)

/** Where the ciphertext of a segment lies: on this computer, or at the server. */
export type ChunkAt = (segment: string, index: number) => Promise<Bytes> | Bytes

/**
 * The contents of a sealed bid, decrypted again from the file that the bidder saved and nothing else: what he is shown before he submits is
 * what was sealed, and the file is proved to open it.
 *
 * Fails with PASSPHRASE, with MALFORMED for another kind of file or another envelope's, and with CHUNK, CONTENT, COMMIT or PADDING for
 * what is not as it was sealed.
 */
export async function readBidAgain(
  file: Uint8Array,
  passphrase: string,
  manifest: Manifest,
  chunkAt: ChunkAt,
): Promise<Map<string, Blob>> {
  const recovery = await openRecovery(readSecretFile(file), passphrase)
  if (recovery.envelopeId !== manifest.core.envelopeId || recovery.manifestHash !== (await manifestHash(manifest))) {
    throw new SealError('MALFORMED', 'the file is of another bid')
  }
  const contents = new Map<string, Blob>()
  for (const { id } of manifest.segments) {
    const key = recovery.keys.find((one) => one.id === id)
    if (key === undefined) throw new SealError('MALFORMED', `no key of ${id}`)
    const parts: Bytes[] = []
    for await (const part of openContent(manifest, id, key.cek, (index) => chunkAt(id, index))) parts.push(part)
    contents.set(id, new Blob(parts))
  }
  return contents
}
