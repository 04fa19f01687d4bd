import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test, vi } from 'vitest'
import type { HolderKey } from '../api/types'
import { kidOf, newKeyPair, sealTo } from '../features/bidding/seal/hpke'
import { writeHolderKey } from '../features/bidding/seal/passphrase-file'
import { base64, ofBase64, randomBytes, utf8 } from '../lib/bytes'
import type { Lacking } from '../lib/holders'
import { OFFICER } from '../test/fixtures'
import { renderPage } from '../test/render-page'
import { server, signedIn } from '../test/server'

// jsdom has neither of the two; the second is called a minute later, when other tests run.
URL.createObjectURL = () => 'blob:nothing'
URL.revokeObjectURL = () => {}

const PASSPHRASE = 'bamboo lake street eight'

const key = (more: Partial<HolderKey>): HolderKey => ({
  id: 'k1',
  kid: '0123456789abcdef0123456789abcdef',
  group: 'DEPARTMENT',
  owner: '演示经办人',
  regionCode: null,
  mine: true,
  state: 'ENROLLED',
  proposedAt: '2026-11-20T01:00:00Z',
  enrolledAt: '2026-11-21T01:00:00Z',
  revokedAt: null,
  approver: '演示审核人',
  rehearsedAt: '2026-11-21T02:00:00Z',
  rehearsed: true,
  ...more,
})

const NOBODY: Lacking = { department: 0, supervision: 0 }

const standing = (items: HolderKey[], lacking = NOBODY) =>
  server.use(
    http.get('/api/holder-keys', () =>
      HttpResponse.json({ items, total: items.length, next: null, supervisionWanted: false, lacking }),
    ),
  )

const stands = (...items: HolderKey[]) => standing(items)

test('who still needs a key is said', async () => {
  signedIn(OFFICER)
  standing([], { department: 2, supervision: 1 })
  renderPage('/keys')
  expect(await screen.findByText(/^本部门还要有 2 个人登记开标钥匙，/)).toBeTruthy()
})

test('a new key is made here, saved, and only its public half is sent', async () => {
  signedIn(OFFICER)
  stands()
  const saved: Blob[] = []
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
  URL.createObjectURL = (blob) => {
    saved.push(blob as Blob)
    return 'blob:key'
  }
  let sent: Record<string, unknown> = {}
  server.use(
    http.post('/api/holder-keys', async ({ request }) => {
      sent = (await request.json()) as Record<string, unknown>
      return HttpResponse.json({ id: 'k1', kid: 'x' }, { status: 201 })
    }),
  )
  renderPage('/keys')
  fireEvent.change(await screen.findByLabelText('口令'), { target: { value: 'short' } })
  fireEvent.click(screen.getByRole('button', { name: '生成并保存' }))
  expect((await screen.findAllByText(/口令太短了/)).length).toBeGreaterThan(0)
  fireEvent.change(screen.getByLabelText('口令'), { target: { value: PASSPHRASE } })
  fireEvent.change(screen.getByLabelText('再输入一次口令'), { target: { value: `${PASSPHRASE}!` } })
  fireEvent.click(screen.getByRole('button', { name: '生成并保存' }))
  expect((await screen.findAllByText('两次输入的口令不一样。')).length).toBeGreaterThan(0)
  expect(saved).toHaveLength(0)
  fireEvent.change(screen.getByLabelText('再输入一次口令'), { target: { value: PASSPHRASE } })
  fireEvent.click(screen.getByRole('button', { name: '生成并保存' }))
  await waitFor(() => expect(saved).toHaveLength(1), { timeout: 20_000 })
  expect(click).toHaveBeenCalledOnce()
  click.mockRestore()
  expect(Object.keys(sent)).toEqual(['publicKey'])
  const file = JSON.parse(await (saved[0] as Blob).text()) as { about: string }
  expect(file.about).toBe(await kidOf(ofBase64(String(sent.publicKey)) ?? new Uint8Array()))
})

