import { answer, api } from '../../lib/api'
import { type Manifest, readManifest } from './seal/manifest'

/** What the body gave and signed, read from its exact bytes. */
export async function ownManifest(bid: string): Promise<Manifest> {
  const bytes = await answer(
    api.GET('/api/bids/{id}/manifest', { params: { path: { id: bid } }, parseAs: 'arrayBuffer' }),
  )
  return readManifest(new Uint8Array(bytes as unknown as ArrayBuffer))
}
