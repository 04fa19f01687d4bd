import { type Bytes, ofHex, sha256, sha256Hex, utf8 } from './bytes'

const NUMBER_BYTES = 6
const COUNTER_BYTES = 8
const NUMBERS = 2 ** (8 * NUMBER_BYTES)

/** A draw as anybody can repeat it: Fisher and Yates over the sorted candidates, with numbers from a seed (backend/docs/bundle.md). */
export async function drawOrder(candidates: string[], seed: string): Promise<string[]> {
  if (!/^([0-9a-f]{2})+$/.test(seed)) return []
  const order = [...new Set(candidates)].sort()
  const numbers = numbersOf(ofHex(seed))
  for (let at = order.length - 1; at > 0; at--) {
    const other = await numbers(at + 1)
    const moved = order[at] as string
    order[at] = order[other] as string
    order[other] = moved
  }
  return order
}

export const drawDigest = (candidates: string[]) => sha256Hex(utf8(candidates.map((id) => `${id}\n`).join('')))

export const drawSeed = (purpose: string, lot: string, round: number, root: string) =>
  sha256Hex(utf8(`goufu-draw/1|${purpose}|${lot}|${round}|${root}`))

/** Numbers below a bound; those that would favour some are passed over. */
function numbersOf(seed: Bytes) {
  let counter = 0
  const next = async () => {
    const count = new Uint8Array(COUNTER_BYTES)
    new DataView(count.buffer).setBigUint64(0, BigInt(counter++))
    return (await sha256(seed, count)).slice(0, NUMBER_BYTES).reduce((number, byte) => number * 256 + byte, 0)
  }
  return async (bound: number) => {
    const fair = NUMBERS - (NUMBERS % bound)
    let number = await next()
    while (number >= fair) number = await next()
    return number % bound
  }
}
