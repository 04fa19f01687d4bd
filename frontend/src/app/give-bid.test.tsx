import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { IDBFactory } from 'fake-indexeddb'
import { HttpResponse, http } from 'msw'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Bidding, Consortium, ConsortiumAgreement, EligibilityAnswer, Me, OwnBid, Roster } from '../api/types'
import { saveFile } from '../features/bidding/save-file'
import { kidOf, newKeyPair } from '../features/bidding/seal/hpke'
import { keysetHash, readKeyset, writeKeyset } from '../features/bidding/seal/keyset'
import { readManifest } from '../features/bidding/seal/manifest'
import { recoveryOf } from '../features/bidding/seal/recovery'
import { seal } from '../features/bidding/seal/sealer'
import { browserStore } from '../lib/browser-store'
import { ofBase64 } from '../lib/bytes'
import { setPlatformNow } from '../lib/clock'
import { eligibility, notice, STAFF, verdict } from '../test/fixtures'
import { keysStand, testLedger } from '../test/ledger'
import { renderPage } from '../test/render-page'
import { problem, server, signedIn } from '../test/server'

// There is no worker here: the same functions, called directly.
vi.mock('../features/bidding/seal/sealing', async () => ({
  sealApart: (
    await vi.importActual<typeof import('../features/bidding/seal/sealer')>('../features/bidding/seal/sealer')
  ).seal,
}))
vi.mock('../features/bidding/save-file', () => ({ saveFile: vi.fn() }))
vi.mock('../features/bidding/give/signing-key', () => ({
  signingKey: async () => ({ id: 'k1' }),
  sign: async () => 'c2lnbmVk',
}))

interface Kept {
  manifest: Uint8Array<ArrayBuffer>
  chunks: Map<string, Blob[]>
}

const sealedBids = browserStore<Kept>('sealed-bids')

async function kept(): Promise<Kept[]> {
  const found = await Promise.all((await sealedBids.keys()).map(sealedBids.get))
  return found.filter((one) => one !== undefined)
}

afterEach(() => void vi.unstubAllGlobals())

const LOT = '01a2243c-9ad8-7001-be76-5f82631c3b05'
const BODY = '01a2243c-9ad8-7002-be76-5f82631c3b05'
const WORDS = 'correct horse battery'
const AGENT: Me = {
  ...STAFF,
  account: { ...STAFF.account, roles: ['ORGANIZATION_AGENT'] },
  organization: { ...(STAFF.organization as NonNullable<Me['organization']>), id: BODY, kind: 'LEGAL_PERSON' },
}

const ownBid = (more: Partial<OwnBid> = {}): OwnBid => ({
  id: 'b1',
  lotId: LOT,
  purchaseId: 'p1',
  noticeId: 'n1',
  lotTitle: '助餐服务',
  state: 'GIVEN',
  manifestDigest: 'ab'.repeat(32),
  acceptedAt: '2026-11-28T02:00:00Z',
  replaces: null,
  endedAt: null,
  deadline: '2999-12-15T02:00:00Z',
  resealAsked: false,
  ...more,
})

function scene(
  more: Partial<Bidding> = {},
  answer: Partial<EligibilityAnswer> = {},
  foreseen: object[] = [],
  acceptsConsortium = false,
) {
  const bidding: Bidding = {
    lotId: LOT,
    purchaseId: 'p1',
    noticeId: 'n1',
    lotTitle: '助餐服务',
    noticeDigest: 'cd'.repeat(32),
    deadline: '2999-12-15T02:00:00Z',
    now: new Date().toISOString(),
    open: true,
    bids: [],
    ...more,
  }
  const whole = notice()
  const [lot] = whole.lots
  signedIn(AGENT)
  server.use(
    http.get(`/api/lots/${LOT}/bidding`, () => HttpResponse.json(bidding, { headers: { 'Goufu-Now': bidding.now } })),
    http.get('/api/notices/n1', () =>
      HttpResponse.json({
        ...whole,
        acceptsConsortium,
        lots: [
          {
            ...lot,
            id: LOT,
            budgetFen: 9_800_000,
            criteria: [
              { name: '报价', weight: 15, kind: 'PRICE' },
              { name: '服务方案', weight: 85, kind: 'QUALITY' },
            ],
          },
        ],
      }),
    ),
    http.get(`/api/lots/${LOT}/conflicts`, () =>
      HttpResponse.json({ items: [], foreseen, declared: [], asOf: '2026-11-28T02:00:00Z' }),
    ),
    http.get(`/api/lots/${LOT}/eligibility`, () =>
      HttpResponse.json(eligibility({ eligibility: 'ELIGIBLE', verdicts: [verdict()], through: [], ...answer })),
    ),
  )
}

const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

/** What stands in the place of what was just done is read out, and the keys go on from it. */
const hasFocus = (heading: string) =>
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2, name: heading }))

beforeEach(() => {
  localStorage.clear()
  vi.stubGlobal('indexedDB', new IDBFactory())
  // Node cannot clone what jsdom makes; nothing here changes what it has stored.
  vi.stubGlobal('structuredClone', (value: unknown) => value)
})

test('what is missing is said at its field, and what was typed is there after a reload', async () => {
  scene()
  const { unmount } = renderPage(`/lots/${LOT}/bid`)
  type(/^项目内容/, await screen.findByLabelText(/^项目内容/).then(() => '午餐'))
  type(/单价/, '980000')
  press('下一步：封装')
  const summary = await screen.findByRole('alert')
  expect(within(summary).getByText(/超过了预算/)).toBeTruthy()
  expect(within(summary).getByText(/请填写“服务方案”/)).toBeTruthy()
  expect(screen.getByLabelText(/^项目内容/)).toHaveProperty('value', '午餐')
  unmount()
  renderPage(`/lots/${LOT}/bid`)
  expect(await screen.findByDisplayValue('午餐')).toBeTruthy()
  expect(screen.getByText(/总报价 980,000/)).toBeTruthy()
  press('清除草稿')
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '清除草稿' }))
  expect(screen.queryByDisplayValue('午餐')).toBeNull()
  expect(Object.keys(localStorage).filter((key) => key.startsWith('goufu.bid.'))).toEqual([])
})

