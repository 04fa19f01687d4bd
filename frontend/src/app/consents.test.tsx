import { fireEvent, screen, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import type { ConsentRequest } from '../api/types'
import { GROUP } from '../test/fixtures'
import { renderPage } from '../test/render-page'
import { problem, server, signedIn } from '../test/server'

const request = (more: Partial<ConsentRequest> = {}): ConsentRequest => ({
  lotId: 'l1',
  lotTitle: '助餐服务',
  noticeId: 'n1',
  deadline: '2999-12-15T02:00:00Z',
  open: true,
  federation: { id: 'f1', name: '桂湖街道联合会' },
  task: '每个工作日送餐三十份',
  deliverables: '每月交付服务台账',
  share: 3050,
  fee: 1000,
  ownShare: 4000,
  digest: 'ab'.repeat(32),
  current: true,
  consent: 'ASKED',
  answeredAt: null,
  became: null,
  ...more,
})

function asked(...items: ConsentRequest[]) {
  signedIn(GROUP)
  const sent: unknown[] = []
  server.use(
    http.get('/api/lots/l1/price-explanation', () => problem(404, '/problems/evaluation/not-found')),
    http.get('/api/me/consents', () => HttpResponse.json({ items, now: new Date().toISOString() })),
    http.post('/api/lots/l1/consents', async ({ request: answer }) => {
      sent.push(await answer.json())
      return new HttpResponse(null, { status: 204 })
    }),
    http.post('/api/lots/l1/consents/revocation', () => {
      sent.push('revoked')
      return new HttpResponse(null, { status: 204 })
    }),
  )
  return sent
}

test('the contact reads exactly what the group consents to, and consents', async () => {
  const sent = asked(request())
  renderPage('/lots/l1/consents')
  expect(await screen.findByText('每个工作日送餐三十份')).toBeTruthy()
  expect(screen.getByText('30.5%')).toBeTruthy()
  expect(screen.getByText(/管理费 10%/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '确认参加' }))
  expect(await screen.findByText('已确认，联合会会收到通知。')).toBeTruthy()
  expect(sent).toEqual([{ federation: 'f1', digest: 'ab'.repeat(32), answer: 'CONSENTED' }])
})

test('the contact reads for which purchase it is, and how much it can come to', async () => {
  asked(request())
  server.use(
    http.get('/api/notices/n1', () =>
      HttpResponse.json({ title: '长者食堂 采购公告', lots: [{ id: 'l1', budgetFen: 9_800_000 }] }),
    ),
  )
  renderPage('/lots/l1/consents')
  expect(await screen.findByText('长者食堂 采购公告')).toBeTruthy()
  expect(screen.getByText('预算 98,000 元，按这个比例最多 29,890 元。')).toBeTruthy()
})

test('a group that stands behind another federation is told what to do', async () => {
  asked(request())
  server.use(
    http.post('/api/lots/l1/consents', () =>
      problem(409, '/problems/roster/consented-elsewhere', { detail: '您的团队已经确认随“别家”参加这个采购包。' }),
    ),
  )
  renderPage('/lots/l1/consents')
  fireEvent.click(await screen.findByRole('button', { name: '确认参加' }))
  expect(within(await screen.findByRole('alert')).getByText(/已经确认随“别家”参加/)).toBeTruthy()
})

test('a consent can be taken back, after a word on what that means', async () => {
  const sent = asked(request({ consent: 'CONSENTED', answeredAt: '2026-11-28T02:00:00Z' }))
  renderPage('/consents')
  fireEvent.click(await screen.findByRole('button', { name: '撤回确认' }))
  const dialog = await screen.findByRole('dialog')
  expect(within(dialog).getByText(/桂湖街道联合会会马上收到通知/)).toBeTruthy()
  fireEvent.click(within(dialog).getByRole('button', { name: '撤回确认' }))
  expect(await screen.findByText('已撤回，联合会会收到通知。')).toBeTruthy()
  expect(sent).toEqual(['revoked'])
})