test('a rehearsal opens what was sealed to the key, from the saved file', async () => {
  const keys = await newKeyPair()
  const file = new File([await writeHolderKey(keys, PASSPHRASE)], 'goufu-key.json')
  signedIn(OFFICER)
  stands(key({ kid: keys.kid, rehearsed: false }))
  const secret = randomBytes(32)
  let answered = ''
  server.use(
    http.post('/api/holder-keys/k1/challenges', async () => {
      const box = await sealTo(keys.publicKey, utf8('goufu-seal/1 test|c1'), utf8(keys.kid), secret)
      return HttpResponse.json(
        { id: 'c1', purpose: 'REHEARSAL', enc: base64(box.enc), ciphertext: base64(box.ciphertext) },
        { status: 201 },
      )
    }),
    http.post('/api/holder-keys/k1/challenges/c1/answer', async ({ request }) => {
      answered = ((await request.json()) as { answer: string }).answer
      return new HttpResponse(null, { status: 204 })
    }),
  )
  renderPage('/keys')
  const choose = await screen.findByLabelText('钥匙文件')
  fireEvent.click(screen.getByRole('button', { name: '打开试验信封' }))
  expect((await screen.findAllByText('请选择文件。')).length).toBeGreaterThan(0)
  fireEvent.change(choose, { target: { files: [file] } })
  fireEvent.change(screen.getByLabelText('口令'), { target: { value: 'not the passphrase' } })
  fireEvent.click(screen.getByRole('button', { name: '打开试验信封' }))
  expect((await screen.findAllByText(/口令不对/, {}, { timeout: 20_000 })).length).toBeGreaterThan(0)
  fireEvent.change(screen.getByLabelText('口令'), { target: { value: PASSPHRASE } })
  fireEvent.click(screen.getByRole('button', { name: '打开试验信封' }))
  await screen.findByText('打开了，钥匙完好。', {}, { timeout: 20_000 })
  expect(answered).toBe(base64(secret))
})

test('the file of another key is named before anything is asked for', async () => {
  const file = new File([await writeHolderKey(await newKeyPair(), PASSPHRASE)], 'goufu-key.json')
  signedIn(OFFICER)
  stands(key({ rehearsed: false }))
  renderPage('/keys')
  fireEvent.change(await screen.findByLabelText('钥匙文件'), { target: { files: [file] } })
  fireEvent.change(screen.getByLabelText('口令'), { target: { value: PASSPHRASE } })
  fireEvent.click(screen.getByRole('button', { name: '打开试验信封' }))
  expect((await screen.findAllByText(/这是另一把钥匙的文件/)).length).toBeGreaterThan(0)
})

test("a colleague's proven key is put into use after comparing, one's own is not", async () => {
  signedIn(OFFICER)
  stands(key({ id: 'k2', mine: false, owner: '同事', state: 'PROVEN' }), key({ state: 'PROVEN' }))
  let approved = ''
  server.use(
    http.post('/api/holder-keys/:id/approval', ({ params }) => {
      approved = String(params.id)
      return new HttpResponse(null, { status: 204 })
    }),
  )
  renderPage('/keys')
  const buttons = await screen.findAllByRole('button', { name: '核对并启用' })
  expect(buttons).toHaveLength(1)
  fireEvent.click(buttons[0] as HTMLElement)
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByText('0123 4567 89ab cdef 0123 4567 89ab cdef')).toBeDefined()
  fireEvent.click(dialog.getByRole('button', { name: '指纹一致，启用' }))
  await waitFor(() => expect(approved).toBe('k2'))
})

test('the key of a supervisor says whose purchases it opens', async () => {
  signedIn(OFFICER)
  stands(key({ group: 'SUPERVISION', owner: '绵阳监管员', regionCode: '5107', mine: false }))
  server.use(
    http.get('/api/regions/5107', () =>
      HttpResponse.json({ code: '5107', name: '绵阳市', level: 2, parent: '51', childCount: 9, path: [] }),
    ),
  )
  renderPage('/keys')
  expect(await screen.findByText('监管绵阳市及所属各级采购人的采购')).toBeTruthy()
})
