import { type Bytes, base64, ofBase64, utf8 } from './bytes'

/** No receipt is longer. */
const MOST_BYTES = 1 << 18

/** A text that travels in an address, as short as a phone's camera wants it. */
export async function packed(text: string): Promise<string> {
  const small = new Response(utf8(text)).body?.pipeThrough(new CompressionStream('deflate-raw'))
  return base64(new Uint8Array(await new Response(small).arrayBuffer()))
}

/** Null for what was not packed so, and for what unpacks to more than any receipt. */
export async function unpacked(text: string): Promise<string | null> {
  const bytes = ofBase64(text)
  if (bytes === null || bytes.length === 0) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await inflated(bytes))
  } catch {
    return null
  }
}

async function inflated(bytes: Bytes): Promise<Uint8Array> {
  const reader = new Response(bytes).body?.pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  const whole = new Uint8Array(MOST_BYTES)
  let length = 0
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    if (length + part.value.length > MOST_BYTES) throw new RangeError('too long')
    whole.set(part.value, length)
    length += part.value.length
  }
  return whole.subarray(0, length)
}
