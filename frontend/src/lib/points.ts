import { narrow } from './narrow'

/** Points are counted in whole hundredths: `1336` is `13.36`. */
export const pointsText = (hundredths: number) =>
  `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`

/** What somebody typed, in hundredths; nothing for what is no number of at most two decimals. */
export function pointsOf(typed: string): number | null {
  const match = /^\s*(\d{1,3})(?:[.。](\d{1,2}))?\s*$/.exec(narrow(typed))
  if (match === null) return null
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}
