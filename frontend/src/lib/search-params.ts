/** Reads the address bar and forgives nonsense: what cannot be meant is as if it were not there. */
export const text = (params: URLSearchParams, name: string, longest = 200) =>
  (params.get(name) ?? '').trim().slice(0, longest)

export const list = (params: URLSearchParams, name: string, shape: RegExp = /^[\w-]{1,40}$/) =>
  [...new Set(params.getAll(name))].filter((value) => shape.test(value)).slice(0, 50)

export function oneOf<T extends string>(params: URLSearchParams, name: string, allowed: readonly T[]): T | null {
  const value = params.get(name)
  return allowed.find((candidate) => candidate === value) ?? null
}

export const manyOf = <T extends string>(params: URLSearchParams, name: string, allowed: readonly T[]) =>
  allowed.filter((candidate) => params.getAll(name).includes(candidate))

/** A whole number of at least zero. */
export function whole(params: URLSearchParams, name: string): number | null {
  const value = params.get(name) ?? ''
  return /^\d{1,15}$/.test(value) ? Number(value) : null
}

/** A day that the calendar knows. */
export function day(params: URLSearchParams, name: string): string | null {
  const value = params.get(name) ?? ''
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return null
  const read = new Date(`${value}T00:00:00Z`)
  return Number.isNaN(read.getTime()) || !read.toISOString().startsWith(value) ? null : value
}

type Value = string | number | boolean | readonly string[] | null | undefined

/** The shortest address for what was chosen: empty answers leave no trace. */
export function write(values: Record<string, Value>): URLSearchParams {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === undefined || value === '' || value === false) continue
    if (Array.isArray(value)) for (const one of value as readonly string[]) params.append(name, one)
    else params.set(name, String(value))
  }
  return params
}

/** Drops what is empty, so that `exactOptionalPropertyTypes` and the server both see only what was asked. */
export function present<T extends Record<string, unknown>>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) =>
        value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  ) as { [K in keyof T]?: NonNullable<T[K]> }
}
