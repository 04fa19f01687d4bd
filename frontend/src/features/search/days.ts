const DAY_MS = 24 * 60 * 60_000
const SHANGHAI_MS = 8 * 60 * 60_000

/** The calendar day in Shanghai, so many days from now, as `YYYY-MM-DD`. */
export const daysFrom = (now: Date, days: number) =>
  new Date(now.getTime() + SHANGHAI_MS + days * DAY_MS).toISOString().slice(0, 10)
