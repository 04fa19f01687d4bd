import type { Bytes } from '../../lib/bytes'

/** Whether the signature, ECDSA over P-256 with SHA-256 by which bodies sign, was made over exactly these bytes; false for what is none. */
export async function isSigned(message: Bytes, signature: Bytes, point: Bytes): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('raw', point, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify'])
    return await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature, message)
  } catch {
    return false
  }
}