const result = (winner: string, method: string) => ({
  digest: 'ab',
  result: {
    method,
    bids: [
      { id: 'b1', body: { id: 'f1', name: '桂湖街道联合会' }, excludedAt: winner === 'f1' ? null : 'AWARD' },
      { id: 'b2', body: { id: 'f2', name: '别家' }, excludedAt: null },
    ],
    ranking: [{ bid: 'b1' }, { bid: 'b2' }],
  },
})

test('once the bid was opened the group reads what became of it, and its own amount', async () => {
  asked(request({ open: false, consent: 'CONSENTED', became: { outcome: 'OPENED', fen: 2_745_000 } }))
  server.use(http.get('/api/lots/l1/result', () => problem(404, '/problems/evaluation/no-result')))
  renderPage('/lots/l1/consents')
  expect(await screen.findByText('“桂湖街道联合会”的响应文件已开启，还没有结果')).toBeTruthy()
  expect(screen.getByText('您的团队在报价里的金额').nextElementSibling?.textContent).toBe('27,450 元')
  expect(screen.queryByRole('link', { name: '看公布的结果' })).toBeNull()
})

test.each([
  ['f1', 'BT_COMPARE', '“桂湖街道联合会”成交', /^您的团队的金额/],
  ['f1', 'OPEN_TENDER', '“桂湖街道联合会”中标', /^您的团队的金额/],
  ['f2', 'OPEN_TENDER', '“桂湖街道联合会”这次没有中标', /^您的团队在报价里的金额/],
])('of a result won by %s in a %s the group reads its own', async (winner, method, words, amount) => {
  asked(request({ open: false, consent: 'CONSENTED', became: { outcome: 'OPENED', fen: 2_745_000 } }))
  server.use(http.get('/api/lots/l1/result', () => HttpResponse.json(result(winner, method))))
  renderPage('/lots/l1/consents')
  expect(await screen.findByText(words)).toBeTruthy()
  expect(screen.getByText(amount)).toBeTruthy()
  expect(screen.getByRole('link', { name: '看公布的结果' })).toHaveProperty('pathname', '/lots/l1/result')
})

test.each([
  [{ explainedAt: null, accepted: null }, /请“桂湖街道联合会”在 .* 前书面说明，还没有说明/],
  [{ explainedAt: '2026-12-01T02:00:00Z', accepted: null }, /“桂湖街道联合会”已作说明，等待认定/],
  [{ explainedAt: '2026-12-01T02:00:00Z', accepted: false }, /“桂湖街道联合会”的说明没有被采纳，响应文件无效/],
])('a group follows what is asked about the price of the bid with it', async (more, words) => {
  asked(request({ open: false, consent: 'CONSENTED', became: { outcome: 'OPENED', fen: 2_745_000 } }))
  server.use(
    http.get('/api/lots/l1/result', () => problem(404, '/problems/evaluation/no-result')),
    http.get('/api/lots/l1/price-explanation', () =>
      HttpResponse.json({ bidder: '桂湖街道联合会', own: false, answerBy: '2026-12-01T03:00:00Z', ...more }),
    ),
  )
  renderPage('/lots/l1/consents')
  expect(await screen.findByText(words)).toBeTruthy()
})

test('an invalid bid is said to be invalid, and of a sealed price there is no amount yet', async () => {
  asked(
    request({ open: false, became: { outcome: 'INVALID', fen: 2_745_000 } }),
    request({ open: false, digest: 'cd'.repeat(32), became: { outcome: 'OPENED', fen: null } }),
  )
  server.use(http.get('/api/lots/l1/result', () => problem(404, '/problems/evaluation/no-result')))
  renderPage('/consents')
  expect(await screen.findByText('“桂湖街道联合会”的响应文件无效')).toBeTruthy()
  expect(await screen.findByText(/^报价还封存着/)).toBeTruthy()
})

test('after the deadline nothing can be changed, and without requests the page says what comes', async () => {
  asked(request({ open: false, consent: 'CONSENTED' }))
  const { unmount } = renderPage('/consents')
  expect(await screen.findByText(/^提交截止时间已过，或者本包已经终止，不能再改动。 还没有开启/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '撤回确认' })).toBeNull()
  unmount()
  asked()
  renderPage('/consents')
  expect(await screen.findByText('现在没有等您确认的分工')).toBeTruthy()
})
