import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import type { Me, Opening, OwnAtOpening } from '../api/types'
import { ciphertextOf } from '../features/bidding/opening/ciphertext'
import { newKeyPair } from '../features/bidding/seal/hpke'
import { readManifest } from '../features/bidding/seal/manifest'
import { writeHolderKey } from '../features/bidding/seal/passphrase-file'
import { seal } from '../features/bidding/seal/sealer'
import { base64, utf8 } from '../lib/bytes'
import { STAFF } from '../test/fixtures'
import { renderPage } from '../test/render-page'
import { problem, server, signedIn } from '../test/server'

const LOT = '01a225c4-65b4-7001-8d32-b8bc4a093f42'
const BID = '01a225c4-65b4-7001-8d32-b8bc4a093f43'
const AGENT: Me = { ...STAFF, account: { ...STAFF.account, roles: ['ORGANIZATION_AGENT'] } }

const opening = (more: Partial<Opening> = {}): Opening => ({
  lotId: LOT,
  purchaseId: 'p1',
  noticeId: 'n1',
  title: '助餐服务',
  now: new Date().toISOString(),
  deadline: '2026-11-29T02:00:00Z',
  openingAt: '2026-11-29T02:00:00Z',
  state: 'OPENING',
  stage: 'ALL',
  staged: false,
  priced: false,
  begunAt: '2026-11-29T02:00:10Z',
  begunBy: '演示经办人',
  bids: 3,
  done: 2,
  checkUntil: '2026-11-29T02:15:10Z',
  releasedAt: '2026-11-29T02:15:10Z',
  gatheredAt: '2026-11-29T02:16:00Z',
  remedyUntil: '2026-11-29T02:46:00Z',
  openedAt: null,
  digest: null,
  without: null,
  holders: [],
  items: [],
  said: [],
  ...more,
})

const own = (more: Partial<OwnAtOpening> = {}): OwnAtOpening => ({
  id: BID,
  own: true,
  bidder: '春熙助老中心',
  acceptedAt: '2026-11-28T02:00:00Z',
  checked: true,
  objected: false,
  mendable: true,
  pending: false,
  outcome: 'FAILED',
  reason: 'CIPHERTEXT_LOST',
  ...more,
})

function scene(bid: OwnAtOpening) {
  signedIn(AGENT)
  server.use(
    http.get(`/api/lots/${LOT}/opening`, () => HttpResponse.json(opening())),
    http.get(`/api/lots/${LOT}/opening/part`, () => HttpResponse.json({ bid, department: false, keys: [] })),
  )
}

/** What a bidder has kept: the manifest, and all ciphertext one piece after the other. */
async function kept() {
  const keys = await newKeyPair()
  const keyset = utf8(
    `{"groups":[{"id":"department","k":1,"members":[{"kid":"${keys.kid}","pub":"${base64(keys.publicKey)}"}]}],"suite":"S1"}`,
  )
  const chunks = new Map<string, Blob[]>([['price', []]])
  const { manifest } = await seal(
    {
      envelopeId: BID,
      lotId: LOT,
      noticeHash: '1'.repeat(64),
      orgId: LOT,
      actingFor: [],
      rosterHash: '0'.repeat(64),
    },
    keyset,
    [{ id: 'price', blob: new Blob(['{}']) }],
    ({ segment, bytes }) => {
      chunks.get(segment)?.push(new Blob([bytes]))
    },
  )
  const read = await readManifest(manifest)
  return { manifest, hashes: read.segments.flatMap((one) => one.chunks), copy: ciphertextOf(read, chunks) }
}

test('what the platform lost its bidder presents again, and another file is not taken for it', async () => {
  scene(own())
  const { manifest, hashes, copy } = await kept()
  const presented: string[] = []
  const said: unknown[] = []
  server.use(
    http.get(`/api/bids/${BID}/manifest`, () => new HttpResponse(manifest)),
    http.put(`/api/bids/${BID}/chunks/:hash`, ({ params }) => {
      presented.push(String(params.hash))
      return new HttpResponse(null, { status: 204 })
    }),
    http.post(`/api/bids/${BID}/remedy`, async ({ request }) => {
      said.push(await request.json())
      return new HttpResponse(null, { status: 204 })
    }),
  )
  renderPage(`/lots/${LOT}/opening`)
  expect(await screen.findByText(/平台上的密文丢失或损坏，不是您的原因/)).toBeTruthy()
  const press = () => fireEvent.click(screen.getByRole('button', { name: '再交一次' }))
  const choose = (file: Blob, name: string) =>
    fireEvent.change(screen.getByLabelText(/密文副本/), { target: { files: [new File([file], name)] } })

  press()
  expect((await screen.findAllByText('请选择密文副本。')).length).toBeGreaterThan(0)
  choose(new Blob(['another file']), 'another.goufubid')
  press()
  expect((await screen.findAllByText(/不是这份响应文件的密文/)).length).toBeGreaterThan(0)
  expect(presented).toEqual([])

  choose(copy, 'own.goufubid')
  press()
  await waitFor(() => expect(said).toEqual([{ keys: [] }]))
  expect(presented).toEqual(hashes)
  expect(await screen.findByText('已收到，正在重新开启。')).toBeTruthy()
})

