import { narrow } from '../../../lib/narrow'

/** Shares are whole hundredths of a percent, so that they sum exactly. */
export const WHOLE = 10_000

/** Reads a percentage as people type it (`32.5`, `32.5%`); undefined when it is none, or has more than two decimals. */
export function pointsOf(typed: string): number | undefined {
  const [, whole, decimals = ''] = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(narrow(typed).replace(/[%\s]/g, '')) ?? []
  if (whole === undefined) return undefined
  const points = Number(whole) * 100 + Number(decimals.padEnd(2, '0'))
  return points <= WHOLE ? points : undefined
}

/** `32.5`, as it stands in a field. */
export const typedShare = (points: number) => String(points / 100)

export const shareWords = (points: number) => `${points / 100}%`

/**
 * Divides a price by the largest remainder: the amounts sum to it to the fen, as the opening recomputes them. The shares must be the
 * whole.
 */
export function divided(priceFen: number, shares: number[]): number[] {
  const exact = shares.map((share) => BigInt(priceFen) * BigInt(share))
  const amounts = exact.map((product) => product / BigInt(WHOLE))
  const left = Number(BigInt(priceFen) - amounts.reduce((sum, amount) => sum + amount, 0n))
  const places = exact
    .map((product, place) => ({ place, rest: product % BigInt(WHOLE) }))
    .sort((one, other) => (one.rest === other.rest ? one.place - other.place : one.rest < other.rest ? 1 : -1))
  const more = new Set(places.slice(0, left).map(({ place }) => place))
  return amounts.map((amount, place) => Number(amount) + (more.has(place) ? 1 : 0))
}
