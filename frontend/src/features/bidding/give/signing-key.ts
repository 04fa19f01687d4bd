import { answer, api } from '../../../lib/api'
import { browserStore } from '../../../lib/browser-store'
import { type Bytes, base64 } from '../../../lib/bytes'

/** The key of this browser by which the body signs; its secret half cannot be taken out of it. */
export interface SigningKey {
  id: string
  privateKey: CryptoKey
}

const store = browserStore<SigningKey>('signing-keys')

/** Which key the account has here, whether or not it signs any more. */
export const keyHere = async (account: string) => (await store.get(account).catch(() => undefined))?.id ?? null

/** The account's key here, if the body still has it on its list. */
async function kept(account: string): Promise<SigningKey | undefined> {
  const key = await store.get(account)
  if (key === undefined) return undefined
  const { items } = await answer(api.GET('/api/me/signing-keys'))
  return items.some(({ id }) => id === key.id) ? key : undefined
}

async function made(account: string): Promise<SigningKey> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
  const publicKey = base64(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)))
  const { id } = await answer(api.POST('/api/me/signing-keys', { body: { publicKey } }))
  const key = { id, privateKey: pair.privateKey }
  await store.put(account, key)
  return key
}

/** The account's key in this browser; made and enrolled when there is none. */
export const signingKey = async (account: string) => (await kept(account)) ?? made(account)

export const sign = async ({ privateKey }: SigningKey, message: Bytes) =>
  base64(new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, message)))
