import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import type { Evaluator, Me } from '../api/types'
import { renderPage } from '../test/render-page'
import { page, problem, server, signedIn } from '../test/server'

const someone = (role: Me['account']['roles'][number]): Me => ({
  account: { id: 'u1', username: 'someone', displayName: '示例', roles: [role] },
  department: null,
  organization: null,
  region: null,
})

const entry = (more: Partial<Evaluator> = {}): Evaluator => ({
  id: 'e1',
  number: 'zj000007',
  kind: 'EXPERT',
  name: '顾清源',
  employer: '示例评估中心',
  title: '高级社会工作师',
  phone: '13800001234',
  email: null,
  region: { code: '51', name: '四川省' },
  places: [{ code: '51', name: '四川省' }],
  fields: [{ code: 'A', name: '公共服务' }],
  avoidances: [],
  state: 'ACTIVE',
  stateReason: null,
  opened: false,
  version: 3,
  ...more,
})

function reference() {
  server.use(
    http.get('/api/regions', () => HttpResponse.json([])),
    http.get('/api/regions/:code', () =>
      HttpResponse.json({
        code: '51',
        name: '四川省',
        level: 1,
        parent: null,
        childCount: 21,
        fullName: '四川省',
        path: [],
      }),
    ),
    http.get('/api/service-categories', () => HttpResponse.json([{ code: 'A', name: '公共服务', childCount: 0 }])),
    http.get('/api/service-categories/:code', () => HttpResponse.json({ code: 'A', name: '公共服务', parent: null })),
    http.get('/api/evaluators/coverage', () =>
      HttpResponse.json({
        experts: 4,
        items: [
          { category: { code: 'A05', name: '社会治理服务' }, experts: 2, largestPanel: 0 },
          { category: { code: 'A04', name: '养老服务' }, experts: 9, largestPanel: 7 },
        ],
      }),
    ),
    http.get('/api/evaluators/e1/history', () => page([])),
  )
}

test('the page says who can be drawn and for which services there are too few', async () => {
  signedIn(someone('SUPERVISOR'))
  reference()
  const asked: string[] = []
  server.use(
    http.get('/api/evaluators', ({ request }) => {
      asked.push(new URL(request.url).search)
      return page([{ ...entry(), changedAt: '2026-11-23T01:12:00Z' }])
    }),
  )
  renderPage('/evaluators')
  expect(await screen.findByRole('link', { name: '顾清源' })).toBeTruthy()
  expect(screen.getByText('账号未启用')).toBeTruthy()
  expect(await screen.findByText(/有 1 类服务的人不够组成 7 人小组/)).toBeTruthy()
  expect(screen.getByText('组不成任何评审小组（至少 3 人）')).toBeTruthy()
  fireEvent.change(screen.getByLabelText('状态'), { target: { value: 'SUSPENDED' } })
  fireEvent.click(screen.getByRole('button', { name: '查找' }))
  await waitFor(() => expect(asked.at(-1)).toBe('?state=SUSPENDED&sort=NAME'))
})

test('a refusal stands beside its field, and who is alike is entered only when another person is meant', async () => {
  signedIn(someone('SUPERVISOR'))
  reference()
  const sent: { acknowledged: boolean; name: string }[] = []
  server.use(
    http.post('/api/evaluators', async ({ request }) => {
      const body = (await request.json()) as { acknowledged: boolean; name: string }
      sent.push(body)
      return body.acknowledged
        ? HttpResponse.json(entry(), { status: 201 })
        : problem(422, '/problems/pool/to-acknowledge', {
            errors: [{ pointer: '/name', code: 'pool-alike', detail: '已有“顾清源”（编号 zj000001）。' }],
          })
    }),
    http.get('/api/evaluators/e1', () => HttpResponse.json(entry())),
  )
  const { router } = renderPage('/evaluators/new')
  fireEvent.change(await screen.findByLabelText('姓名'), { target: { value: '顾清源' } })
  fireEvent.click(screen.getByRole('button', { name: '登记' }))
  expect(await screen.findByRole('link', { name: /已有“顾清源”/ })).toBeTruthy()
  fireEvent.click(screen.getByLabelText('是另一个人'))
  fireEvent.click(screen.getByRole('button', { name: '登记' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/evaluators/e1'))
  expect(sent.map(({ acknowledged, name }) => [acknowledged, name])).toEqual([
    [false, '顾清源'],
    [true, '顾清源'],
  ])
})

test('a suspension asks why, and can be taken back at once', async () => {
  signedIn(someone('SUPERVISOR'))
  reference()
  let state: Evaluator['state'] = 'ACTIVE'
  const sent: unknown[] = []
  server.use(
    http.get('/api/evaluators/e1', () => HttpResponse.json(entry({ state, opened: true }))),
    http.post('/api/evaluators/e1/state', async ({ request }) => {
      const body = (await request.json()) as { state: Evaluator['state'] }
      sent.push(body)
      state = body.state
      return new HttpResponse(null, { status: 204 })
    }),
  )
  renderPage('/evaluators/e1')
  fireEvent.click(await screen.findByRole('button', { name: '暂停' }))
  const dialog = screen.getByRole('dialog')
  fireEvent.change(within(dialog).getByLabelText('理由'), { target: { value: '纪律检查' } })
  fireEvent.click(within(dialog).getByRole('button', { name: '暂停' }))
  fireEvent.click(await screen.findByRole('button', { name: '撤销' }))
  await waitFor(() =>
    expect(sent).toEqual([
      { state: 'SUSPENDED', reason: '纪律检查' },
      { state: 'ACTIVE', reason: '撤销刚才的操作' },
    ]),
  )
})

test('an expert adds whom to avoid, and cannot drop what is on record', async () => {
  signedIn(someone('EVALUATOR'))
  reference()
  const sent: unknown[] = []
  const known = { body: { id: 'b1', name: '春晖服务中心' }, relation: 'EMPLOYED', until: null } as const
  server.use(
    http.get('/api/me/evaluator', () => HttpResponse.json(entry({ opened: true, avoidances: [known] }))),
    http.get('/api/organizations', () =>
      page([{ id: 'b2', name: '明德服务中心', region: { code: '5101', name: '成都市' } }]),
    ),
    http.put('/api/me/evaluator/avoidances', async ({ request }) => {
      sent.push([request.headers.get('If-Match'), await request.json()])
      return HttpResponse.json(entry({ opened: true, version: 4 }))
    }),
  )
  renderPage('/evaluators/own')
  expect(await screen.findByRole('region', { name: '春晖服务中心' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: '去掉 春晖服务中心' })).toBeNull()
  fireEvent.change(screen.getByLabelText('查找社会组织'), { target: { value: '明德' } })
  fireEvent.click(screen.getByRole('button', { name: '查找' }))
  fireEvent.click(await screen.findByRole('button', { name: '加上' }))
  const added = screen.getByRole('region', { name: '明德服务中心' })
  fireEvent.change(within(added).getByLabelText('关系'), { target: { value: 'BOARD' } })
  fireEvent.click(screen.getByRole('button', { name: '保存回避情况' }))
  await waitFor(() =>
    expect(sent).toEqual([
      [
        '"3"',
        {
          avoidances: [
            { body: 'b1', relation: 'EMPLOYED', until: null },
            { body: 'b2', relation: 'BOARD', until: null },
          ],
        },
      ],
    ]),
  )
})
