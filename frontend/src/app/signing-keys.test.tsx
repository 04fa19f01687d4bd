import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { IDBFactory } from 'fake-indexeddb'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test, vi } from 'vitest'
import type { KnownKey, Me } from '../api/types'
import { browserStore } from '../lib/browser-store'
import { base64, hex, randomBytes, sha256 } from '../lib/bytes'
import { STAFF } from '../test/fixtures'
import { testLedger } from '../test/ledger'
import { renderPage } from '../test/render-page'
import { server, signedIn } from '../test/server'

const AGENT: Me = { ...STAFF, account: { ...STAFF.account, roles: ['ORGANIZATION_AGENT'] } }
const POINT = randomBytes(65)
const ENROLLED = { kind: 'SIGNING_KEY_ENROLLED', subject: 'k1', body: 'f1', pub: base64(POINT) }

const key = async (more: Partial<KnownKey> = {}): Promise<KnownKey> => ({
  id: 'k1',
  holder: '林小满',
  own: false,
  fingerprint: hex(await sha256(POINT)),
  enrolledAt: '2026-11-20T01:00:00Z',
  revokedAt: null,
  holds: true,
  enrolment: 0,
  revocation: null,
  bids: 2,
  agreements: 1,
  ...more,
})

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()))

async function shows(one: KnownKey, receipts: { enrolment: string | null; revocation: string | null }) {
  signedIn(AGENT)
  server.use(
    http.get('/api/me/signing-keys/history', () => HttpResponse.json({ items: [one] })),
    http.get('/api/me/signing-keys/:id/receipts', () => HttpResponse.json(receipts)),
  )
  renderPage('/keys')
  return within(await screen.findByRole('region', { name: '所有钥匙' }))
}

test('a key is shown with its holder, what it signed, and its entry as this browser proved it', async () => {
  await browserStore('signing-keys').put(AGENT.account.id, { id: 'k1' })
  const entered = await testLedger()
  const list = await shows(await key(), { enrolment: await entered(ENROLLED), revocation: null })
  expect(list.getByText('林小满')).toBeTruthy()
  expect(list.getByText('签过 2 份响应文件、1 份联合体协议')).toBeTruthy()
  expect(await list.findByText('在这个浏览器里')).toBeTruthy()
  expect(await list.findByText('存证账本第 1 条，已在这个浏览器里核对')).toBeTruthy()
  expect(screen.getByRole('heading', { name: '有一把谁也不认识，怎么办' })).toBeTruthy()
})

const OTHERS: [string, Record<string, unknown>][] = [
  ['another body', { body: 'f2' }],
  ['another key', { subject: 'k2' }],
  ['another point', { pub: base64(randomBytes(65)) }],
  ['another act', { kind: 'SIGNING_KEY_REVOKED' }],
]

test.each(OTHERS)('a receipt of %s proves nothing', async (_, other) => {
  const entered = await testLedger()
  const list = await shows(await key(), { enrolment: await entered({ ...ENROLLED, ...other }), revocation: null })
  expect(await list.findByText(/^与存证账本对不上/)).toBeTruthy()
})

test('a receipt that another ledger signed, or of another place, proves nothing', async () => {
  const foreign = await (await testLedger())(ENROLLED)
  await testLedger()
  const list = await shows(await key(), { enrolment: foreign, revocation: null })
  expect(await list.findByText(/^与存证账本对不上/)).toBeTruthy()
})

test('a receipt of another place proves nothing', async () => {
  const entered = await testLedger()
  const list = await shows(await key({ enrolment: 7 }), { enrolment: await entered(ENROLLED), revocation: null })
  expect(await list.findByText(/^与存证账本对不上/)).toBeTruthy()
})

test('a key that no list has is named, and so is one that the ledger does not have', async () => {
  const list = await shows(
    await key({ holder: null, holds: false, fingerprint: null, enrolledAt: null, enrolment: null }),
    {
      enrolment: null,
      revocation: null,
    },
  )
  expect(list.getByText(/^平台的登记里没有这一把/)).toBeTruthy()
  expect(await list.findByText('存证账本里没有记下')).toBeTruthy()
  expect(list.queryByRole('button', { name: '停用' })).toBeNull()
})

test('a key that nobody knows is revoked after asking once more', async () => {
  const entered = await testLedger()
  const list = await shows(await key(), { enrolment: await entered(ENROLLED), revocation: null })
  let revoked = ''
  const ended = await key({ holds: false, revokedAt: '2026-11-21T01:00:00Z', revocation: 0 })
  const revocation = await entered({ ...ENROLLED, kind: 'SIGNING_KEY_REVOKED' })
  const enrolment = await entered(ENROLLED)
  server.use(
    http.delete('/api/me/signing-keys/:id', ({ params }) => {
      revoked = String(params.id)
      server.use(
        http.get('/api/me/signing-keys/history', () => HttpResponse.json({ items: [ended] })),
        http.get('/api/me/signing-keys/:id/receipts', () => HttpResponse.json({ enrolment, revocation })),
      )
      return new HttpResponse(null, { status: 204 })
    }),
  )
  fireEvent.click(list.getByRole('button', { name: '停用' }))
  const dialog = within(await screen.findByRole('dialog', { name: '停用“林小满”的签名钥匙？' }))
  fireEvent.click(dialog.getByRole('button', { name: '停用' }))
  await waitFor(() => expect(revoked).toBe('k1'))
  expect(await list.findByText(/2026年11月21日.* 停用/)).toBeTruthy()
  await waitFor(() => expect(list.getAllByText('存证账本第 1 条，已在这个浏览器里核对')).toHaveLength(2))
  expect(list.queryByRole('button', { name: '停用' })).toBeNull()
})
