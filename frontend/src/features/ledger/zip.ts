import type { Bytes } from '../../lib/bytes'

/** The files of a ZIP archive by their path; read from its directory, so that an archive that was written as a stream is read too. */
export type Files = Map<string, Bytes>

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const END_LENGTH = 22
const ENTRY_LENGTH = 46
const LOCAL_LENGTH = 30
const LONGEST_COMMENT = 0xffff
const STORED = 0
const DEFLATED = 8
const MOST_FILES = 40_000
const MOST_BYTES = 256 * 2 ** 20

export const isZip = (bytes: Bytes) => bytes[0] === 0x50 && bytes[1] === 0x4b

/** Null for what is no archive, is damaged or has a path twice. */
export async function unzip(bytes: Bytes): Promise<Files | null> {
  try {
    return await read(bytes)
  } catch {
    return null
  }
}

async function read(bytes: Bytes): Promise<Files | null> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === null) return null
  const many = view.getUint16(end + 10, true)
  if (many === 0 || many > MOST_FILES) return null
  const files: Files = new Map()
  let left = MOST_BYTES
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < many; i++) {
    if (view.getUint32(at, true) !== ENTRY) return null
    const nameLength = view.getUint16(at + 28, true)
    const path = new TextDecoder().decode(bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength))
    const content = await contentAt(bytes, view, at)
    left -= content?.length ?? 0
    if (content === null || left < 0 || files.has(path)) return null
    files.set(path, content)
    at += ENTRY_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return files
}

function endOf(view: DataView): number | null {
  const last = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT)
  for (let at = view.byteLength - END_LENGTH; at >= last; at--) if (view.getUint32(at, true) === END) return at
  return null
}

async function contentAt(bytes: Bytes, view: DataView, entry: number): Promise<Bytes | null> {
  const method = view.getUint16(entry + 10, true)
  const length = view.getUint32(entry + 20, true)
  const local = view.getUint32(entry + 42, true)
  if (view.getUint32(local, true) !== LOCAL) return null
  const from = local + LOCAL_LENGTH + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (from + length > bytes.length) return null
  const packed = bytes.slice(from, from + length)
  if (method === STORED) return packed
  return method === DEFLATED ? inflated(packed) : null
}

/** Stops early: what unpacks to more than a bundle may have is no bundle. */
async function inflated(packed: Bytes): Promise<Bytes | null> {
  const reader = new Response(packed).body?.pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  const parts: Uint8Array[] = []
  let length = 0
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    parts.push(part.value)
    length += part.value.length
    if (length > MOST_BYTES) return null
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