test('each part of a line says by itself what is wrong with it', async () => {
  scene()
  renderPage(`/lots/${LOT}/bid`)
  await screen.findByLabelText(/^项目内容/)
  type('数量', '1.5')
  type(/单价/, '0')
  press('下一步：封装')
  const summary = await screen.findByRole('alert')
  expect(within(summary).getByText('第 1 项：请填写项目内容。')).toBeTruthy()
  fireEvent.click(within(summary).getByText(/数量请填/))
  expect(document.activeElement).toBe(screen.getByLabelText('数量'))
  type('数量', '365')
  press('下一步：封装')
  fireEvent.click(await within(summary).findByText(/请填写单价/))
  expect(document.activeElement).toBe(screen.getByLabelText(/单价/))
  expect(within(summary).queryByText(/数量请填/)).toBeNull()
})

test('an attachment that is empty is named, and one that the page lost is asked for again', async () => {
  scene()
  const choose = (...files: File[]) => fireEvent.change(screen.getByLabelText('要附上的文件'), { target: { files } })
  const first = renderPage(`/lots/${LOT}/bid`)
  await screen.findByLabelText(/^项目内容/)
  choose(new File([], '证书.pdf'), new File(['x'], '照片.jpg'))
  press('下一步：封装')
  expect(await within(await screen.findByRole('alert')).findByText(/附件“证书.pdf”是空的/)).toBeTruthy()
  press('移除 证书.pdf')
  expect(screen.queryByText(/请重新选择/)).toBeNull()
  first.unmount()

  renderPage(`/lots/${LOT}/bid`)
  expect(await screen.findByText('附件不随草稿保存，请重新选择：照片.jpg。')).toBeTruthy()
  choose(new File(['x'], '合同.pdf'))
  expect(screen.getByText(/请重新选择：照片.jpg。/)).toBeTruthy()
  press('不用附了')
  expect(screen.queryByText(/请重新选择/)).toBeNull()
  expect(screen.getByText('合同.pdf（1 KB）')).toBeTruthy()
})

test('nothing is sealed to a key that the ledger knows as none of this department', async () => {
  scene()
  const { publicKey: pub } = await newKeyPair()
  const member = { kid: await kidOf(pub), pub }
  const keyset = writeKeyset({ groups: [{ id: 'department', k: 1, members: [member] }] })
  const ledger = await testLedger()
  await keysStand(ledger, LOT, 'another', member)
  server.use(http.post(`/api/lots/${LOT}/keyset`, () => new HttpResponse(keyset)))
  renderPage(`/lots/${LOT}/bid`)
  await screen.findByLabelText(/^项目内容/)
  type(/^项目内容/, '午餐')
  type('数量', '365')
  type(/单价/, '250')
  type(/^服务方案（/, '每个工作日三十份午餐，送餐上门。')
  press('下一步：封装')
  type('恢复文件的口令', WORDS)
  type('再输入一次口令', WORDS)
  press('加密封装')
  expect((await screen.findAllByText(/没有通过存证账本的核对，没有封装/)).length).toBeGreaterThan(0)
  expect(screen.queryByRole('button', { name: '保存恢复文件' })).toBeNull()
  const stand = await keysStand(ledger, LOT, 'd1', member)
  for (const wrong of [stand.other, stand.revoked]) {
    await wrong()
    press('加密封装')
    await waitFor(() => expect(screen.queryByText(/没有通过存证账本的核对，没有封装/)).toBeNull())
    expect((await screen.findAllByText(/没有通过存证账本的核对，没有封装/)).length).toBeGreaterThan(0)
  }
  await keysStand(ledger, LOT, 'd1', member)
  press('加密封装')
  expect(await screen.findByText(/^已封装给 1 把钥匙/, {}, { timeout: 10_000 })).toBeTruthy()
})

test('what was sealed is read again from the saved file, then given', async () => {
  scene()
  const keys = await newKeyPair()
  const keyset = writeKeyset({
    groups: [{ id: 'department', k: 1, members: [{ kid: await kidOf(keys.publicKey), pub: keys.publicKey }] }],
  })
  await keysStand(await testLedger(), LOT, 'd1', { kid: await kidOf(keys.publicKey), pub: keys.publicKey })
  const pieces = new Map<string, number>()
  const given: { manifest: string; key: string }[] = []
  server.use(
    http.post(`/api/lots/${LOT}/keyset`, () => new HttpResponse(keyset)),
    http.get(`/api/lots/${LOT}/envelopes/:id/chunks`, () => HttpResponse.json({ items: [] })),
    http.put(`/api/lots/${LOT}/envelopes/:id/chunks/:hash`, async ({ params, request }) => {
      pieces.set(String(params.hash), (await request.arrayBuffer()).byteLength)
      return new HttpResponse(null, { status: 204 })
    }),
    http.post(`/api/lots/${LOT}/bids`, async ({ request }) => {
      given.push((await request.json()) as { manifest: string; key: string })
      scene({ bids: [ownBid()] })
      return HttpResponse.json({ id: 'b1', act: 'BID_SUBMITTED', acceptedAt: '2026-11-28T02:00:00Z' }, { status: 201 })
    }),
  )
  renderPage(`/lots/${LOT}/bid`)
  await screen.findByLabelText(/^项目内容/)
  type(/^项目内容/, '午餐')
  type('数量', '365')
  type(/单价/, '250')
  type(/^服务方案（/, '每个工作日三十份午餐，送餐上门。')
  press('下一步：封装')
  hasFocus('封装')

  type('恢复文件的口令', 'short')
  press('加密封装')
  expect((await screen.findAllByText(/口令至少要 12 个字符/)).length).toBeGreaterThan(0)
  type('恢复文件的口令', WORDS)
  type('再输入一次口令', WORDS)
  press('加密封装')
  fireEvent.click(await screen.findByRole('button', { name: '保存恢复文件' }, { timeout: 10_000 }))
  const [name, bytes] = vi.mocked(saveFile).mock.lastCall ?? ['', new Uint8Array()]
  expect(name).toMatch(/^goufu-recovery-/)
  hasFocus('核对')

  press('打开并核对')
  expect((await screen.findAllByText('请选择恢复文件。')).length).toBeGreaterThan(0)
  const file = new File([bytes], name)
  fireEvent.change(screen.getByLabelText(/选回刚才保存的恢复文件/), { target: { files: [file] } })
  type('恢复文件的口令', 'wrong wrong wrong')
  press('打开并核对')
  expect((await screen.findAllByText(/口令打不开这个文件/, {}, { timeout: 10_000 })).length).toBeGreaterThan(0)
  expect(screen.queryByRole('button', { name: '提交响应文件' })).toBeNull()
  type('恢复文件的口令', WORDS)
  press('打开并核对')
  const shown = await screen.findByRole('article', { name: '封装里的内容' }, { timeout: 10_000 })
  expect(document.activeElement).toBe(shown)
  expect(within(shown).getAllByText(/91,250/).length).toBeGreaterThan(0)
  expect(within(shown).getByText('每个工作日三十份午餐，送餐上门。')).toBeTruthy()

  press('提交响应文件')
  expect(await screen.findByText('已收下。请保存回执。', {}, { timeout: 10_000 })).toBeTruthy()
  await waitFor(() => hasFocus('已提交的响应文件'))
  const manifest = await readManifest(ofBase64(given[0]?.manifest ?? '') ?? new Uint8Array())
  expect(manifest.core).toMatchObject({ lotId: LOT, orgId: BODY, noticeHash: 'cd'.repeat(32), actingFor: [] })
  expect([...pieces.keys()].sort()).toEqual(manifest.segments.flatMap(({ chunks }) => chunks).sort())
}, 60_000)