test('whoever comes reads of which purchase the lot is', async () => {
  scene(own())
  server.use(http.get('/api/notices/n1', () => HttpResponse.json({ title: '长者食堂 采购公告', lots: [] })))
  renderPage(`/lots/${LOT}/opening`)
  expect(await screen.findByText('长者食堂 采购公告')).toBeTruthy()
  expect(screen.getByText('助餐服务')).toBeTruthy()
})

test('a bidder is asked to check the seal until it has done so', async () => {
  const shown = (checked: boolean) => {
    scene(own({ checked, mendable: false, outcome: null, reason: null }))
    server.use(http.get(`/api/lots/${LOT}/opening`, () => HttpResponse.json(opening({ state: 'SEAL_CHECK' }))))
    return renderPage(`/lots/${LOT}/opening`)
  }
  const before = shown(false)
  expect(await screen.findByText(/^请在 .* 前核对/)).toBeTruthy()
  expect(screen.getByRole('button', { name: '核对封存' })).toBeTruthy()
  before.unmount()
  shown(true)
  expect(await screen.findByText('您已确认封存完好')).toBeTruthy()
  expect(screen.queryByText(/^请在 .* 前核对/)).toBeNull()
  expect(screen.queryByRole('button', { name: '核对封存' })).toBeNull()
  expect(screen.getByRole('button', { name: '提出异议' })).toBeTruthy()
})

test('what holders could not open its bidder opens, until the half hour is over', async () => {
  scene(own({ reason: 'HOLDERS_MISSING' }))
  const { unmount } = renderPage(`/lots/${LOT}/opening`)
  expect(await screen.findByRole('button', { name: '用恢复文件打开' })).toBeTruthy()
  expect(screen.getByText(/开启人没能交够份额/)).toBeTruthy()
  unmount()

  scene(own({ reason: 'HOLDERS_MISSING', mendable: false }))
  renderPage(`/lots/${LOT}/opening`)
  expect(await screen.findByText(/未能开启/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '用恢复文件打开' })).toBeNull()
})

test('after each stage the department is led to the evaluation, and back to the prices', async () => {
  const shown = async (state: Opening['state']) => {
    signedIn(STAFF)
    server.use(
      http.get(`/api/lots/${LOT}/opening`, () =>
        HttpResponse.json(opening({ state, stage: 'TECHNICAL', staged: true, openedAt: '2026-11-29T02:20:00Z' })),
      ),
      http.get(`/api/lots/${LOT}/opening/part`, () => HttpResponse.json({ bid: null, department: true, keys: [] })),
    )
    return renderPage(`/lots/${LOT}/opening`)
  }
  const technical = await shown('TECHNICAL_OPENED')
  expect(await screen.findByRole('link', { name: '去评审' })).toHaveProperty('pathname', `/lots/${LOT}/evaluation`)
  technical.unmount()
  const allowed = await shown('PRICES_ALLOWED')
  expect(await screen.findByRole('button', { name: '开启报价' })).toBeTruthy()
  expect(screen.queryByRole('link', { name: '去评审' })).toBeNull()
  allowed.unmount()
})

test('whoever begins is led to what goes on now, for the button is gone', async () => {
  signedIn(STAFF)
  const stand = { state: 'SEALED' as Opening['state'] }
  const shown = () => HttpResponse.json(opening({ state: stand.state, gatheredAt: null, remedyUntil: null }))
  server.use(
    http.get(`/api/lots/${LOT}/opening`, shown),
    http.get(`/api/lots/${LOT}/opening/part`, () => HttpResponse.json({ bid: null, department: true, keys: [] })),
    http.post(`/api/lots/${LOT}/opening`, () => {
      stand.state = 'SEAL_CHECK'
      return shown()
    }),
  )
  renderPage(`/lots/${LOT}/opening`)
  fireEvent.click(await screen.findByRole('button', { name: '开始开启' }))
  await waitFor(() => expect(screen.queryByRole('button', { name: '开始开启' })).toBeNull())
  await waitFor(() => expect(document.activeElement?.textContent).toMatch(/正在核对自己的封存/))
})

