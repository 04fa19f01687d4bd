import { type Bytes, ofBase64 } from '../../lib/bytes'

/** What a document says of itself: nothing in it is trusted to be there, or to be of its kind. */
export type Said = Record<string, unknown>

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** Nothing for what is no JSON object, or has a name twice in one: it could be read in two ways. */
export function members(bytes: Bytes | undefined): Said {
  try {
    const written = decoder.decode(bytes ?? Uint8Array.of())
    const read: unknown = JSON.parse(written)
    return isObject(read) && namesIn(written) === names(read) ? read : {}
  } catch {
    return {}
  }
}

/** Each text of a JSON document, with the colon behind it when it is a name. */
const TEXTS = /"(?:[^"\\]|\\.)*"(\s*:)?/g

const namesIn = (written: string) => [...written.matchAll(TEXTS)].filter(([, colon]) => colon !== undefined).length

function names(read: unknown): number {
  if (typeof read !== 'object' || read === null) return 0
  const own = Array.isArray(read) ? 0 : Object.keys(read).length
  return Object.values(read).reduce<number>((sum, value) => sum + names(value), own)
}

const isObject = (value: unknown): value is Said => typeof value === 'object' && value !== null && !Array.isArray(value)

const member = (said: Said, name: string): unknown => (Object.hasOwn(said, name) ? said[name] : undefined)

export function text(said: Said, name: string): string | null {
  const value = member(said, name)
  return typeof value === 'string' ? value : null
}

/** The bytes of a text in Base64 for addresses; none unless it is the one way in which they are written: no padding, no stray bits. */
export const bytesOf = (said: Said, name: string): Bytes => ofBase64(text(said, name) ?? '') ?? Uint8Array.of()

export function whole(said: Said, name: string): number | null {
  const value = member(said, name)
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null
}

/** Only what is true without doubt. */
export const flag = (said: Said, name: string): boolean => member(said, name) === true

export function within(said: Said, name: string): Said {
  const value = member(said, name)
  return isObject(value) ? value : {}
}

/** The objects of a list; what is no object is left out. */
export function list(said: Said, name: string): Said[] {
  const value = member(said, name)
  return Array.isArray(value) ? value.filter(isObject) : []
}

/** The texts of a list; what is no text is left out. */
export function texts(said: Said, name: string): string[] {
  const value = member(said, name)
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

/** Whether both say the same, in whatever order. */
export function same(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, at) => same(item, other[at]))
  if (isObject(one) && isObject(other)) {
    const names = Object.keys(one)
    return (
      names.length === Object.keys(other).length &&
      names.every((name) => Object.hasOwn(other, name) && same(one[name], other[name]))
    )
  }
  return one === other
}