/** A server that takes the pieces and the bid; the line can be cut after so many pieces. */
async function taking() {
  const keys = await newKeyPair()
  const keyset = writeKeyset({
    groups: [{ id: 'department', k: 1, members: [{ kid: await kidOf(keys.publicKey), pub: keys.publicKey }] }],
  })
  await keysStand(await testLedger(), LOT, 'd1', { kid: keys.kid, pub: keys.publicKey })
  const line = { left: Number.POSITIVE_INFINITY }
  const pieces = new Map<string, number>()
  const given: { manifest: string; key: string }[] = []
  server.use(
    http.post(`/api/lots/${LOT}/keyset`, () => new HttpResponse(keyset)),
    http.get(`/api/lots/${LOT}/envelopes/:id/chunks`, () => HttpResponse.json({ items: [...pieces.keys()] })),
    http.put(`/api/lots/${LOT}/envelopes/:id/chunks/:hash`, async ({ params, request }) => {
      if (line.left-- <= 0) return HttpResponse.error()
      const hash = String(params.hash)
      if (pieces.has(hash)) throw new Error('sent again')
      pieces.set(hash, (await request.arrayBuffer()).byteLength)
      return new HttpResponse(null, { status: 204 })
    }),
    http.post(`/api/lots/${LOT}/bids`, async ({ request }) => {
      given.push((await request.json()) as { manifest: string; key: string })
      return HttpResponse.json({ id: 'b1', act: 'BID_SUBMITTED', acceptedAt: '2026-11-28T02:00:00Z' }, { status: 201 })
    }),
  )
  return { line, pieces, given }
}

/** From the empty form to the envelope; answers the recovery file. */
async function sealOne() {
  await screen.findByLabelText(/^项目内容/)
  type(/^项目内容/, '午餐')
  type('数量', '365')
  type(/单价/, '250')
  type(/^服务方案（/, '每个工作日三十份午餐，送餐上门。')
  press('下一步：封装')
  type('恢复文件的口令', WORDS)
  type('再输入一次口令', WORDS)
  press('加密封装')
  fireEvent.click(await screen.findByRole('button', { name: '保存恢复文件' }, { timeout: 10_000 }))
  const [name, bytes] = vi.mocked(saveFile).mock.lastCall ?? ['', new Uint8Array()]
  return new File([bytes], name)
}

async function readAgain(file: File) {
  fireEvent.change(screen.getByLabelText(/选回刚才保存的恢复文件/), { target: { files: [file] } })
  type('恢复文件的口令', WORDS)
  press('打开并核对')
  return await screen.findByRole('article', { name: '封装里的内容' }, { timeout: 10_000 })
}

test('a bid whose page was lost goes on where it stopped, without another sealing', async () => {
  scene()
  const { line, pieces, given } = await taking()
  line.left = 1
  const first = renderPage(`/lots/${LOT}/bid`)
  const file = await sealOne()
  // What stays in the browser holds no key, and nothing of what was typed.
  const stored = await kept()
  expect(stored).toHaveLength(1)
  expect(Object.keys(stored[0] ?? {}).sort()).toEqual(['chunks', 'closesAt', 'manifest', 'sealedAt'])
  await readAgain(file)
  press('提交响应文件')
  expect((await screen.findAllByText(/从断开的地方继续/, {}, { timeout: 10_000 })).length).toBeGreaterThan(0)
  expect(pieces.size).toBe(1)
  first.unmount()

  line.left = Number.POSITIVE_INFINITY
  renderPage(`/lots/${LOT}/bid`)
  expect(await screen.findByText(/封装，共 .* KB/)).toBeTruthy()
  press('继续上传')
  expect(await screen.findByText(/已经用恢复文件打开核对过/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '保存恢复文件' })).toBeNull()
  press('提交响应文件')
  expect(await screen.findByText('已收下。请保存回执。', {}, { timeout: 10_000 })).toBeTruthy()
  const manifest = await readManifest(ofBase64(given[0]?.manifest ?? '') ?? new Uint8Array())
  expect([...pieces.keys()].sort()).toEqual(manifest.segments.flatMap(({ chunks }) => chunks).sort())
  expect(await kept()).toHaveLength(0)
}, 60_000)

test('what was sealed and not given is read again before it is given, or thrown away', async () => {
  scene()
  await taking()
  const first = renderPage(`/lots/${LOT}/bid`)
  const file = await sealOne()
  first.unmount()

  const second = renderPage(`/lots/${LOT}/bid`)
  fireEvent.click(await screen.findByRole('button', { name: '继续上传' }))
  expect(screen.queryByRole('button', { name: '提交响应文件' })).toBeNull()
  const shown = await readAgain(file)
  expect(within(shown).getByText('每个工作日三十份午餐，送餐上门。')).toBeTruthy()
  expect(screen.getByRole('button', { name: '提交响应文件' })).toBeTruthy()
  press('先不上传')
  // One thing at a time: nobody fills the form again by mistake.
  expect(await screen.findByRole('button', { name: '继续上传' })).toBeTruthy()
  expect(screen.queryByLabelText(/^项目内容/)).toBeNull()
  press('不用这一份，重新填写')
  expect(await screen.findByLabelText(/^项目内容/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '不用这一份，重新填写' })).toBeNull()
  second.unmount()

  scene({ noticeDigest: 'ef'.repeat(32) })
  renderPage(`/lots/${LOT}/bid`)
  expect(await screen.findByText(/封装之后公告有更正/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '继续上传' })).toBeNull()
  press('丢弃')
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '丢弃' }))
  await waitFor(() => expect(screen.queryByText(/还没有提交的响应文件/)).toBeNull())
  expect(await kept()).toHaveLength(0)
}, 60_000)

