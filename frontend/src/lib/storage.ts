/** Small choices that this browser keeps; where storage is closed they last as long as the page. */
const memory = new Map<string, string>()

export function recall(key: string): string | null {
  try {
    return localStorage.getItem(`goufu.${key}`)
  } catch {
    return memory.get(key) ?? null
  }
}

export function remember(key: string, value: string) {
  try {
    localStorage.setItem(`goufu.${key}`, value)
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
