import { useEffect, useRef } from 'react'
import { KINDS } from './filter'

export interface Arrival {
  inboxId: string
  noticeId: string | null
  /** Null when it is about a membership or the body itself. */
  purchaseId: string | null
  bodyId: string | null
  lotId: string | null
  title: string
  reasons: string[]
  at: string
}

interface Listener {
  onArrival: (arrival: Arrival) => void
  /** The stream stands again after a pause: what came meanwhile must be fetched. */
  onResume: () => void
}

const FIRST_WAIT_MS = 2_000
const LONGEST_WAIT_MS = 60_000

/**
 * The live stream of the inbox. The browser resumes by itself after a short cut (`Last-Event-ID`); a stream that was refused is
 * opened anew, later each time. A hidden page lets go, so that many open tabs do not eat the browser's few connections.
 */
export function useInboxStream(on: boolean, { onArrival, onResume }: Listener) {
  const listener = useRef({ onArrival, onResume })
  useEffect(() => {
    listener.current = { onArrival, onResume }
  }, [onArrival, onResume])
  useEffect(() => {
    if (!on) return
    let source: EventSource | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    let wait = FIRST_WAIT_MS
    let broken = false

    const hear = (event: MessageEvent<string>) => {
      const arrival = arrivalOf(event.data)
      if (arrival !== null) listener.current.onArrival(arrival)
    }
    const close = () => {
      clearTimeout(timer)
      source?.close()
      source = null
    }
    const open = () => {
      close()
      const fresh = new EventSource('/api/me/events')
      source = fresh
      for (const kind of KINDS) fresh.addEventListener(kind, hear)
      fresh.addEventListener('open', () => {
        wait = FIRST_WAIT_MS
        if (broken) listener.current.onResume()
        broken = false
      })
      fresh.addEventListener('error', () => {
        if (fresh !== source) return
        // The browser resumes only behind an event that it has seen; before the first one there is nothing to resume from.
        broken = true
        if (fresh.readyState !== EventSource.CLOSED) return
        timer = setTimeout(open, wait)
        wait = Math.min(wait * 2, LONGEST_WAIT_MS)
      })
    }
    const look = () => {
      if (document.visibilityState === 'visible') {
        if (source === null) open()
      } else if (source !== null) {
        close()
        broken = true
      }
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      close()
    }
  }, [on])
}

function arrivalOf(data: string): Arrival | null {
  try {
    const read = JSON.parse(data) as Partial<Arrival>
    return typeof read.inboxId === 'string' && typeof read.title === 'string' ? (read as Arrival) : null
  } catch {
    return null
  }
}