test('what is sealed now is not thrown away with what was kept before, and other holders make that useless', async () => {
  scene()
  await taking()
  const first = renderPage(`/lots/${LOT}/bid`)
  await sealOne()
  first.unmount()

  const second = renderPage(`/lots/${LOT}/bid`)
  expect(await screen.findByRole('button', { name: '继续上传' })).toBeTruthy()
  press('不用这一份，重新填写')
  await sealOne()
  expect(screen.queryByText(/还没有提交的响应文件/)).toBeNull()
  expect(screen.getByRole('button', { name: '保存恢复文件' })).toBeTruthy()
  expect(await kept()).toHaveLength(1)
  second.unmount()

  await taking()
  renderPage(`/lots/${LOT}/bid`)
  expect(await screen.findByText(/开启人有更换/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '继续上传' })).toBeNull()
}, 60_000)

test('what was given although the answer was lost is not offered again', async () => {
  scene()
  await taking()
  const first = renderPage(`/lots/${LOT}/bid`)
  await sealOne()
  first.unmount()
  const [stored] = await kept()
  const { core } = await readManifest(stored?.manifest ?? new Uint8Array())
  scene({ bids: [ownBid({ id: core.envelopeId })] })
  renderPage(`/lots/${LOT}/bid`)
  expect(await screen.findByRole('link', { name: '下载回执' })).toBeTruthy()
  await waitFor(async () => expect(await kept()).toHaveLength(0))
  expect(screen.queryByRole('button', { name: '继续上传' })).toBeNull()
}, 60_000)

test('a second tab with an older draft is told of the newer one and overwrites nothing unasked', async () => {
  scene()
  renderPage(`/lots/${LOT}/bid`)
  type(/^项目内容/, await screen.findByLabelText(/^项目内容/).then(() => '午餐'))
  const key = `goufu.bid.${BODY}.${LOT}`
  const inTheOtherTab = (item: string) => {
    const kept = JSON.parse(localStorage.getItem(key) ?? '') as { lines: object[] }
    const newValue = JSON.stringify({ ...kept, lines: [{ ...kept.lines[0], item }] })
    localStorage.setItem(key, newValue)
    act(() => void window.dispatchEvent(new StorageEvent('storage', { key, newValue })))
  }
  inTheOtherTab('晚餐')
  expect(await screen.findByText(/另一个页面也在填写/)).toBeTruthy()
  expect(screen.getByDisplayValue('午餐')).toBeTruthy()
  press('用那边的内容')
  expect(await screen.findByDisplayValue('晚餐')).toBeTruthy()
  expect(screen.queryByText(/另一个页面也在填写/)).toBeNull()

  inTheOtherTab('早餐')
  press('用这里的内容')
  expect(screen.getByDisplayValue('晚餐')).toBeTruthy()
  expect(localStorage.getItem(key)).toContain('晚餐')
})

test('a clock that is wrong by a year neither closes a lot nor keeps it open', async () => {
  const year = 365 * 86_400_000
  const now = Date.now() + year
  scene({ now: new Date(now).toISOString(), deadline: new Date(now + 3 * 86_400_000 + 60_000).toISOString() })
  const { unmount } = renderPage(`/lots/${LOT}/bid`)
  expect(await screen.findByText(/还剩 3 天/)).toBeTruthy()
  unmount()

  const before = Date.now() - year
  scene({ now: new Date(before).toISOString(), deadline: new Date(before + 3 * 86_400_000 + 60_000).toISOString() })
  const second = renderPage(`/lots/${LOT}/bid`)
  expect(await screen.findByText(/还剩 3 天/)).toBeTruthy()
  expect(await screen.findByRole('button', { name: '下一步：封装' })).toBeTruthy()
  second.unmount()
  setPlatformNow(new Date())
})

test('who may not bid is told why, and has no form', async () => {
  scene({}, { eligibility: 'NOT_ELIGIBLE', verdicts: [verdict({ verdict: 'NOT_MET', fact: '列入严重违法失信名单' })] })
  renderPage(`/lots/${LOT}/bid`)
  expect(await screen.findByText(/列入严重违法失信名单/)).toBeTruthy()
  expect(screen.queryByLabelText(/^项目内容/)).toBeNull()
})

test('a bid that stands can be withdrawn or replaced, a sealed one only looked at', async () => {
  scene({ bids: [ownBid()] })
  const withdrawn: unknown[] = []
  server.use(
    http.post('/api/bids/b1/withdrawal', async ({ request }) => {
      withdrawn.push(await request.json())
      return HttpResponse.json({ id: 'b1', act: 'BID_WITHDRAWN', acceptedAt: '2026-11-28T02:00:00Z' })
    }),
  )
  const { unmount } = renderPage(`/lots/${LOT}/bid`)
  expect(await screen.findByRole('link', { name: '下载回执' })).toHaveProperty('pathname', '/api/bids/b1/receipt')
  expect(screen.queryByLabelText(/^项目内容/)).toBeNull()
  press('撤回')
  const dialog = await screen.findByRole('dialog')
  fireEvent.click(within(dialog).getByRole('button', { name: '撤回' }))
  await waitFor(() => expect(withdrawn).toEqual([{ signature: 'c2lnbmVk', key: 'k1' }]))
  await waitFor(() => hasFocus('已提交的响应文件'))
  press('替换')
  expect(await screen.findByLabelText(/^项目内容/)).toBeTruthy()
  unmount()

  scene({ open: false, bids: [ownBid({ state: 'SEALED' })] })
  renderPage(`/lots/${LOT}/bid`)
  expect(await screen.findByText('已封存')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '撤回' })).toBeNull()
  expect(screen.queryByRole('button', { name: '替换' })).toBeNull()
})

test('a page that stands open when the box closes says so, and what became of the draft', async () => {
  scene({ deadline: '2026-11-28T02:00:00Z' })
  const first = renderPage(`/lots/${LOT}/bid`)
  await screen.findByLabelText(/^项目内容/)
  scene({ deadline: '2026-11-28T02:00:00Z', open: false })
  expect(await screen.findByText(/没有提交的草稿还留在这个浏览器里/)).toBeTruthy()
  expect(screen.queryByLabelText(/^项目内容/)).toBeNull()
  first.unmount()
})

