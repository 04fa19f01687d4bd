import type { Bytes } from '../../../lib/bytes'
import { type Fault, SealError } from './fault'
import type { Content, Draft, Sealed, SealedChunk } from './sealer'

export type ToWorker = { kind: 'seal'; draft: Draft; keyset: Bytes; contents: Content[] } | { kind: 'taken' }

export type FromWorker =
  | { kind: 'chunk'; chunk: SealedChunk }
  | { kind: 'sealed'; sealed: Sealed }
  | { kind: 'failed'; fault: Fault | null; message: string }

/**
 * Seals in a worker. Each chunk is handed over when the one before was taken, so that never more than one waits in memory; the page goes on
 * meanwhile. An abort ends the worker, and with it all keys it knew.
 */
export function sealApart(
  draft: Draft,
  keyset: Bytes,
  contents: Content[],
  take: (chunk: SealedChunk) => Promise<void> | void,
  signal?: AbortSignal,
): Promise<Sealed> {
  if (signal?.aborted) return Promise.reject(signal.reason)
  const worker = new Worker(new URL('./seal.worker.ts', import.meta.url), { type: 'module' })
  const say = (message: ToWorker) => worker.postMessage(message)
  return new Promise<Sealed>((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
    worker.onerror = ({ message }) => reject(new Error(message))
    worker.onmessage = async ({ data }: MessageEvent<FromWorker>) => {
      if (data.kind === 'sealed') resolve(data.sealed)
      else if (data.kind === 'failed')
        reject(data.fault ? new SealError(data.fault, data.message) : new Error(data.message))
      else {
        try {
          await take(data.chunk)
          say({ kind: 'taken' })
        } catch (refused) {
          reject(refused)
        }
      }
    }
    say({ kind: 'seal', draft, keyset, contents })
  }).finally(() => worker.terminate())
}