test('of a lot that was terminated nothing is opened, and nobody is asked for anything', async () => {
  signedIn(STAFF)
  server.use(
    http.get(`/api/lots/${LOT}/opening`, () => HttpResponse.json(opening({ state: 'ENDED', gatheredAt: null }))),
    http.get(`/api/lots/${LOT}/opening/part`, () =>
      HttpResponse.json({ bid: own(), department: true, keys: [{ kid: 'cd'.repeat(16), tookPart: false }] }),
    ),
  )
  renderPage(`/lots/${LOT}/opening`)
  expect(await screen.findByText(/采购人终止了本包，不再开启/)).toBeTruthy()
  expect(await screen.findByRole('link', { name: '打开采购页面' })).toBeTruthy()
  expect(await screen.findByText('我的响应文件')).toBeTruthy()
  expect(screen.queryAllByRole('button', { name: /开启|打开|份额|核对|异议|密文/ })).toEqual([])
})

test('whoever of the department holds a key is asked for it first', async () => {
  signedIn(STAFF)
  server.use(
    http.get(`/api/lots/${LOT}/opening`, () => HttpResponse.json(opening({ state: 'OPENING', gatheredAt: null }))),
    http.get(`/api/lots/${LOT}/opening/part`, () =>
      HttpResponse.json({ bid: null, department: true, keys: [{ kid: 'cd'.repeat(16), tookPart: false }] }),
    ),
  )
  renderPage(`/lots/${LOT}/opening`)
  await screen.findByRole('button', { name: '打开并交出份额' })
  const headings = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)
  expect(headings.slice(0, 2)).toEqual(['用我的钥匙开启', '采购单位'])
})

test('the department is told that a key holds no more, and its approver replaces the holders', async () => {
  const approver: Me = { ...STAFF, account: { ...STAFF.account, roles: ['DEPARTMENT_APPROVER'] } }
  let gone: object[] = [{ kid: 'ab'.repeat(16), group: 'DEPARTMENT', owner: '王芳', by: 'REVOCATION' }]
  let missing = 1
  let replaced: string | null = null
  const stands = () => ({
    lotId: LOT,
    keyset: '1'.repeat(64),
    open: true,
    gone,
    missing,
    replacedAt: replaced,
    replacedBy: replaced === null ? null : '李明',
  })
  const shown = (who: Me) => {
    signedIn(who)
    server.use(
      http.get(`/api/lots/${LOT}/opening`, () => HttpResponse.json(opening({ state: 'GIVING', begunAt: null }))),
      http.get(`/api/lots/${LOT}/opening/part`, () =>
        HttpResponse.json({ bid: null, department: true, keys: [{ kid: 'cd'.repeat(16), tookPart: false }] }),
      ),
      http.get(`/api/lots/${LOT}/keyset/replacement`, () => HttpResponse.json(stands())),
      http.post(`/api/lots/${LOT}/keyset/replacement`, () => {
        gone = []
        replaced = '2026-11-28T02:00:00Z'
        return HttpResponse.json(stands(), { status: 201 })
      }),
    )
    return renderPage(`/lots/${LOT}/opening`)
  }
  const waits = shown(approver)
  expect(await screen.findByText('王芳的钥匙已停用。')).toBeTruthy()
  expect(screen.getByText(/还差 1 人启用开标钥匙/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '更换开启人' })).toBeNull()
  waits.unmount()

  missing = 0
  const officer = shown(STAFF)
  expect(await screen.findByText('请本单位的审核人在这里更换。')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '更换开启人' })).toBeNull()
  officer.unmount()

  shown(approver)
  fireEvent.click(await screen.findByRole('button', { name: '更换开启人' }))
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '更换开启人' }))
  expect(await screen.findByText('开启人已更换，已通知各机构。')).toBeTruthy()
  expect(await screen.findByText(/由李明办理/)).toBeTruthy()
  expect(screen.queryByText('王芳的钥匙已停用。')).toBeNull()
})

