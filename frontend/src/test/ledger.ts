import { HttpResponse, http } from 'msw'
import { keysetHash, type Member, writeKeyset } from '../features/bidding/seal/keyset'
import { leafHash } from '../features/ledger/merkle'
import { commitmentOf, type Receipt, readReceipt } from '../features/ledger/receipt'
import { type Bytes, base64, hex, joined, sha256, utf8 } from '../lib/bytes'
import { server } from './server'

const NAME = 'ledger.test'
const SALT = new Uint8Array(32)

const plain64 = (bytes: Bytes) => btoa(String.fromCharCode(...bytes))

/** Enters an act and answers its receipt. */
type Entered = (act: Record<string, unknown>) => Promise<string>

/** A ledger of one entry for each act, whose key this site names. */
export async function testLedger(): Promise<Entered> {
  const { privateKey, publicKey } = (await crypto.subtle.generateKey('Ed25519', true, [
    'sign',
    'verify',
  ])) as CryptoKeyPair
  const typed = joined(new Uint8Array([1]), new Uint8Array(await crypto.subtle.exportKey('raw', publicKey)))
  const id = (await sha256(utf8(`${NAME}\n`), typed)).slice(0, 4)
  server.use(http.get('/api/ledger/key', () => new HttpResponse(`${NAME}+${hex(id)}+${plain64(typed)}\n`)))
  return async (act: Record<string, unknown>) => {
    const written = utf8(JSON.stringify(act))
    const root = await leafHash(await commitmentOf({ salt: SALT, act: written } as Receipt))
    const head = `${NAME}\n1\n${plain64(root)}\n`
    const signature = new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, utf8(head)))
    const extra = plain64(joined(SALT, written))
    return `c2sp.org/tlog-proof@v1\nextra ${extra}\nindex 0\n\n${head}\n— ${NAME} ${plain64(joined(id, signature))}\n`
  }
}

const commitment = async (receipt: string) => hex(await commitmentOf(readReceipt(receipt) as Receipt))

/** Every key of a lot stands in the ledger as one of the department's, and the document that names them. */
export async function keysStand(entered: Entered, lot: string, department: string, ...members: Member[]) {
  const items = await Promise.all(
    members.map(async ({ kid, pub }) => ({
      group: 'department',
      kid,
      receipt: await entered({ kind: 'KEY_ENROLLED', group: 'department', kid, pub: base64(pub), department }),
    })),
  )
  const rests = await Promise.all(items.map(({ receipt }) => commitment(receipt)))
  const document = await keysetHash(writeKeyset({ groups: [{ id: 'department', k: 1, members }] }))
  const stand = async (said: Record<string, unknown>) => {
    const keyset = await entered({ kind: 'KEYSET_FROZEN', lot, keyset: document, rests, ...said })
    server.use(
      http.get(`/api/lots/${lot}/keyset/receipts`, () =>
        HttpResponse.json({ keyset, items, total: items.length, next: null }),
      ),
    )
  }
  await stand({})
  return {
    /** The document was frozen after the first key was revoked. */
    revoked: async () =>
      stand({ rests: [await commitment(await entered({ kind: 'KEY_REVOKED' })), ...rests.slice(1)] }),
    /** Another document was entered. */
    other: () => stand({ keyset: '0'.repeat(64) }),
  }
}
