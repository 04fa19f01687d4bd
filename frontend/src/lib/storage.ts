/** Small choices that this browser keeps; where storage is closed, or full, they last as long as the page. */
const memory = new Map<string, string>()

export function recall(key: string): string | null {
  // What found no room is newer than what was kept before it.
  const unkept = memory.get(key)
  try {
    return unkept ?? localStorage.getItem(`goufu.${key}`)
  } catch {
    return null
  }
}

export function remember(key: string, value: string) {
  try {
    localStorage.setItem(`goufu.${key}`, value)
    memory.delete(key)
  } catch {
    memory.set(key, value)
  }
}

export function forget(key: string) {
  memory.delete(key)
  try {
    localStorage.removeItem(`goufu.${key}`)
  } catch {
    // It was never there.
  }
}
