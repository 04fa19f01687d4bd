import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import type { Me, Purchase } from '../api/types'
import { notice, OFFICER, purchase } from '../test/fixtures'
import { renderPage } from '../test/render-page'
import { problem, server } from '../test/server'

const APPROVER: Me = {
  ...OFFICER,
  account: { id: 'a3', username: 'approver', displayName: '周敏', roles: ['DEPARTMENT_APPROVER'] },
}

const inReview = (more: Partial<Purchase> = {}) =>
  purchase({
    state: 'IN_REVIEW',
    number: null,
    version: 5,
    history: [
      { at: '2026-11-23T01:00:00Z', by: '林晓', act: 'CREATED', reason: null },
      { at: '2026-11-23T02:00:00Z', by: '林晓', act: 'SUBMITTED', reason: null },
    ],
    ...more,
  })

function stands(who: Me, stored: Purchase) {
  server.use(
    http.get('/api/me', () => HttpResponse.json(who)),
    http.get('/api/me/inbox', () => HttpResponse.json({ items: [], total: 0, next: null, unread: 0 })),
    http.get('/api/purchases/p1', () => HttpResponse.json(stored)),
    http.get('/api/purchases/p1/check', () => HttpResponse.json([])),
    http.get('/api/purchases/p1/comparison', () =>
      HttpResponse.json({
        since: '2026-11-22T01:00:00Z',
        changes: [{ pointer: '/title', label: '项目名称', before: '送餐', after: '助餐' }],
      }),
    ),
    http.get('/api/requirement-kinds', () => HttpResponse.json([])),
  )
}

test('an empty list says what to do, and leads there', async () => {
  stands(OFFICER, inReview())
  server.use(http.get('/api/purchases', () => HttpResponse.json({ items: [], total: 0, next: null })))
  renderPage('/purchases?state=DRAFT')
  expect(await screen.findByText('没有草稿')).toBeTruthy()
  expect(screen.getAllByRole('link', { name: '写新的采购' })[0]?.getAttribute('href')).toBe('/purchases/new')
})

test('the tab that is open stands in the address and asks the server', async () => {
  stands(OFFICER, inReview())
  const asked: (string | null)[] = []
  server.use(
    http.get('/api/purchases', ({ request }) => {
      asked.push(new URL(request.url).searchParams.get('state'))
      return HttpResponse.json({ items: [], total: 0, next: null })
    }),
  )
  const { router } = renderPage('/purchases')
  fireEvent.click(await screen.findByRole('tab', { name: '待审核' }))
  await waitFor(() => expect(asked).toEqual([null, 'IN_REVIEW']))
  expect(router.state.location.search).toBe('?state=IN_REVIEW')
})

