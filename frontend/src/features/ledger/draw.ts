import { type Bytes, sha256 } from './merkle'
import { utf8 } from './note'
import { hex, ofHex } from './said'

const NUMBER_BYTES = 6
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

export const drawDigest = async (candidates: string[]) =>
  hex(await sha256(utf8(candidates.map((id) => `${id}\n`).join(''))))

export const drawSeed = async (purpose: string, lot: string, round: number, root: string) =>
  hex(await sha256(utf8(`goufu-draw/1|${purpose}|${lot}|${round}|${root}`)))

/** Numbers below a bound; those that would favour some are passed over. */
function numbersOf(seed: Bytes) {
  let counter = 0
  const next = async () => {
    const input = new Uint8Array(seed.length + 8)
    input.set(seed)
    new DataView(input.buffer).setBigUint64(seed.length, BigInt(counter++))
    return (await sha256(input as Bytes)).slice(0, NUMBER_BYTES).reduce((number, byte) => number * 256 + byte, 0)
  }
  return async (bound: number) => {
    const fair = NUMBERS - (NUMBERS % bound)
    let number = await next()
    while (number >= fair) number = await next()
    return number % bound
  }
}
