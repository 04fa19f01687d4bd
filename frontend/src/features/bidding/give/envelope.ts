import type { Bytes } from '../../../lib/bytes'
import type { AllocationPart } from '../parts/parts-draft'
import { type Manifest, readManifest } from '../seal/manifest'
import { readBidAgain, recoveryOf } from '../seal/recovery'
import type { Content, Draft } from '../seal/sealer'
import { sealApart } from '../seal/sealing'
import { sendBytes } from '../send-bytes'
import type { CredPart, PricePart, TechPart } from './contents'
import type { Holders } from './proven-holders'
import { mustBeReadable } from './well-formed'

/** A bid that is sealed and lies in this browser and, piece by piece, on the platform. */
export interface Envelope {
  lot: string
  manifest: Manifest
  bytes: Bytes
  /** The ciphertext by segment; the browser keeps it out of memory. */
  chunks: Map<string, Blob[]>
  /** What opens it again; null when the page that sealed it is gone, and the bidder alone has the file. */
  recovery: Bytes | null
}

/** The bid as it was sealed, decrypted again. */
export interface Read {
  price: PricePart
  tech: TechPart
  cred: CredPart
  /** Of a bid that names groups. */
  allocation: AllocationPart | null
  files: { name: string; type: string; blob: Blob }[]
}

export const idOf = ({ manifest }: Envelope) => manifest.core.envelopeId

/** A version 7 id (RFC 9562), as every envelope has. */
export function envelopeId(now: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  for (let place = 0; place < 6; place++) bytes[place] = Math.floor(now / 2 ** (8 * (5 - place))) & 0xff
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Seals apart from the page; `tell` hears how many bytes are done. Fails with {@link Unreadable} before anything is sealed. */
export async function sealed(
  draft: Draft,
  contents: Content[],
  passphrase: string,
  { document }: Holders,
  tell: (bytes: number) => void,
): Promise<Envelope> {
  await mustBeReadable(contents)
  const chunks = new Map<string, Blob[]>(contents.map(({ id }) => [id, []]))
  let bytes = 0
  const made = await sealApart(draft, document, contents, (chunk) => {
    chunks.get(chunk.segment)?.push(new Blob([chunk.bytes]))
    bytes += chunk.bytes.length
    tell(bytes)
  })
  const recovery = await recoveryOf(draft.envelopeId, made, passphrase)
  return { lot: draft.lotId, manifest: await readManifest(made.manifest), bytes: made.manifest, chunks, recovery }
}

/**
 * Opens the envelope with nothing but the saved file and its passphrase: what comes out is what the holders will see. Fails as
 * {@link readBidAgain} does.
 */
export async function openedAgain(envelope: Envelope, file: File, passphrase: string): Promise<Read> {
  const saved = new Uint8Array(await file.arrayBuffer())
  const blobs = await readBidAgain(saved, passphrase, envelope.manifest, async (segment, index) => {
    const chunk = envelope.chunks.get(segment)?.[index] ?? new Blob()
    return new Uint8Array(await chunk.arrayBuffer())
  })
  const parsed = async <T>(id: string) => JSON.parse((await blobs.get(id)?.text()) ?? 'null') as T
  const tech = await parsed<TechPart>('tech')
  return {
    price: await parsed<PricePart>('price'),
    tech,
    cred: await parsed<CredPart>('cred'),
    allocation: await parsed<AllocationPart | null>('allocation'),
    files: tech.attachments.map(({ name, type, segment }) => ({
      name,
      type,
      blob: blobs.get(segment) ?? new Blob(),
    })),
  }
}

/** Sends what the platform does not have yet; `tell` hears the share that is there. */
export async function uploaded(envelope: Envelope, tell: (share: number) => void) {
  const address = `/api/lots/${envelope.lot}/envelopes/${idOf(envelope)}/chunks`
  const there = (await (await sendBytes('GET', address, null)).json()) as { items: string[] }
  const known = new Set(there.items)
  const all = envelope.manifest.segments.flatMap(({ id, chunks }) =>
    chunks.map((hash, index) => ({ hash, blob: envelope.chunks.get(id)?.[index] ?? new Blob() })),
  )
  let done = 0
  for (const { hash, blob } of all) {
    if (!known.has(hash)) await sendBytes('PUT', `${address}/${hash}`, blob)
    done += 1
    tell(done / all.length)
  }
}
