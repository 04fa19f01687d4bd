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
  ...more,
})

function asked(...items: ConsentRequest[]) {
  signedIn(GROUP)
  const sent: unknown[] = []
  server.use(
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

test('after the deadline nothing can be changed, and without requests the page says what comes', async () => {
  asked(request({ open: false, consent: 'CONSENTED' }))
  const { unmount } = renderPage('/consents')
  expect(await screen.findByText('提交截止时间已过，不能再改动。')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '撤回确认' })).toBeNull()
  unmount()
  asked()
  renderPage('/consents')
  expect(await screen.findByText('现在没有等您确认的分工')).toBeTruthy()
})