test('the approver sees old and new and publishes what he has seen', async () => {
  stands(APPROVER, inReview())
  let match: string | null = null
  server.use(
    http.post('/api/purchases/p1/approval', ({ request }) => {
      match = request.headers.get('If-Match')
      return HttpResponse.json(notice())
    }),
    http.get('/api/notices/n1', () => HttpResponse.json(notice())),
  )
  const { router } = renderPage('/purchases/p1')
  const table = await screen.findByRole('table', { name: '改了什么' })
  expect(within(table).getByText('送餐').tagName).toBe('DEL')
  expect(within(table).getByText('助餐').tagName).toBe('INS')
  fireEvent.click(screen.getByRole('button', { name: '批准并发布' }))
  fireEvent.click(await within(await screen.findByRole('dialog')).findByRole('button', { name: '现在发布' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/notices/n1'))
  expect(match).toBe('"5"')
  expect(await screen.findByText(/已发布，编号/)).toBeTruthy()
})

test('a refused approval says why and publishes nothing', async () => {
  stands(APPROVER, inReview())
  server.use(
    http.post('/api/purchases/p1/approval', () =>
      problem(403, '/problems/purchase/same-person', { detail: '自己写的不能自己批准' }),
    ),
  )
  const { router } = renderPage('/purchases/p1')
  fireEvent.click(await screen.findByRole('button', { name: '批准并发布' }))
  fireEvent.click(await within(await screen.findByRole('dialog')).findByRole('button', { name: '现在发布' }))
  expect(await within(await screen.findByRole('alert')).findByText('自己写的不能自己批准')).toBeTruthy()
  expect(router.state.location.pathname).toBe('/purchases/p1')
})

test('giving back needs a reason, beside the field and in the summary', async () => {
  stands(APPROVER, inReview())
  let reason = ''
  server.use(
    http.post('/api/purchases/p1/return', async ({ request }) => {
      reason = ((await request.json()) as { reason: string }).reason
      return new HttpResponse(null, { status: 204 })
    }),
    http.get('/api/purchases', () => HttpResponse.json({ items: [], total: 0, next: null })),
  )
  const { router } = renderPage('/purchases/p1')
  fireEvent.click(await screen.findByRole('button', { name: '退回修改' }))
  const dialog = await screen.findByRole('dialog', { name: '退回修改' })
  fireEvent.submit(dialog.querySelector('form') as HTMLFormElement)
  expect(await within(dialog).findAllByText('请写明要改什么')).toHaveLength(2)
  fireEvent.change(within(dialog).getByLabelText('要改什么'), { target: { value: '预算写错了' } })
  fireEvent.submit(dialog.querySelector('form') as HTMLFormElement)
  await waitFor(() => expect(router.state.location.pathname).toBe('/purchases'))
  expect(reason).toBe('预算写错了')
})

test('whoever wrote it is told why he cannot approve it, even as an approver', async () => {
  const both: Me = {
    ...OFFICER,
    account: { ...OFFICER.account, roles: ['DEPARTMENT_OFFICER', 'DEPARTMENT_APPROVER'] },
  }
  stands(both, inReview())
  renderPage('/purchases/p1')
  expect(await screen.findByText(/不能由您批准/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '批准并发布' })).toBeNull()
})

test('the page of a draft names what is missing and where a rule is broken', async () => {
  stands(OFFICER, purchase({ state: 'DRAFT', number: null }))
  const finding = (pointer: string, code: string, detail: string) => ({
    severity: 'ERROR',
    pointer,
    code,
    detail,
    rule: null,
    ruleVerified: true,
    suggestion: null,
  })
  server.use(
    http.get('/api/purchases/p1/check', () =>
      HttpResponse.json([
        finding('/description', 'required', '请填写这一项。'),
        finding('/contact/phone', 'required', '请填写这一项。'),
        finding('/lots/0/requirements/1/text', 'F01', '不能以成立年限为门槛。'),
      ]),
    ),
  )
  renderPage('/purchases/p1')
  expect(await screen.findByText('第 1 包 · 资格条件 2 · 内容')).toBeTruthy()
  expect((await screen.findByText('还有 2 处没写：')).parentElement?.textContent).toBe('还有 2 处没写：项目说明、电话')
  expect(screen.queryByText('请填写这一项。')).toBeNull()
})

test('a draft is deleted only after a question, with the version that was read', async () => {
  stands(OFFICER, purchase({ state: 'DRAFT', number: null, version: 2 }))
  let match: string | null = null
  server.use(
    http.delete('/api/purchases/p1', ({ request }) => {
      match = request.headers.get('If-Match')
      return new HttpResponse(null, { status: 204 })
    }),
    http.get('/api/purchases', () => HttpResponse.json({ items: [], total: 0, next: null })),
  )
  const { router } = renderPage('/purchases/p1')
  fireEvent.click(await screen.findByRole('button', { name: '删除草稿' }))
  expect(match).toBeNull()
  fireEvent.click(await within(await screen.findByRole('dialog')).findByRole('button', { name: '删除' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/purchases'))
  expect(match).toBe('"2"')
})

test('a prepared correction is dropped after a question; a refusal says why', async () => {
  stands(OFFICER, purchase({ bidDeadline: '2999-12-15T02:00:00Z' }))
  let prepared: unknown = {
    writtenBy: '林晓',
    own: true,
    reason: '用餐时间要提前。',
    changes: [],
    deadlineBefore: '2999-12-15T02:00:00Z',
    text: { bidDeadline: '2999-12-15T02:00:00Z' },
  }
  let tries = 0
  server.use(
    http.get('/api/purchases/p1/outcomes', () => HttpResponse.json([])),
    http.get('/api/purchases/p1/correction', () =>
      prepared === null ? problem(404, '/problems/purchase/correction-missing') : HttpResponse.json(prepared as object),
    ),
    http.delete('/api/purchases/p1/correction', () => {
      tries++
      if (tries === 1) return problem(409, '/problems/purchase/correction-too-late', { detail: '截止时间已过。' })
      prepared = null
      return new HttpResponse(null, { status: 204 })
    }),
  )
  renderPage('/purchases/p1')
  fireEvent.click(await screen.findByRole('button', { name: '撤回更正' }))
  const dialog = await screen.findByRole('dialog')
  expect(within(dialog).getByText('写好的更正会被删除，公告照旧有效。')).toBeTruthy()
  expect(tries).toBe(0)
  fireEvent.click(within(dialog).getByRole('button', { name: '撤回' }))
  expect(await within(dialog).findByText('截止时间已过。')).toBeTruthy()
  fireEvent.click(within(dialog).getByRole('button', { name: '撤回' }))
  expect(await screen.findByText('已撤回，公告没有变化。')).toBeTruthy()
  expect(tries).toBe(2)
})

test('a termination is published after a question, and leads to its notice', async () => {
  stands(APPROVER, purchase({ title: '助餐' }))
  server.use(
    http.get('/api/purchases/p1/outcomes', () =>
      HttpResponse.json([
        {
          lot: 'l1',
          number: 1,
          title: '助餐',
          outcome: null,
          decidedAt: null,
          noticeId: null,
          prepared: { reason: 'TASK_CANCELLED', explanation: '任务取消。', by: '林晓', at: '2026-11-23T01:00:00Z' },
        },
      ]),
    ),
    http.post('/api/lots/l1/termination/publication', () => HttpResponse.json(notice({ id: 'n9', number: 'CG-9' }))),
    http.get('/api/notices/n9', () => HttpResponse.json(notice({ id: 'n9', number: 'CG-9' }))),
  )
  const { router } = renderPage('/purchases/p1')
  fireEvent.click(await screen.findByRole('button', { name: '发布终止公告' }))
  const dialog = await screen.findByRole('dialog')
  expect(within(dialog).getByText(/“助餐”终止后不能恢复/)).toBeTruthy()
  fireEvent.click(within(dialog).getByRole('button', { name: '现在发布' }))
  expect(await screen.findByText('终止公告已发布，编号 CG-9。')).toBeTruthy()
  await waitFor(() => expect(router.state.location.pathname).toBe('/notices/n9'))
})

test('after publication the officer sees whom it was matched to, with reasons instead of scores', async () => {
  const lot = { id: 'l1', title: '助餐', serviceRegionCodes: [], requirements: [], criteria: [] }
  stands(OFFICER, purchase({ lots: [lot as unknown as Purchase['lots'][number]] }))
  server.use(
    http.get('/api/lots/l1/matches', ({ request }) => {
      const federation = new URL(request.url).searchParams.get('kind') === 'FEDERATION'
      return HttpResponse.json({
        computedAt: '2026-11-23T01:12:00Z',
        total: 1,
        next: null,
        items: [
          {
            bidder: {
              id: federation ? 'f1' : 'o1',
              name: federation ? '街道联合会' : '助老中心',
              kind: 'LEGAL_PERSON',
            },
            members: federation ? [{ id: 'g1', name: '互助会', contributes: ['配餐'] }] : [],
            score: 87,
            reasons: ['同在春熙路街道'],
          },
        ],
      })
    }),
  )
  renderPage('/purchases/p1?tab=matches')
  expect(await screen.findByRole('link', { name: '助老中心' })).toBeTruthy()
  const tiles = await screen.findByRole('list', { name: '能做这一包的成员' })
  expect(within(tiles).getByText('配餐')).toBeTruthy()
  expect(screen.getAllByText('同在春熙路街道')).toHaveLength(2)
  expect(screen.queryByText(/87/)).toBeNull()
})

test('a correction that was left half-written stands there again, and can be given up', async () => {
  stands(OFFICER, purchase({ bidDeadline: '2999-12-15T02:00:00Z', description: '每日送餐。' }))
  server.use(
    http.get('/api/purchases/p1/correction', () => problem(404, '/problems/purchase/correction-missing')),
    http.post('/api/purchases/p1/correction/check', () =>
      problem(422, '/problems/purchase/correction-incomplete', { detail: '没有改动。' }),
    ),
  )
  const first = renderPage('/purchases/p1/correct')
  fireEvent.change(await screen.findByRole('textbox', { name: /更正原因|为什么更正/ }), {
    target: { value: '用餐时间要提前。' },
  })
  fireEvent.change(screen.getByDisplayValue('每日送餐。'), { target: { value: '每日十一点半前送餐。' } })
  first.unmount()

  const second = renderPage('/purchases/p1/correct')
  expect(await screen.findByDisplayValue('用餐时间要提前。')).toBeTruthy()
  expect(screen.getByDisplayValue('每日十一点半前送餐。')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '放弃，从公告原文重新写' }))
  expect(await screen.findByDisplayValue('每日送餐。')).toBeTruthy()
  expect(screen.queryByDisplayValue('用餐时间要提前。')).toBeNull()
  second.unmount()

  renderPage('/purchases/p1/correct')
  expect(await screen.findByDisplayValue('每日送餐。')).toBeTruthy()
  expect(screen.queryByText(/已从这台电脑恢复/)).toBeNull()
})
