import { fireEvent, screen, waitFor } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import type { Me, Opening, OwnAtOpening } from '../api/types'
import { ciphertextOf } from '../features/bidding/opening/ciphertext'
import { newKeyPair } from '../features/bidding/seal/hpke'
import { readManifest } from '../features/bidding/seal/manifest'
import { seal } from '../features/bidding/seal/sealer'
import { base64, utf8 } from '../lib/bytes'
import { STAFF } from '../test/fixtures'
import { renderPage } from '../test/render-page'
import { server, signedIn } from '../test/server'

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
  acceptedAt: '2026-11-28T02:00:00Z',
  checked: true,
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
    http.get(`/api/lots/${LOT}/opening/part`, () =>
      HttpResponse.json({ bid, department: false, kid: null, tookPart: false }),
    ),
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
      http.get(`/api/lots/${LOT}/opening/part`, () =>
        HttpResponse.json({ bid: null, department: true, kid: null, tookPart: false }),
      ),
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