test('whoever has an old and a new key is asked for the one whose file is chosen', async () => {
  const keys = [await newKeyPair(), await newKeyPair()]
  signedIn(STAFF)
  const asked: (string | null)[] = []
  server.use(
    http.get(`/api/lots/${LOT}/opening`, () => HttpResponse.json(opening({ state: 'OPENING', gatheredAt: null }))),
    http.get(`/api/lots/${LOT}/opening/part`, () =>
      HttpResponse.json({
        bid: null,
        department: false,
        keys: keys.map(({ kid }, at) => ({ kid, tookPart: at === 0 })),
      }),
    ),
    http.get(`/api/lots/${LOT}/opening/shares`, ({ request }) => {
      asked.push(new URL(request.url).searchParams.get('kid'))
      return problem(409, '/problems/opening/no-shares-asked')
    }),
  )
  renderPage(`/lots/${LOT}/opening`)
  expect(await screen.findByText(/分别封给您的新旧钥匙/)).toBeTruthy()
  expect(screen.getByText('您已用其中一把钥匙交过份额。')).toBeTruthy()
  const choose = async (place: number) => {
    const pair = keys[place]
    if (pair === undefined) throw new Error('no such key')
    const file = new File([await writeHolderKey(pair, 'goufu-demo')], 'key.json')
    fireEvent.change(screen.getByLabelText(/钥匙文件/), { target: { files: [file] } })
    fireEvent.change(screen.getByLabelText('口令'), { target: { value: 'goufu-demo' } })
    fireEvent.click(screen.getByRole('button', { name: '打开并交出份额' }))
  }
  await choose(0)
  expect((await screen.findAllByText('这不是要用的那个文件，请另选一个。')).length).toBeGreaterThan(0)
  expect(asked).toEqual([])
  await choose(1)
  await waitFor(() => expect(asked).toEqual([keys[1]?.kid]))
}, 30_000)

test('who did not come is missed only where the shares were too few', async () => {
  const holders = [
    { group: 'DEPARTMENT', name: '演示经办人', tookPart: true, former: false },
    { group: 'DEPARTMENT', name: '演示审核人', tookPart: false, former: false },
  ]
  const shown = (more: Partial<Opening>) => {
    server.use(
      http.get(`/api/lots/${LOT}/opening`, () => HttpResponse.json(opening({ state: 'OPENED', holders, ...more }))),
    )
    return renderPage(`/lots/${LOT}/opening`)
  }
  const enough = shown({ openedAt: '2026-11-29T02:20:00Z' })
  expect(await screen.findByText('演示审核人 · 采购单位 · 未参加（人数已够）')).toBeTruthy()
  enough.unmount()
  shown({ openedAt: '2026-11-29T02:20:00Z', without: '审核人生病' })
  expect(await screen.findByText('演示审核人 · 采购单位 · 未参加')).toBeTruthy()
})

test('who bids with others reads what their lead found about the seal, and is asked nothing', async () => {
  const shown = (bid: Partial<OwnAtOpening>) => {
    scene(own({ own: false, outcome: null, reason: null, mendable: false, ...bid }))
    server.use(
      http.get(`/api/lots/${LOT}/opening`, () =>
        HttpResponse.json(opening({ state: 'SEAL_CHECK', gatheredAt: null, remedyUntil: null })),
      ),
    )
    return renderPage(`/lots/${LOT}/opening`)
  }
  const waiting = shown({ checked: false })
  expect(await screen.findByText(/等“春熙助老中心”在 .* 前核对封存/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '核对封存' })).toBeNull()
  expect(screen.queryByRole('link', { name: '查看提交记录和回执' })).toBeNull()
  waiting.unmount()
  const objecting = shown({ checked: false, objected: true })
  expect(await screen.findByText('“春熙助老中心”对封存提出了异议')).toBeTruthy()
  objecting.unmount()
  shown({ checked: true })
  expect(await screen.findByText('“春熙助老中心”已确认封存完好')).toBeTruthy()
})

test('whoever objected has not said that the seal is whole', async () => {
  scene(own({ outcome: null, reason: null, mendable: false, checked: false, objected: true }))
  server.use(
    http.get(`/api/lots/${LOT}/opening`, () =>
      HttpResponse.json(opening({ state: 'SEAL_CHECK', gatheredAt: null, remedyUntil: null })),
    ),
  )
  renderPage(`/lots/${LOT}/opening`)
  expect(await screen.findByText('您已提出异议，写在开启记录里')).toBeTruthy()
  expect(screen.queryByText('您已确认封存完好')).toBeNull()
})