test('where bids are given elsewhere the page says where', async () => {
  scene()
  server.use(
    http.get(`/api/lots/${LOT}/bidding`, () =>
      problem(409, '/problems/bid/not-given-here', { detail: '响应文件请在公告所列的法定采购平台提交。' }),
    ),
  )
  renderPage(`/lots/${LOT}/bid`)
  expect(await screen.findByText(/请在公告所列的法定采购平台提交/)).toBeTruthy()
})

test('a member of a federation states that it bids independently, whoever else does', async () => {
  scene({}, {}, [
    {
      rule: 'C02',
      severity: 'WARN',
      bodies: [],
      fact: '联合会与会员',
      article: '《政府采购法实施条例》第七十四条',
      remedy: '',
    },
  ])
  renderPage(`/lots/${LOT}/bid`)
  expect(await screen.findByText(/第七十四条/)).toBeTruthy()
  press('下一步：封装')
  const summary = await screen.findByRole('alert')
  expect(within(summary).getByText('请确认独立编制声明。')).toBeTruthy()
  fireEvent.click(screen.getByLabelText(/独立编制这份响应文件/))
  press('下一步：封装')
  await waitFor(() => expect(screen.queryByText('请确认独立编制声明。')).toBeNull())
})

test('while people who open lack keys the page says so before anything is typed', async () => {
  scene()
  server.use(
    http.post(`/api/lots/${LOT}/keyset`, () =>
      problem(409, '/problems/holder/keyset-missing', { detail: '购买主体还差 1 人登记开标钥匙。' }),
    ),
  )
  renderPage(`/lots/${LOT}/bid`)
  expect(await screen.findByText(/还差 1 人登记开标钥匙。 现在可以先填写/)).toBeTruthy()
})

test('what no registry knows is declared, and who designed the whole project stops here', async () => {
  scene()
  server.use(
    http.get(`/api/lots/${LOT}/conflicts`, () =>
      HttpResponse.json({
        items: [],
        foreseen: [],
        declared: [
          { rule: 'C04', text: '是否为本项目提供过整体设计', article: '第十八条' },
          { rule: 'C06', text: '负责人是否为在职领导干部', article: '有关规定' },
        ],
        asOf: '2026-11-28T02:00:00Z',
      }),
    ),
  )
  renderPage(`/lots/${LOT}/bid`)
  const design = await screen.findByRole('group', { name: /整体设计/ })
  press('下一步：封装')
  expect(within(await screen.findByRole('alert')).getAllByText(/如实申报第 \d 项：请选一个回答/)).toHaveLength(2)
  fireEvent.click(within(design).getByLabelText(/^提供过整体设计/))
  press('下一步：封装')
  expect((await screen.findAllByText('为本项目提供过整体设计等服务的，不能提交响应文件。')).length).toBeGreaterThan(0)
  fireEvent.click(within(design).getByLabelText(/^只参与过部分设计/))
  press('下一步：封装')
  expect((await screen.findAllByText(/如实申报第 \d 项：请说明情况/)).length).toBeGreaterThan(0)
  press('以上都没有')
  press('下一步：封装')
  await waitFor(() => expect(screen.queryByText(/这一项申报|申报的情况/)).toBeNull())
})

// A federation with its groups.

const MEALS = { id: '01a2243c-9ad8-7003-be76-5f82631c3b05', name: '荷邻助餐队' }
const VISITS = { id: '01a2243c-9ad8-7004-be76-5f82631c3b05', name: '常回家看看探访队' }

const roster = (more: Partial<Roster> = {}): Roster => ({
  lotId: LOT,
  budgetFen: 9_800_000,
  leastOwnShare: 3000,
  mostFee: 1000,
  ownShare: 3334,
  fee: 1000,
  parts: [MEALS, VISITS].map((group) => ({
    group,
    task: `${group.name}的任务`,
    deliverables: '每月台账',
    share: 2833,
    digest: 'ab'.repeat(32),
    consent: 'CONSENTED' as const,
    answeredAt: '2026-11-28T02:00:00Z',
  })),
  hash: 'ef'.repeat(32),
  version: 1,
  candidates: [MEALS, VISITS].map((group) => ({ group, capFen: 10_000_000, obstacles: [] })),
  missing: [],
  ...more,
})

const EMPTY = roster({ ownShare: 3000, fee: 0, parts: [], hash: null, version: 0 })

function together(prepared: Roster, bids: object[] = []) {
  signedIn({ ...STAFF, organization: { id: BODY, name: '桂湖街道联合会', kind: 'FEDERATION' } })
  const whole = notice()
  const [lot] = whole.lots
  server.use(
    http.get(`/api/lots/${LOT}/bidding`, () =>
      HttpResponse.json({
        lotId: LOT,
        purchaseId: 'p1',
        noticeId: 'n1',
        lotTitle: '助餐服务',
        noticeDigest: 'cd'.repeat(32),
        deadline: '2999-12-15T02:00:00Z',
        now: new Date().toISOString(),
        open: true,
        bids,
      }),
    ),
    http.get('/api/notices/n1', () =>
      HttpResponse.json({
        ...whole,
        lots: [{ ...lot, id: LOT, budgetFen: 9_800_000, criteria: [{ name: '报价', weight: 100, kind: 'PRICE' }] }],
      }),
    ),
    http.get(`/api/lots/${LOT}/eligibility`, () =>
      HttpResponse.json(eligibility({ eligibility: 'ELIGIBLE', verdicts: [verdict()], through: [] })),
    ),
    http.get(`/api/lots/${LOT}/conflicts`, () =>
      HttpResponse.json({ items: [], foreseen: [], declared: [], asOf: '2026-11-28T02:00:00Z' }),
    ),
    http.get(`/api/lots/${LOT}/roster`, () => HttpResponse.json(prepared)),
  )
}

