import { answer, api } from '../../../lib/api'
import { browserStore } from '../../../lib/browser-store'
import { type Bytes, base64 } from '../../../lib/bytes'

/** The key of this browser by which the body signs; its secret half cannot be taken out of it. */
export interface SigningKey {
  id: string
  privateKey: CryptoKey
}

const store = browserStore<SigningKey>('signing-keys')

/** A browser that keeps nothing, or has no room beside a sealed bid, still signs: then a key lasts as long as the page. */
const unkept = new Map<string, SigningKey>()

const found = async (account: string) => unkept.get(account) ?? (await store.get(account).catch(() => undefined))

/** Which key the account has here, whether or not it signs any more. */
export const keyHere = async (account: string) => (await found(account))?.id ?? null

/** The account's key here, if the body still has it on its list. */
async function kept(account: string): Promise<SigningKey | undefined> {
  const key = await found(account)
  if (key === undefined) return undefined
  const { items } = await answer(api.GET('/api/me/signing-keys'))
  return items.some(({ id }) => id === key.id) ? key : undefined
}

async function made(account: string): Promise<SigningKey> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
  const publicKey = base64(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)))
  const { id } = await answer(api.POST('/api/me/signing-keys', { body: { publicKey } }))
  const key = { id, privateKey: pair.privateKey }
  unkept.delete(account)
  await store.put(account, key).catch(() => unkept.set(account, key))
  return key
}

/** The account's key in this browser; made and enrolled when there is none. */
export const signingKey = async (account: string) => (await kept(account)) ?? made(account)

export const sign = async ({ privateKey }: SigningKey, message: Bytes) =>
  base64(new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, message)))
