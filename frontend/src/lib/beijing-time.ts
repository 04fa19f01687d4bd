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

/** The end of an office's afternoon. */
export const afternoonOf = (day: string) => `${day}T17:00`

/** Days are counted without zones: `2026-11-30` and 3 give `2026-12-03`. */
export const plusDays = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/** The Monday of the day's week. */
export const mondayOf = (day: string) => plusDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))