test('groups are named with task and share, and what the server refuses stands at its field', async () => {
  together(EMPTY)
  const sent: unknown[] = []
  server.use(
    http.put(`/api/lots/${LOT}/roster`, async ({ request }) => {
      sent.push(await request.json())
      return sent.length === 1
        ? problem(422, '/problems/roster/own-share-too-small', {
            detail: '自己完成的部分太少。',
            errors: [{ pointer: '/ownShare', code: 'roster-own-share', detail: '不得少于 30%。' }],
          })
        : HttpResponse.json(roster())
    }),
  )
  renderPage(`/lots/${LOT}/bid`)
  fireEvent.click(await screen.findByLabelText(/^带成员团队一起做/))
  type('再加一个团队', MEALS.id)
  type(/^做什么/, '送餐')
  type(/^交付什么/, '台账')
  type(/^占总报价的百分比/, '七成')
  press('保存并请团队确认')
  expect((await screen.findAllByText(/请填写 0 到 100 的百分数/)).length).toBeGreaterThan(0)
  expect(sent).toEqual([])
  type(/^占总报价的百分比/, '71.5')
  type(/^我们自己完成/, '28.5')
  expect(screen.getByText('合计 100%')).toBeTruthy()
  press('保存并请团队确认')
  // The whole sentence, once above the form and once at the field that it means.
  const said = await screen.findAllByText('自己完成的部分太少。')
  expect(said).toHaveLength(2)
  expect(within(screen.getByRole('alert')).getByRole('link')).toHaveProperty('hash', '#ownShare')
  expect(screen.getByText('有 1 处需要修改')).toBeTruthy()
  press('保存并请团队确认')
  expect(await screen.findByText('已保存，团队会马上收到通知。')).toBeTruthy()
  expect(sent[1]).toEqual({
    ownShare: 2850,
    fee: 0,
    parts: [{ group: MEALS.id, task: '送餐', deliverables: '台账', share: 7150 }],
    version: 0,
  })
})

test('what was typed about the groups is there after a reload', async () => {
  together(EMPTY)
  const { unmount } = renderPage(`/lots/${LOT}/bid`)
  fireEvent.click(await screen.findByLabelText(/^带成员团队一起做/))
  type('再加一个团队', VISITS.id)
  type(/^做什么/, '每月探访')
  unmount()
  renderPage(`/lots/${LOT}/bid`)
  expect(await screen.findByDisplayValue('每月探访')).toBeTruthy()
})

test('a bid waits for consents, mandates and obstacles, each with its words', async () => {
  const [meals, visits] = roster().parts
  together(
    roster({
      parts: [{ ...(meals as NonNullable<typeof meals>), consent: 'ASKED' }, visits as NonNullable<typeof visits>],
      candidates: [
        { group: MEALS, capFen: 100_000, obstacles: [] },
        {
          group: VISITS,
          capFen: 10_000_000,
          obstacles: [{ code: 'x', title: '没有有效的承接协议', detail: '请先签。' }],
        },
      ],
    }),
  )
  renderPage(`/lots/${LOT}/bid`)
  expect(await screen.findByText('等待联系人确认')).toBeTruthy()
  expect(screen.getByText('没有有效的承接协议')).toBeTruthy()
  type(/^项目内容/, '午餐')
  type(/单价/, '10000')
  press('下一步：封装')
  const summary = await screen.findByRole('alert')
  expect(within(summary).getByText(/还没有确认参加：荷邻助餐队/)).toBeTruthy()
  expect(within(summary).getByText(/现在还不能列出：常回家看看探访队/)).toBeTruthy()
  expect(within(summary).getByText(/超过委托授权上限：荷邻助餐队/)).toBeTruthy()
})

test('the amounts sum to the price, are sealed apart and read again', async () => {
  together(roster())
  const keys = await newKeyPair()
  const keyset = writeKeyset({
    groups: [{ id: 'department', k: 1, members: [{ kid: await kidOf(keys.publicKey), pub: keys.publicKey }] }],
  })
  await keysStand(await testLedger(), LOT, 'd1', { kid: await kidOf(keys.publicKey), pub: keys.publicKey })
  const given: { manifest: string }[] = []
  server.use(
    http.post(`/api/lots/${LOT}/keyset`, () => new HttpResponse(keyset)),
    http.get(`/api/lots/${LOT}/envelopes/:id/chunks`, () => HttpResponse.json({ items: [] })),
    http.put(`/api/lots/${LOT}/envelopes/:id/chunks/:hash`, () => new HttpResponse(null, { status: 204 })),
    http.post(`/api/lots/${LOT}/bids`, async ({ request }) => {
      given.push((await request.json()) as { manifest: string })
      return HttpResponse.json({ id: 'b1', act: 'BID_SUBMITTED', acceptedAt: '2026-11-28T02:00:00Z' }, { status: 201 })
    }),
  )
  renderPage(`/lots/${LOT}/bid`)
  await screen.findByLabelText(/^项目内容/)
  type(/^项目内容/, '午餐')
  type(/单价/, '100.01')
  const table = await screen.findByRole('table', { name: '成员分工' })
  // 10,001 fen: 33.34 / 10 / 28.33 / 28.33 percent, the odd fen to the largest remainders.
  for (const amount of [/33\.34/, /10\.00|10 元/, /28\.33/])
    expect(within(table).getAllByText(amount).length).toBeGreaterThan(0)
  press('下一步：封装')
  type('恢复文件的口令', WORDS)
  type('再输入一次口令', WORDS)
  press('加密封装')
  fireEvent.click(await screen.findByRole('button', { name: '保存恢复文件' }, { timeout: 10_000 }))
  const [name, bytes] = vi.mocked(saveFile).mock.lastCall ?? ['', new Uint8Array()]
  fireEvent.change(screen.getByLabelText(/选回刚才保存的恢复文件/), { target: { files: [new File([bytes], name)] } })
  type('恢复文件的口令', WORDS)
  press('打开并核对')
  const shown = await screen.findByRole('article', { name: '封装里的内容' }, { timeout: 10_000 })
  expect(within(shown).getByText('荷邻助餐队的任务')).toBeTruthy()
  expect(within(shown).getByText('联合会自己完成')).toBeTruthy()
  press('提交响应文件')
  expect(await screen.findByText('已收下。请保存回执。', {}, { timeout: 10_000 })).toBeTruthy()
  const manifest = await readManifest(ofBase64(given[0]?.manifest ?? '') ?? new Uint8Array())
  expect(manifest.core).toMatchObject({ actingFor: [MEALS.id, VISITS.id], rosterHash: 'ef'.repeat(32) })
  expect(manifest.core.segments.map(({ id }) => id)).toContain('allocation')
}, 60_000)

