import type { Bytes } from '../../../lib/bytes'
import { SealError } from './fault'
import type { Content, Draft, SealedChunk } from './sealer'
import { seal } from './sealer'
import type { FromWorker, ToWorker } from './sealing'

/** Seals apart from the page, which stays alive meanwhile. */
const post = (message: FromWorker, transfer: Transferable[] = []) => self.postMessage(message, { transfer })

/** Those who wait for the page to take a chunk. */
let taken = () => {}

function give(chunk: SealedChunk) {
  return new Promise<void>((resolve) => {
    taken = resolve
    post({ kind: 'chunk', chunk }, [chunk.bytes.buffer])
  })
}

async function work(draft: Draft, keyset: Bytes, contents: Content[]) {
  try {
    post({ kind: 'sealed', sealed: await seal(draft, keyset, contents, give) })
  } catch (failure) {
    const fault = failure instanceof SealError ? failure.fault : null
    post({ kind: 'failed', fault, message: String(failure) })
  }
}

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'taken') taken()
  else void work(data.draft, data.keyset, data.contents)
})
