export type Bytes = Uint8Array<ArrayBuffer>

export const HASH_LENGTH = 32

const encoder = new TextEncoder()

export const utf8 = (text: string): Bytes => encoder.encode(text)

export function joined(...parts: Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

export const sha256 = async (...parts: Bytes[]): Promise<Bytes> => {
  const [only] = parts
  const whole = parts.length === 1 && only !== undefined ? only : joined(...parts)
  return new Uint8Array(await crypto.subtle.digest('SHA-256', whole))
}

export const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** No bytes for what is not written so. */
export const ofHex = (digits: string): Bytes =>
  /^([0-9a-f]{2})*$/.test(digits)
    ? Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
    : new Uint8Array()

export const sha256Hex = async (...parts: Bytes[]) => hex(await sha256(...parts))

export const randomBytes = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))

/** Base64 for addresses, without padding. */
export const base64 = (bytes: Uint8Array) =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** Null unless it is the one way in which these bytes are written. */
export function ofBase64(text: string): Bytes | null {
  try {
    const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0))
    return base64(bytes) === text ? bytes : null
  } catch {
    return null
  }
}

/** As receipts and keys are written, with the letters of RFC 4648 section 4 and padding; null unless it is the one way to write these bytes. */
export function ofPlainBase64(text: string): Bytes | null {
  try {
    const letters = atob(text)
    return btoa(letters) === text ? Uint8Array.from(letters, (letter) => letter.charCodeAt(0)) : null
  } catch {
    return null
  }
}

export function xorInto(sum: Bytes, other: Bytes) {
  other.forEach((byte, place) => {
    sum[place] = (sum[place] ?? 0) ^ byte
  })
}
