import { useEffect } from 'react'
import { answer, api } from '../../../lib/api'
import { platformNow } from '../../../lib/clock'
import { hasStatus } from '../../../lib/problem'
import { forgetClosed } from './kept-envelope'

/** Only where the platform says so: who cannot be asked now is asked when the app is opened the next time. */
const isClosed = async (lot: string) => {
  try {
    return !(await answer(api.GET('/api/lots/{id}/bidding', { params: { path: { id: lot } } }))).open
  } catch (refused) {
    return hasStatus(refused, 404)
  }
}

/** Sealed bids that were never given leave this browser when their lot's box has closed, without anybody's visiting the page again. */
export function ForgetClosed() {
  useEffect(() => {
    void forgetClosed(platformNow(), isClosed)
  }, [])
  return null
}
