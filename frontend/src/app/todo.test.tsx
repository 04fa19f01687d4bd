import { screen, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import type { Todo } from '../api/types'
import { EVALUATOR, GROUP, OFFICER } from '../test/fixtures'
import { renderPage } from '../test/render-page'
import { server } from '../test/server'

const todo = (more: Partial<Todo>): Todo => ({
  matter: 'BEGIN_OPENING',
  lotId: 'l1',
  purchaseId: 'p1',
  title: '助餐与探访',
  since: '2026-11-23T01:12:00Z',
  until: null,
  ...more,
})

const signedIn = (who: object, items: Todo[]) =>
  server.use(
    http.get('/api/me', () => HttpResponse.json(who)),
    http.get('/api/me/inbox', () => HttpResponse.json({ items: [], total: 0, next: null, unread: 0 })),
    http.get('/api/me/work', () => HttpResponse.json({ items })),
  )

test('each finds what waits, since when or until when, and the way to it', async () => {
  signedIn(OFFICER, [
    todo({ matter: 'LOOK_AT_SEAL', title: '核对的包', until: '2999-12-15T02:00:00Z' }),
    todo({ matter: 'BEGIN_OPENING', title: '要开启的包' }),
    todo({ matter: 'REVIEW_PURCHASE', lotId: null, title: '要审核的项目' }),
    todo({ matter: 'DECIDE_AWARD', title: '要定标的包' }),
    todo({ matter: 'SCORE_BIDS', title: '要打分的包' }),
    todo({ matter: 'EXPLAIN_PRICE', title: '要说明的包' }),
  ])
  renderPage('/worklist')
  expect(await screen.findByText('有 6 件事等您处理')).toBeTruthy()
  const way = (name: string) => screen.getByRole('link', { name }).getAttribute('href')
  expect(way('去核对：核对的包')).toBe('/lots/l1/opening')
  expect(way('去开启：要开启的包')).toBe('/lots/l1/opening')
  expect(way('去审核：要审核的项目')).toBe('/purchases/p1')
  expect(way('去决定：要定标的包')).toBe('/lots/l1/evaluation')
  expect(way('去打分：要打分的包')).toBe('/evaluations/l1')
  expect(way('去说明：要说明的包')).toBe('/lots/l1/debrief')
  const row = screen.getByText('核对的包').closest('li') as HTMLElement
  expect(within(row).getByText(/还剩/)).toBeTruthy()
})

test.each([OFFICER, EVALUATOR, GROUP])('nothing waits: it says so, and where one is told', async (who) => {
  signedIn(who, [])
  renderPage('/worklist')
  expect(await screen.findByText('都处理完了')).toBeTruthy()
  expect(screen.getByRole('link', { name: '看看消息' }).getAttribute('href')).toBe('/inbox')
  expect(screen.getByRole('link', { name: '待办' }).getAttribute('href')).toBe('/worklist')
})
