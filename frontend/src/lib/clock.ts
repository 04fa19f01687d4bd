import { useSyncExternalStore } from 'react'

/** How far the platform's one clock runs ahead of this computer's, in milliseconds. */
let offset = 0
let tick = 0
const listeners = new Set<() => void>()

const ring = () => {
  tick += 1
  for (const listener of listeners) listener()
}

/** The platform's own time, not this computer's: deadlines are counted by it. */
export const platformNow = () => new Date(Date.now() + offset)

/** Takes over the platform's time; a second of travel is not worth a repaint. */
export function setPlatformNow(now: Date) {
  const measured = now.getTime() - Date.now()
  if (Math.abs(measured - offset) < 1000) return
  offset = measured
  ring()
}

let timer: ReturnType<typeof setInterval> | undefined

function subscribe(listener: () => void) {
  listeners.add(listener)
  timer ??= setInterval(ring, 30_000)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) {
      clearInterval(timer)
      timer = undefined
    }
  }
}

/** Now, moving on twice a minute. */
export function useNow(): Date {
  useSyncExternalStore(subscribe, () => tick)
  return platformNow()
}
