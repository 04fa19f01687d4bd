import { fireEvent, screen, waitFor } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import type { Me, Rebuild } from '../api/types'
import { OFFICER } from '../test/fixtures'
import { renderPage } from '../test/render-page'
import { problem, server } from '../test/server'

const ADMIN: Me = {
  ...OFFICER,
  account: { id: 'a9', username: 'admin', displayName: '管理员', roles: ['PLATFORM_ADMIN'] },
  department: null,
}

const rebuilt = (more: Partial<Rebuild> = {}): Rebuild => ({
  state: 'IDLE',
  done: 0,
  total: 0,
  startedAt: null,
  finishedAt: null,
  message: null,
  ...more,
})

function stands(states: Rebuild[]) {
  server.use(
    http.get('/api/me', () => HttpResponse.json(ADMIN)),
    http.get('/api/operations/index-rebuild', () => HttpResponse.json(states.length > 1 ? states.shift() : states[0])),
    http.get('/api/operations/index-check', () =>
      HttpResponse.json({ checkedAt: '2026-11-23T01:00:00Z', missing: 0, stale: 2, extra: 0 }),
    ),
  )
}

test('a rebuild is watched with its numbers until it is done', async () => {
  stands([
    rebuilt(),
    rebuilt({ state: 'RUNNING', done: 1200, total: 3380, startedAt: '2026-11-23T01:00:00Z' }),
    rebuilt({ state: 'DONE', done: 3380, total: 3380, finishedAt: '2026-11-23T01:01:00Z' }),
  ])
  server.use(http.post('/api/operations/index-rebuild', () => new HttpResponse(null, { status: 202 })))
  renderPage('/operations')
  fireEvent.click(await screen.findByRole('button', { name: '重建索引' }))
  expect(await screen.findByText('1,200 / 3,380')).toBeTruthy()
  expect(await screen.findByText(/上次重建完成于/)).toBeTruthy()
})

test('where index and database disagree, it says so in numbers', async () => {
  stands([rebuilt()])
  renderPage('/operations')
  expect(await screen.findByText(/索引和数据库不一致/)).toBeTruthy()
  expect(screen.getByText('2')).toBeTruthy()
})

test('the clock stands there in a demo only, and moves ahead by what was pressed', async () => {
  stands([rebuilt()])
  const sent: unknown[] = []
  const first = renderPage('/operations')
  await screen.findByText(/索引和数据库不一致/)
  expect(screen.queryByText('演示时钟')).toBeNull()
  first.unmount()
  server.use(
    http.get('/api/demo/clock', () => HttpResponse.json({ now: new Date().toISOString(), offset: 'PT0S' })),
    http.post('/api/demo/clock', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json({ now: '2026-11-26T01:00:00Z', offset: 'PT72H' })
    }),
  )
  renderPage('/operations')
  fireEvent.click(await screen.findByRole('button', { name: '往前 3 天' }))
  await waitFor(() => expect(sent).toEqual([{ advance: 'PT72H' }]))
  expect(await screen.findByText('现在是 2026年11月26日 周四 09:00。')).toBeTruthy()
})

test('a refused rebuild says why', async () => {
  stands([rebuilt()])
  server.use(
    http.post('/api/operations/index-rebuild', () => problem(409, '/problems/running', { detail: '正在重建' })),
  )
  renderPage('/operations')
  fireEvent.click(await screen.findByRole('button', { name: '重建索引' }))
  expect(await screen.findByText('正在重建')).toBeTruthy()
})
