import { setPlatformNow } from '../../lib/clock'

/** Takes over the platform's time as it comes; an answer of some minutes ago, shown again, would turn the countdown back. */
export function ofNow<T extends { now: string }>(answered: T): T {
  setPlatformNow(new Date(answered.now))
  return answered
}
