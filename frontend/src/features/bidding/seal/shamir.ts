import { type Bytes, randomBytes } from '../../../lib/bytes'

/** Shamir's sharing of a secret, byte by byte over GF(2^8) with the polynomial of AES; share x is the value at x = 1, 2, ... */

/** Without tables and without branches on the secret. */
export function times(one: number, other: number) {
  let product = 0
  let left = one
  for (let bit = 0; bit < 8; bit++) {
    product ^= -((other >> bit) & 1) & left
    left = ((left << 1) ^ (-(left >> 7) & 0x11b)) & 0xff
  }
  return product
}

/** The 254th power. */
function inverse(value: number) {
  let power = value
  for (let i = 0; i < 6; i++) power = times(times(power, power), value)
  return times(power, power)
}

function valueAt(x: number, coefficients: Bytes[], length: number): Bytes {
  const value = new Uint8Array(length)
  for (const coefficient of coefficients.toReversed()) {
    for (let i = 0; i < length; i++) value[i] = times(value[i] ?? 0, x) ^ (coefficient[i] ?? 0)
  }
  return value
}

/** So that any `k` of `n` shares give the secret, and fewer give nothing. */
export function split(secret: Bytes, k: number, n: number): Bytes[] {
  const coefficients = [secret, ...Array.from({ length: k - 1 }, () => randomBytes(secret.length))]
  return Array.from({ length: n }, (_, place) => valueAt(place + 1, coefficients, secret.length))
}

/** From the shares by their x; with fewer than were asked for it answers noise. */
export function combine(shares: ReadonlyMap<number, Bytes>): Bytes {
  const [first] = shares.values()
  const secret = new Uint8Array(first?.length ?? 0)
  for (const [x, share] of shares) {
    let above = 1
    let below = 1
    for (const other of shares.keys()) {
      if (other === x) continue
      above = times(above, other)
      below = times(below, other ^ x)
    }
    const weight = times(above, inverse(below))
    share.forEach((byte, place) => {
      secret[place] = (secret[place] ?? 0) ^ times(byte, weight)
    })
  }
  return secret
}
