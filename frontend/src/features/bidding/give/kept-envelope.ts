import { browserStore } from '../../../lib/browser-store'
import type { Bytes } from '../../../lib/bytes'
import { forget, recall, remember } from '../../../lib/storage'
import { readManifest } from '../seal/manifest'
import { type Envelope, idOf } from './envelope'

/** Sealed bytes and nothing else: neither a key nor a word of the bid. */
interface Kept {
  manifest: Bytes
  chunks: Map<string, Blob[]>
  sealedAt: string
  /** When the lot's box closes, as it was known when it was sealed; what was kept earlier does not say. */
  closesAt?: string | undefined
}

/** An envelope that was sealed here and not given, as it is found again. */
export interface KeptEnvelope {
  envelope: Envelope
  sealedAt: string
  /** Whether the bidder opened it with its recovery file. */
  readBack: boolean
}

const store = browserStore<Kept>('sealed-bids')

/** Of this body alone: another that signs in at the same computer must not see that there is one. */
const place = (organization: string, lot: string) => `${organization}.${lot}`

const readPlace = (organization: string, lot: string) => `read-back.${place(organization, lot)}`

/** A browser that keeps nothing, or has no room, still gives bids: then nothing survives the page. */
const orNothing = async <T>(act: Promise<T>) => {
  try {
    return await act
  } catch {
    return undefined
  }
}

/** In the place of an earlier one of the same body and lot. */
export const keepEnvelope = ({ lot, manifest, bytes, chunks }: Envelope, now: Date, closesAt?: string) =>
  orNothing(
    store.put(place(manifest.core.orgId, lot), { manifest: bytes, chunks, sealedAt: now.toISOString(), closesAt }),
  )

export const rememberReadBack = (envelope: Envelope) =>
  remember(readPlace(envelope.manifest.core.orgId, envelope.lot), idOf(envelope))

/** That one alone: the place may hold a later one. */
export async function forgetEnvelope(envelope: Envelope) {
  const { orgId } = envelope.manifest.core
  const kept = await keptEnvelope(orgId, envelope.lot)
  if (kept === null || idOf(kept.envelope) !== idOf(envelope)) return
  forget(readPlace(orgId, envelope.lot))
  await orNothing(store.remove(place(orgId, envelope.lot)))
}

export async function keptEnvelope(organization: string, lot: string): Promise<KeptEnvelope | null> {
  const kept = await orNothing(store.get(place(organization, lot)))
  if (kept === undefined) return null
  const { manifest: bytes, chunks, sealedAt } = kept
  const manifest = await readManifest(bytes)
  const envelope: Envelope = { lot, manifest, bytes, chunks, recovery: null }
  return { envelope, sealedAt, readBack: recall(readPlace(organization, lot)) === idOf(envelope) }
}

/** Lots for which this body sealed something here. */
export const keptLots = async (organization: string) =>
  ((await orNothing(store.keys())) ?? [])
    .filter((key) => key.startsWith(place(organization, '')))
    .map((key) => key.slice(place(organization, '').length))

/**
 * What can never be given any more does not stay in the browser, whoever sealed it.
 *
 * @param isClosed whether the lot's box is: asked only once its deadline is over by what is known here, for a deadline may have moved
 */
export async function forgetClosed(now: Date, isClosed: (lot: string) => Promise<boolean>) {
  for (const key of (await orNothing(store.keys())) ?? []) {
    const [organization = '', lot = ''] = key.split('.')
    const closesAt = (await orNothing(store.get(key)))?.closesAt
    if (closesAt !== undefined && Date.parse(closesAt) > now.getTime()) continue
    if (!(await isClosed(lot))) continue
    forget(readPlace(organization, lot))
    await orNothing(store.remove(key))
  }
}
