/** `2026-12-15T17:00`, as the native control writes it, always meant in Beijing. */
const ZONE = 'Asia/Shanghai'
const HOURS_AHEAD = '+08:00'
const DAY_MS = 24 * 60 * 60_000

export const instantOf = (local: string): string | null =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(local) ? new Date(`${local.slice(0, 16)}:00${HOURS_AHEAD}`).toISOString() : null

export function localOf(instant: string | null): string {
  if (instant === null) return ''
  return new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'short' })
    .format(new Date(instant))
    .replace(' ', 'T')
}

/** That many days from now at 17:00, moved off a weekend; whether it is a holiday, the server's calendar knows. */
export function afternoonIn(days: number, now: Date): string {
  const moment = new Date(now.getTime() + days * DAY_MS)
  const weekday = new Date(`${localOf(moment.toISOString()).slice(0, 10)}T00:00:00Z`).getUTCDay()
  const roll = weekday === 6 ? 2 : weekday === 0 ? 1 : 0
  const day = localOf(new Date(moment.getTime() + roll * DAY_MS).toISOString()).slice(0, 10)
  return `${day}T17:00`
}
