import { screen, waitFor } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import decodeQR from 'qr/decode.js'
import { expect, test } from 'vitest'
import type { Me, OwnBid } from '../api/types'
import { packed, unpacked } from '../lib/packed'
import { STAFF } from '../test/fixtures'
import { testLedger } from '../test/ledger'
import { renderPage } from '../test/render-page'
import { problem, server, signedIn } from '../test/server'

const AGENT: Me = { ...STAFF, account: { ...STAFF.account, roles: ['ORGANIZATION_AGENT'] } }

const bid = (more: Partial<OwnBid> = {}): OwnBid => ({
  id: 'b1',
  lotId: 'l1',
  purchaseId: 'p1',
  noticeId: 'n1',
  lotTitle: '助餐服务',
  state: 'GIVEN',
  manifestDigest: 'ab'.repeat(32),
  acceptedAt: '2026-12-14T08:02:11.984Z',
  replaces: null,
  endedAt: null,
  deadline: '2999-12-15T02:00:00Z',
  resealAsked: false,
  ...more,
})

const submitted = (more: Record<string, unknown> = {}) => ({
  acceptedAt: '2026-12-14T08:02:11.984000Z',
  kind: 'BID_SUBMITTED',
  manifest: 'ab'.repeat(32),
  subject: 'b1',
  ...more,
})

async function stands(own: OwnBid, ...acts: Record<string, unknown>[]) {
  signedIn(AGENT)
  const entered = await testLedger()
  const receipts = new Map<string, string>()
  for (const act of acts) receipts.set(String(act.kind), await entered(act))
  server.use(
    http.get('/api/bids/b1', () => HttpResponse.json(own)),
    http.get('/api/bids/b1/receipt', ({ request }) => {
      const text = receipts.get(new URL(request.url).searchParams.get('act') ?? '')
      return text === undefined ? problem(404, '/problems/bid/not-found') : new HttpResponse(text)
    }),
  )
}

/** What a camera reads: each run of the drawn path is a row of dark modules. */
function read(code: Element): string {
  const size = Number(code.getAttribute('viewBox')?.split(' ')[2])
  const scale = 3
  const side = size * scale
  const data = new Uint8Array(side * side * 4).fill(255)
  for (const [, x, y, run] of code
    .querySelector('path')
    ?.getAttribute('d')
    ?.matchAll(/M(\d+) (\d+)h(\d+)/g) ?? [])
    for (let dy = 0; dy < scale; dy++)
      for (let dx = 0; dx < Number(run) * scale; dx++) {
        const at = ((Number(y) * scale + dy) * side + Number(x) * scale + dx) * 4
        data.fill(0, at, at + 3)
      }
  return decodeQR({ width: side, height: side, data })
}

test('the slip says when to the second and at which place, and its code is the receipt that anybody verifies', async () => {
  await stands(bid(), submitted())
  const slip = renderPage('/bids/b1/receipt')
  expect(await screen.findByText('2026年12月14日 16:02:11')).toBeTruthy()
  expect(await screen.findByText(/这台设备已用账本公钥核对/)).toBeTruthy()
  expect(screen.getByText('存证序号').nextElementSibling?.textContent).toBe('1')
  expect(screen.getByText(Array(16).fill('abab').join(' '))).toBeTruthy()
  expect(screen.getByRole('link', { name: '下载回执' }).getAttribute('href')).toBe(
    '/api/bids/b1/receipt?act=BID_SUBMITTED',
  )
  const address = new URL(read(screen.getByRole('img', { name: /核验二维码/ })))
  expect(address.origin).toBe(window.location.origin)
  slip.unmount()
  renderPage(`${address.pathname}${address.hash}`)
  expect(await screen.findByRole('heading', { name: '回执有效' })).toBeTruthy()
  expect(screen.getByText('提交响应文件')).toBeTruthy()
})

test('a receipt of another bid, or of another content, is not taken for this one', async () => {
  for (const other of [{ subject: 'b2' }, { manifest: 'cd'.repeat(32) }]) {
    await stands(bid(), submitted(other))
    const page = renderPage('/bids/b1/receipt')
    expect(await screen.findByText(/这台设备核对没有通过/)).toBeTruthy()
    page.unmount()
  }
})

test('of a bid that was taken back both acts have a slip', async () => {
  await stands(
    bid({ state: 'WITHDRAWN', endedAt: '2026-12-14T09:00:00Z' }),
    submitted(),
    submitted({ kind: 'BID_WITHDRAWN' }),
  )
  renderPage('/bids/b1/receipt')
  expect(await screen.findByRole('article', { name: '响应文件已撤回' })).toBeTruthy()
  expect(screen.getByRole('article', { name: '响应文件已收到' })).toBeTruthy()
  await waitFor(() => expect(screen.getAllByText(/这台设备已用账本公钥核对/)).toHaveLength(2))
})

test('who asks for what was never given is told so', async () => {
  signedIn(AGENT)
  server.use(http.get('/api/bids/b9', () => problem(404, '/problems/bid/not-found')))
  renderPage('/bids/b9/receipt')
  expect(await screen.findByText('没有这份回执')).toBeTruthy()
})

test('an address that carries half a receipt is said to be not whole', async () => {
  const whole = await packed('c2sp.org/tlog-proof@v1\nextra AA\n')
  expect(await unpacked(whole)).toMatch(/^c2sp/)
  expect(await unpacked('!')).toBeNull()
  await testLedger()
  renderPage(`/verify#receipt=${whole.slice(0, -6)}`)
  expect(await screen.findByText(/这个地址里的回执不完整/)).toBeTruthy()
})
