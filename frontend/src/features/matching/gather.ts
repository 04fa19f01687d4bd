interface Waiting<K, V> {
  key: K
  resolve: (value: V) => void
  reject: (reason: unknown) => void
}

/** Collects what is asked for in one tick and asks the server once per `most`. */
export function gather<K, V>(most: number, ask: (keys: K[]) => Promise<(key: K) => V>) {
  let waiting: Waiting<K, V>[] = []
  const flush = () => {
    const all = waiting
    waiting = []
    for (let from = 0; from < all.length; from += most) {
      const part = all.slice(from, from + most)
      ask(part.map(({ key }) => key)).then(
        (find) => {
          for (const { key, resolve } of part) resolve(find(key))
        },
        (reason: unknown) => {
          for (const { reject } of part) reject(reason)
        },
      )
    }
  }
  return (key: K) =>
    new Promise<V>((resolve, reject) => {
      if (waiting.length === 0) setTimeout(flush, 0)
      waiting.push({ key, resolve, reject })
    })
}
