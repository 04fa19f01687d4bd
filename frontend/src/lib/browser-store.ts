/** What this browser keeps of larger things than a text, in IndexedDB; the keys of each kind are its owner's. */
const DATABASE = 'goufu'
const KINDS = ['signing-keys', 'sealed-bids'] as const

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, KINDS.length)
    request.onupgradeneeded = () => {
      const there = request.result.objectStoreNames
      for (const kind of KINDS) if (!there.contains(kind)) request.result.createObjectStore(kind)
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

async function asked<T>(
  kind: (typeof KINDS)[number],
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await opened()
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(kind, mode)
      const request = act(transaction.objectStore(kind))
      // Whether there was room is known when the whole is written.
      transaction.oncomplete = () => resolve(request.result)
      transaction.onerror = () => reject(transaction.error)
      transaction.onabort = () => reject(transaction.error)
    })
  } finally {
    database.close()
  }
}

export const browserStore = <T>(kind: (typeof KINDS)[number]) => ({
  get: (key: string) => asked<T | undefined>(kind, 'readonly', (store) => store.get(key)),
  put: (key: string, value: T) => asked(kind, 'readwrite', (store) => store.put(value, key)),
  keys: async () => (await asked(kind, 'readonly', (store) => store.getAllKeys())).map(String),
  remove: (key: string) => asked(kind, 'readwrite', (store) => store.delete(key)),
})