test('a bid that names a group which left is marked', async () => {
  together(roster({ missing: [MEALS] }), [
    {
      id: 'b1',
      lotId: LOT,
      purchaseId: 'p1',
      noticeId: 'n1',
      lotTitle: '助餐服务',
      state: 'GIVEN',
      manifestDigest: 'ab'.repeat(32),
      acceptedAt: '2026-11-28T02:00:00Z',
      replaces: null,
      endedAt: null,
      deadline: '2999-12-15T02:00:00Z',
    },
  ])
  renderPage(`/lots/${LOT}/bid`)
  await waitFor(() => expect(screen.getByText(/荷邻助餐队撤回了确认/)).toBeTruthy())
})

test('a federation is led from the news to its bid', async () => {
  together(EMPTY)
  renderPage(`/lots/${LOT}/consents`)
  expect(await screen.findByLabelText(/^带成员团队一起做/)).toBeTruthy()
})

const PARTNER = { id: '01a2243c-9ad8-7005-be76-5f82631c3b05', name: '乙服务中心' }

/** A lot whose notice takes consortia; what the body and its partner answered to the agreement that the body leads. */
function withConsortium(signedWith: string | null, own: 'ASKED' | 'SIGNED', partner: 'ASKED' | 'SIGNED') {
  scene({}, {}, [], true)
  const member = (body: ConsortiumAgreement['lead'], share: number, state: 'ASKED' | 'SIGNED') => ({
    body,
    work: `${body.name}的工作`,
    share,
    state,
    answeredAt: null,
    by: null,
  })
  const lead = { id: BODY, name: '甲社工中心' }
  const consortium: Consortium = {
    lotId: LOT,
    lotTitle: '助餐服务',
    noticeId: 'n1',
    deadline: '2999-12-15T02:00:00Z',
    now: new Date().toISOString(),
    open: true,
    accepted: true,
    signedWith,
    missing: [],
    agreements: [
      {
        lead,
        hash: 'ac'.repeat(32),
        version: 1,
        madeAt: '2026-11-28T02:00:00Z',
        terms: '各方承担连带责任。',
        members: [member(lead, 3_333, own), member(PARTNER, 6_667, partner)],
      },
    ],
  }
  server.use(http.get(`/api/lots/${LOT}/consortium`, () => HttpResponse.json(consortium)))
}

test('where consortia are taken a body may bid alone, or look for others', async () => {
  withConsortium(null, 'ASKED', 'ASKED')
  renderPage(`/lots/${LOT}/bid`)
  expect(await screen.findByText('本公告接受联合体。')).toBeTruthy()
  expect(screen.getByRole('link', { name: '看联合体协议' })).toHaveProperty('pathname', `/lots/${LOT}/consortium`)
  expect(await screen.findByLabelText(/^项目内容/)).toBeTruthy()
  expect(screen.queryByText(/不接受联合体/)).toBeNull()
})

test('who signed bids neither alone nor before all have signed', async () => {
  withConsortium(BODY, 'SIGNED', 'ASKED')
  const { unmount } = renderPage(`/lots/${LOT}/bid`)
  expect(await screen.findByText(/还没有签齐：乙服务中心/)).toBeTruthy()
  expect(screen.queryByLabelText(/^项目内容/)).toBeNull()
  unmount()
  withConsortium(PARTNER.id, 'ASKED', 'SIGNED')
  renderPage(`/lots/${LOT}/bid`)
  expect(await screen.findByText(/响应文件由牵头人提交/)).toBeTruthy()
  expect(screen.queryByLabelText(/^项目内容/)).toBeNull()
})

test('the lead bids for all who signed, the price divided to the fen', async () => {
  withConsortium(BODY, 'SIGNED', 'SIGNED')
  renderPage(`/lots/${LOT}/bid`)
  expect(await screen.findByText(/以联合体提交：甲社工中心、乙服务中心/)).toBeTruthy()
  type(/^项目内容/, await screen.findByLabelText(/^项目内容/).then(() => '午餐'))
  type(/单价/, '100.01')
  const table = await screen.findByRole('table', { name: '成员分工' })
  expect(within(table).getByText('33.33 元')).toBeTruthy()
  expect(within(table).getByText('66.68 元')).toBeTruthy()
  expect(within(table).queryByText('管理费')).toBeNull()
})

/** A bid that lies on the platform, sealed to holders who were replaced since. */
async function givenBefore() {
  const keysetOf = async () => {
    const { publicKey } = await newKeyPair()
    return writeKeyset({
      groups: [{ id: 'department', k: 1, members: [{ kid: await kidOf(publicKey), pub: publicKey }] }],
    })
  }
  const parts = [
    {
      id: 'price',
      text: '{"format":"goufu-price/1","totalFen":9125000,"lines":[{"item":"午餐","unit":"份","quantity":365,"fen":9125000}],"note":"含税"}',
    },
    {
      id: 'tech',
      text: '{"format":"goufu-tech/1","answers":[{"criterion":"服务方案","text":"送餐上门"}],"attachments":[]}',
    },
    { id: 'cred', text: '{"format":"goufu-cred/1","body":{"id":"x","name":"助老中心"},"facts":[],"statements":[]}' },
  ].map(({ id, text }) => ({ id, blob: new Blob([text]) }))
  const pieces = new Map<string, Uint8Array<ArrayBuffer>>()
  const envelope = '01a2243c-9ad8-7003-be76-5f82631c3b05'
  const draft = {
    envelopeId: envelope,
    lotId: LOT,
    noticeHash: 'ef'.repeat(32),
    orgId: BODY,
    actingFor: [],
    rosterHash: '0'.repeat(64),
  }
  const sealed = await seal(draft, await keysetOf(), parts, ({ hash, bytes }) => {
    pieces.set(hash, bytes.slice())
  })
  const file = new File([await recoveryOf(envelope, sealed, WORDS)], 'goufu-recovery.json')
  return { envelope, manifest: sealed.manifest, pieces, file, keyset: await keysetOf() }
}

