import { useCallback } from 'react'
import { useLiveStream } from '../../lib/use-live-stream'
import { KINDS } from './filter'

export interface Arrival {
  inboxId: string
  noticeId: string | null
  /** Null when it is about a membership or the body itself. */
  purchaseId: string | null
  bodyId: string | null
  lotId: string | null
  place: string | null
  title: string
  reasons: string[]
  at: string
}

interface Listener {
  onArrival: (arrival: Arrival) => void
  /** The stream stands, for the first time or again: what came meanwhile must be fetched. */
  onResume: () => void
}

/** The live stream of the inbox. */
export function useInboxStream({ onArrival, onResume }: Listener) {
  const onEvent = useCallback(
    ({ data }: MessageEvent<string>) => {
      const arrival = arrivalOf(data)
      if (arrival !== null) onArrival(arrival)
    },
    [onArrival],
  )
  useLiveStream('/api/me/events', KINDS, { onEvent, onResume })
}

function arrivalOf(data: string): Arrival | null {
  try {
    const read = JSON.parse(data) as Partial<Arrival>
    return typeof read.inboxId === 'string' && typeof read.title === 'string' ? (read as Arrival) : null
  } catch {
    return null
  }
}
