/** Hides how long a content is: its length in front, zeros behind, up to a length that Padmé allows. */
export const HEADER = 8
const SHORTEST = 4096

/** As many low bits are zero as the logarithm can spare; in numbers, for a length may have more than 32 bits. */
function padme(length: number) {
  const exponent = Math.floor(Math.log2(length))
  const kept = Math.floor(Math.log2(exponent)) + 1
  const step = 2 ** (exponent - kept)
  return Math.ceil(length / step) * step
}

export const padded = (length: number) => Math.max(SHORTEST, padme(HEADER + length))

export const isPadded = (length: number) => length >= SHORTEST && padme(length) === length

export function header(length: number) {
  const bytes = new Uint8Array(HEADER)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(length))
  return bytes
}
