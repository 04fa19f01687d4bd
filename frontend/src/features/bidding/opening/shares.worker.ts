import { SealError } from '../seal/fault'
import type { FromShares, ToShares } from './open-apart'
import { keyOf, openShares } from './shares'

/** Opens shares apart from the page; the key never leaves this worker. */
const post = (message: FromShares) => self.postMessage(message)

self.addEventListener('message', async ({ data }: MessageEvent<ToShares>) => {
  try {
    const keys = await keyOf(data.file, data.kid, data.passphrase)
    post({ kind: 'opened', shares: await openShares(keys, data.asked, (done) => post({ kind: 'done', done })) })
  } catch (failure) {
    const fault = failure instanceof SealError ? failure.fault : null
    post({ kind: 'failed', fault, message: String(failure) })
  }
})
