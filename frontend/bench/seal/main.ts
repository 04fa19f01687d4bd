import { hex, sha256 } from '../../src/features/bidding/seal/bytes'
import { newKeyPair } from '../../src/features/bidding/seal/hpke'
import { writeKeyset } from '../../src/features/bidding/seal/keyset'
import { readManifest } from '../../src/features/bidding/seal/manifest'
import { openContent } from '../../src/features/bidding/seal/opener'
import { sealApart } from '../../src/features/bidding/seal/sealing'

/** Seals a price and one large attachment to three holders, and opens the attachment again from the bidder's own key. */
async function run(megabytes: number) {
  const content = new Uint8Array(megabytes * 1_000_000)
  for (let at = 0; at < content.length; at += 65_536) crypto.getRandomValues(content.subarray(at, at + 65_536))
  const keys = await Promise.all([newKeyPair(), newKeyPair(), newKeyPair()])
  const members = keys.map(({ kid, publicKey }) => ({ kid, pub: publicKey }))
  const keyset = writeKeyset({
    groups: [
      { id: 'department', k: 1, members: members.slice(0, 2) },
      { id: 'platform', k: 1, members: members.slice(2) },
    ],
  })
  const draft = {
    envelopeId: '019ac000-0000-7000-8000-000000000001',
    lotId: '019ac000-0000-7000-8000-000000000002',
    noticeHash: '1'.repeat(64),
    orgId: '019ac000-0000-7000-8000-000000000003',
    actingFor: [],
    rosterHash: '2'.repeat(64),
  }
  const contents = [
    { id: 'price', blob: new Blob(['{"priceFen":9800000}']) },
    { id: 'att-1', blob: new Blob([content]) },
  ]
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let longest = 0
  let last = performance.now()
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 10)
  const start = performance.now()
  const { manifest, keys: made } = await sealApart(draft, keyset, contents, ({ segment, bytes }) => {
    if (segment === 'att-1') chunks.push(bytes)
  })
  const sealed = performance.now() - start
  clearInterval(beat)
  const cek = made.find(({ id }) => id === 'att-1')?.cek
  if (cek === undefined) throw new Error('no key')
  const opening = performance.now()
  const opened: Uint8Array<ArrayBuffer>[] = []
  const parts = openContent(await readManifest(manifest), 'att-1', cek, (index) => chunks[index] ?? new Uint8Array())
  for await (const part of parts) opened.push(part)
  const read = performance.now() - opening
  const whole = new Uint8Array(await new Blob(opened).arrayBuffer())
  const same = hex(await sha256(whole)) === hex(await sha256(content))
  return { sealed, read, longest, manifest: manifest.length, same }
}

Object.assign(window, { run })
