import { type Bytes, ofBase64, utf8 } from '../../../lib/bytes'
import { malformed } from './fault'

/** Values as envelopes are written: whole numbers, ASCII without escapes, sorted keys, no spaces (a part of RFC 8785). */
export type Value = number | string | Value[] | { [name: string]: Value }

const PLAIN = /^[ !#-[\]-~]*$/
const HASH = /^[0-9a-f]{64}$/
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const MOST_DIGITS = 999_999_999_999_999

const written = (value: Value): string => {
  if (typeof value === 'number') {
    if (!Number.isInteger(value) || value < 0 || value > MOST_DIGITS || Object.is(value, -0))
      throw malformed('a number')
    return String(value)
  }
  if (typeof value === 'string') {
    if (!PLAIN.test(value)) throw malformed('a text')
    return `"${value}"`
  }
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`
  if (value === null || typeof value !== 'object') throw malformed('a value')
  const fields = Object.keys(value).sort()
  return `{${fields.map((name) => `${written(name)}:${written(value[name] as Value)}`).join(',')}}`
}

export const write = (value: Value): Bytes => utf8(written(value))

/** What is not written in the one way is not read: one look at what it would be written as. */
export function read(bytes: Uint8Array): Value {
  const text = new TextDecoder('latin1').decode(bytes)
  let value: Value
  try {
    value = JSON.parse(text) as Value
  } catch {
    throw malformed('not JSON')
  }
  if (written(value) !== text) throw malformed('not in its one form')
  return value
}

/** Reads one object to the letter: every field that must be there, none besides, each of its form. */
export class Fields {
  private readonly values: Record<string, Value>

  constructor(value: Value, required: string[], optional: string[] = []) {
    if (typeof value !== 'object' || Array.isArray(value)) throw malformed('not an object')
    const names = Object.keys(value)
    if (!required.every((name) => names.includes(name))) throw malformed('a field is missing')
    if (!names.every((name) => required.includes(name) || optional.includes(name))) throw malformed('an unknown field')
    this.values = value
  }

  has(name: string) {
    return name in this.values
  }

  is(name: string, wanted: Value) {
    if (this.values[name] !== wanted) throw malformed(name)
  }

  text(name: string, form: RegExp): string {
    const text = this.values[name]
    if (typeof text !== 'string' || !form.test(text)) throw malformed(name)
    return text
  }

  hash(name: string) {
    return this.text(name, HASH)
  }

  id(name: string) {
    return this.text(name, ID)
  }

  number(name: string, least: number, most: number): number {
    const number = this.values[name]
    if (typeof number !== 'number' || number < least || number > most) throw malformed(name)
    return number
  }

  bytes(name: string, least: number, most: number): Bytes {
    const bytes = ofBase64(this.text(name, PLAIN))
    if (bytes === null || bytes.length < least || bytes.length > most) throw malformed(name)
    return bytes
  }

  list<T>(name: string, least: number, most: number, item: (value: Value) => T): T[] {
    const items = this.values[name]
    if (!Array.isArray(items) || items.length < least || items.length > most) throw malformed(name)
    return items.map(item)
  }
}

const itemOf = (form: RegExp) => (value: Value) => {
  if (typeof value !== 'string' || !form.test(value)) throw malformed('an item')
  return value
}

export const hashItem = itemOf(HASH)
export const idItem = itemOf(ID)
