import type { AskedShare } from '../../../api/types'
import type { Bytes } from '../../../lib/bytes'
import { type Fault, SealError } from '../seal/fault'
import type { GivenShare } from './shares'

export interface ToShares {
  file: Bytes
  kid: string
  passphrase: string
  asked: AskedShare[]
}

export type FromShares =
  | { kind: 'done'; done: number }
  | { kind: 'opened'; shares: GivenShare[] }
  | { kind: 'failed'; fault: Fault | null; message: string }

/** Opens shares in a worker, with which the key is gone when it ends; `tell` hears how many are done. */
export function openApart(work: ToShares, tell: (done: number) => void): Promise<GivenShare[]> {
  const worker = new Worker(new URL('./shares.worker.ts', import.meta.url), { type: 'module' })
  return new Promise<GivenShare[]>((resolve, reject) => {
    worker.onerror = ({ message }) => reject(new Error(message))
    worker.onmessage = ({ data }: MessageEvent<FromShares>) => {
      if (data.kind === 'done') tell(data.done)
      else if (data.kind === 'opened') resolve(data.shares)
      else reject(data.fault ? new SealError(data.fault, data.message) : new Error(data.message))
    }
    worker.postMessage(work)
  }).finally(() => worker.terminate())
}