test('a bid whose holders were replaced is opened here and sealed to the new ones, with the same content', async () => {
  const before = await givenBefore()
  await keysStand(await testLedger(), LOT, 'd1', ...((await readKeyset(before.keyset)).groups[0]?.members ?? []))
  scene({ bids: [ownBid({ id: before.envelope, resealAsked: true })] })
  const given: { manifest: string }[] = []
  let damage = true
  server.use(
    http.get(`/api/bids/${before.envelope}/manifest`, () => new HttpResponse(before.manifest)),
    http.get(`/api/lots/${LOT}/envelopes/${before.envelope}/chunks/:hash`, ({ params }) => {
      const piece = before.pieces.get(String(params.hash)) ?? new Uint8Array()
      return new HttpResponse(damage ? piece.slice(1) : piece)
    }),
    http.post(`/api/lots/${LOT}/keyset`, () => new HttpResponse(before.keyset)),
    http.get(`/api/lots/${LOT}/envelopes/:id/chunks`, () => HttpResponse.json({ items: [] })),
    http.put(`/api/lots/${LOT}/envelopes/:id/chunks/:hash`, () => new HttpResponse(null, { status: 204 })),
    http.post(`/api/lots/${LOT}/bids`, async ({ request }) => {
      given.push((await request.json()) as { manifest: string })
      return HttpResponse.json({ id: 'b2', act: 'BID_REPLACED', acceptedAt: '2026-11-28T02:00:00Z' }, { status: 201 })
    }),
  )
  renderPage(`/lots/${LOT}/bid`)
  expect(await screen.findByRole('heading', { name: /重新封装（内容不变）/ })).toBeTruthy()
  expect(screen.getByText(/恢复文件找不到了/)).toBeTruthy()
  const unlock = (words: string) => {
    fireEvent.change(screen.getByLabelText(/^恢复文件/), { target: { files: [before.file] } })
    type('口令', words)
    press('打开，准备重新封装')
  }
  unlock('wrong wrong wrong')
  expect((await screen.findAllByText('口令不对，打不开这个文件。', {}, { timeout: 10_000 })).length).toBeGreaterThan(0)
  unlock(WORDS)
  expect(await screen.findByText(/平台发来的密文与您提交的不一致/, {}, { timeout: 10_000 })).toBeTruthy()
  damage = false
  unlock(WORDS)
  expect(await screen.findByText(/公告在您提交之后更正过/, {}, { timeout: 10_000 })).toBeTruthy()

  type('恢复文件的口令', WORDS)
  type('再输入一次口令', WORDS)
  press('加密封装')
  fireEvent.click(await screen.findByRole('button', { name: '保存恢复文件' }, { timeout: 10_000 }))
  const [name, bytes] = vi.mocked(saveFile).mock.lastCall ?? ['', new Uint8Array()]
  fireEvent.change(screen.getByLabelText(/选回刚才保存的恢复文件/), { target: { files: [new File([bytes], name)] } })
  type('恢复文件的口令', WORDS)
  press('打开并核对')
  const shown = await screen.findByRole('article', { name: '封装里的内容' }, { timeout: 10_000 })
  expect(within(shown).getAllByText(/91,250/).length).toBeGreaterThan(0)
  expect(within(shown).getByText('送餐上门')).toBeTruthy()
  press('提交响应文件')
  expect(await screen.findByText('已收下。请保存回执。', {}, { timeout: 10_000 })).toBeTruthy()
  const manifest = await readManifest(ofBase64(given[0]?.manifest ?? '') ?? new Uint8Array())
  expect(manifest.core).toMatchObject({
    replaces: before.envelope,
    noticeHash: 'cd'.repeat(32),
    keysetHash: await keysetHash(before.keyset),
  })
}, 60_000)

test('whoever has lost the recovery file fills in the form again', async () => {
  scene({ bids: [ownBid({ resealAsked: true })] })
  renderPage(`/lots/${LOT}/bid`)
  fireEvent.click(await screen.findByRole('button', { name: '重新填写' }))
  expect(await screen.findByText(/提交后会替换原来的那一份/)).toBeTruthy()
  expect(screen.queryByRole('heading', { name: /重新封装（内容不变）/ })).toBeNull()
})

test('everything that was given is listed, with the way to each', async () => {
  signedIn(AGENT)
  server.use(
    http.get('/api/me/bids', () =>
      HttpResponse.json({
        items: [ownBid(), ownBid({ id: 'b2', lotId: 'l2', lotTitle: '探访服务', state: 'SEALED' })],
        total: 2,
        totalIsLowerBound: false,
        next: null,
      }),
    ),
  )
  const { unmount } = renderPage('/bids')
  expect(await screen.findByRole('link', { name: '助餐服务' })).toHaveProperty('pathname', `/lots/${LOT}/bid`)
  expect(screen.getByText('有效')).toBeTruthy()
  expect(screen.getByText(/还剩/)).toBeTruthy()
  expect(screen.getByRole('link', { name: '评审反馈' })).toHaveProperty('pathname', '/lots/l2/debrief')
  unmount()
  server.use(
    http.get('/api/me/bids', () => HttpResponse.json({ items: [], total: 0, totalIsLowerBound: false, next: null })),
  )
  renderPage('/bids')
  expect(await screen.findByText('还没有提交过响应文件')).toBeTruthy()
})

test('what was begun in this browser and not given stands on top, of this body alone', async () => {
  signedIn(AGENT)
  const box = (lotId: string, more: Partial<Bidding>) =>
    http.get(`/api/lots/${lotId}/bidding`, () =>
      HttpResponse.json({ lotId, deadline: '2999-12-15T02:00:00Z', open: true, bids: [], ...more }),
    )
  for (const lot of ['l1', 'l2', 'l3', 'l4']) localStorage.setItem(`goufu.bid.${BODY}.${lot}`, '{"lines":[]}')
  localStorage.setItem('goufu.bid.another-body.l5', '{"lines":[]}')
  server.use(
    http.get('/api/me/bids', () => HttpResponse.json({ items: [], total: 0, totalIsLowerBound: false, next: null })),
    box('l1', { lotTitle: '探访服务', deadline: '2999-12-20T02:00:00Z' }),
    box('l2', { lotTitle: '助餐服务', deadline: '2999-12-15T02:00:00Z', bids: [ownBid({ state: 'WITHDRAWN' })] }),
    box('l3', { lotTitle: '已提交的服务', bids: [ownBid()] }),
    box('l4', { lotTitle: '已截止的服务', open: false }),
    http.get('/api/lots/l5/bidding', () => {
      throw new Error('asked for the draft of another body')
    }),
  )
  renderPage('/bids')
  const begun = within(await screen.findByRole('region', { name: '还没有提交' }))
  expect(begun.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([
    '助餐服务',
    '探访服务',
  ])
  expect(begun.getByRole('link', { name: '继续：助餐服务' })).toHaveProperty('pathname', '/lots/l2/bid')
  expect(begun.getAllByText(/还剩/)).toHaveLength(2)
  expect(screen.queryByText('还没有提交过响应文件')).toBeNull()
})
