import { useEffect, useRef, useState } from 'react'

interface Listener {
  onEvent: (event: MessageEvent<string>) => void
  /** The stream stands, for the first time or again: what came since the page last asked must be fetched. */
  onResume: () => void
}

const FIRST_WAIT_MS = 2_000
const LONGEST_WAIT_MS = 60_000

/**
 * Hears the events of an address while a page shows; answers whether the stream stands. The browser resumes by itself after a short
 * cut (`Last-Event-ID`); a stream that was refused is opened anew, later each time. A hidden page lets go, so that many open tabs do
 * not eat the browser's few connections.
 *
 * @param address null while there is nothing to hear
 * @param names the same array each time
 */
export function useLiveStream(address: string | null, names: readonly string[], { onEvent, onResume }: Listener) {
  const [stands, setStands] = useState(false)
  const listener = useRef({ onEvent, onResume })
  useEffect(() => {
    listener.current = { onEvent, onResume }
  }, [onEvent, onResume])
  useEffect(() => {
    if (address === null) return
    let source: EventSource | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    let wait = FIRST_WAIT_MS
    // Between what the page asked and the stream's first moment something may have come, too.
    let missed = true

    const hear = (event: MessageEvent<string>) => listener.current.onEvent(event)
    const close = () => {
      clearTimeout(timer)
      source?.close()
      source = null
      setStands(false)
    }
    const open = () => {
      close()
      const fresh = new EventSource(address)
      source = fresh
      for (const name of names) fresh.addEventListener(name, hear)
      fresh.addEventListener('open', () => {
        wait = FIRST_WAIT_MS
        setStands(true)
        if (missed) listener.current.onResume()
        missed = false
      })
      fresh.addEventListener('error', () => {
        if (fresh !== source) return
        // The browser resumes only behind an event that it has seen; before the first one there is nothing to resume from.
        missed = true
        setStands(false)
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
        missed = true
      }
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      close()
    }
  }, [address, names])
  return stands
}
