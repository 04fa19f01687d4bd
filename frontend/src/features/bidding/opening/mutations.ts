import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, api, done } from '../../../lib/api'
import type { Bytes } from '../../../lib/bytes'
import { base64 } from '../../../lib/bytes'
import { ownManifest } from '../own-manifest'
import { SealError } from '../seal/fault'
import { manifestHash } from '../seal/manifest'
import { openRecovery, readSecretFile } from '../seal/passphrase-file'
import { sendBytes } from '../send-bytes'
import { checkBox, type Proved } from './chain'
import { piecesOf } from './ciphertext'
import { openApart } from './open-apart'
import { holdersOf, openingOf } from './queries'
import { OTHER_KEY } from './shares'

function useStep<V, R>(lot: string, step: (values: V) => Promise<R>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: step,
    onSettled: () => queries.invalidateQueries({ queryKey: openingOf(lot).queryKey }),
  })
}

const at = (lot: string) => ({ params: { path: { id: lot } } })

export const useBegin = (lot: string) => useStep(lot, () => answer(api.POST('/api/lots/{id}/opening', at(lot))))

export const useBeginPrices = (lot: string) =>
  useStep(lot, () => answer(api.POST('/api/lots/{id}/opening/prices', at(lot))))

export const useGoWithout = (lot: string) =>
  useStep(lot, (reason: string) => answer(api.POST('/api/lots/{id}/opening/absence', { ...at(lot), body: { reason } })))

/** From now on bids are sealed to those who hold the keys of today. */
export function useReplaceHolders(lot: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => answer(api.POST('/api/lots/{id}/keyset/replacement', at(lot))),
    onSettled: () => queries.invalidateQueries({ queryKey: holdersOf(lot).queryKey }),
  })
}

interface Key {
  file: File
  passphrase: string
  tell: (share: number) => void
}

/** Opens all shares of the stage in a worker with the key of a file, one of these, and gives them together. */
export const useGiveShares = (lot: string, keys: string[]) =>
  useStep(lot, async ({ file, passphrase, tell }: Key) => {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const kid = readSecretFile(bytes).about
    if (!keys.includes(kid)) throw new SealError('SHARE', OTHER_KEY)
    const asked = { params: { ...at(lot).params, query: { kid } } }
    const { items } = await answer(api.GET('/api/lots/{id}/opening/shares', asked))
    const shares = await openApart({ file: bytes, kid, passphrase, asked: items }, (count) =>
      tell(items.length === 0 ? 1 : count / items.length),
    )
    await done(api.POST('/api/lots/{id}/opening/shares', { ...asked, body: shares }))
    return shares.filter(({ value }) => value === null).length
  })

/** Makes the chain of the box again in this browser; says so when the bid lies in it as it was given. */
export const useCheckSeal = (lot: string, proved: Proved) =>
  useStep(lot, async (own: string) => {
    const box = await answer(api.GET('/api/lots/{id}/opening/seal', at(lot)))
    const fault = await checkBox(box, lot, own, proved)
    if (fault === null)
      await done(api.POST('/api/lots/{id}/opening/seal', { ...at(lot), body: { whole: true, objection: null } }))
    return { fault, events: box.items.length, receipt: box.receipt }
  })

export const useObject = (lot: string) =>
  useStep(lot, (objection: string) =>
    done(api.POST('/api/lots/{id}/opening/seal', { ...at(lot), body: { whole: false, objection } })),
  )

/** Gives the keys of this stage's segments from the file that the bidder kept. */
export const useGiveKeys = (lot: string, opens: (segment: string) => boolean) =>
  useStep(lot, async ({ bid, file, passphrase }: { bid: string; file: Bytes; passphrase: string }) => {
    const manifest = await ownManifest(bid)
    const recovery = await openRecovery(readSecretFile(file), passphrase)
    if (recovery.manifestHash !== (await manifestHash(manifest))) throw new SealError('MALFORMED', 'of another bid')
    const keys = recovery.keys.filter(({ id }) => opens(id)).map(({ id, cek }) => ({ segment: id, key: base64(cek) }))
    await done(api.POST('/api/bids/{id}/remedy', { params: { path: { id: bid } }, body: { keys } }))
  })

/** Presents all pieces of the copy that the bidder kept; answers how many there were. */
export const usePresent = (lot: string) =>
  useStep(lot, async ({ bid, copy }: { bid: string; copy: Blob }) => {
    let count = 0
    for await (const { hash, piece } of piecesOf(await ownManifest(bid), copy)) {
      await sendBytes('PUT', `/api/bids/${bid}/chunks/${hash}`, piece)
      count += 1
    }
    if (count === 0) throw new SealError('CHUNK', 'no piece of this bid')
    await done(api.POST('/api/bids/{id}/remedy', { params: { path: { id: bid } }, body: { keys: [] } }))
    return count
  })
