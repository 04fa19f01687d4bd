import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import type { Me, WorkItem, Worklist } from '../api/types'
import { OFFICER } from '../test/fixtures'
import { renderPage } from '../test/render-page'
import { problem, server } from '../test/server'

const STREET: Me = {
  ...OFFICER,
  account: { id: 'a8', username: 'street', displayName: '街道备案人员', roles: ['REGISTRAR'] },
  department: null,
  region: { code: '510114008', name: '桂湖街道' },
}

const item = (matter: WorkItem['matter'], more: Partial<WorkItem> = {}): WorkItem => ({
  matter,
  subjectId: 'g1',
  name: '南丰社区长者助餐互助队',
  region: { code: '510114008001', name: '南丰社区' },
  day: '2026-11-20',
  wish: null,
  grade: null,
  qualification: null,
  tax: null,
  declared: null,
  word: null,
  others: [],
  ...more,
})

function waits(lists: Partial<Record<string, WorkItem[]>>, me: Me = STREET) {
  const of = (list: string) => lists[list] ?? []
  server.use(
    http.get('/api/me', () => HttpResponse.json(me)),
    http.get('/api/registry/worklist', ({ request }) => {
      const items = of(new URL(request.url).searchParams.get('list') ?? '')
      const page: Worklist = {
        counts: {
          review: of('REVIEW').length,
          expiring: of('EXPIRING').length,
          conflicts: of('CONFLICTS').length,
          unfederated: of('UNFEDERATED').length,
        },
        items,
        total: items.length,
        totalIsLowerBound: false,
        next: null,
      }
      return HttpResponse.json(page)
    }),
  )
}

test('counts all four lists and leads from each row to the thing itself', async () => {
  waits({ REVIEW: [item('REVIEW'), item('DECLARATION', { declared: 2 })], EXPIRING: [item('FILING_ENDS')] })
  renderPage('/worklist')
  const review = await screen.findByRole('link', { name: '去审核：南丰社区长者助餐互助队' })
  expect(review.getAttribute('href')).toBe('/filings/g1')
  expect(screen.getByRole('link', { name: /^去核对/ }).getAttribute('href')).toBe('/registry/confirmations')
  screen.getByRole('tab', { name: '待审核 2' })
  screen.getByRole('tab', { name: '快到期 1' })
  screen.getByRole('tab', { name: '未入联合会 0' })
})

test('a filing that ends is confirmed in its row', async () => {
  waits({ EXPIRING: [item('FILING_ENDS', { day: '2026-11-01' })] })
  let confirmed = 0
  server.use(
    http.post('/api/filings/g1/confirmation', () => {
      confirmed += 1
      waits({})
      return new HttpResponse(null, { status: 204 })
    }),
  )
  renderPage('/worklist?list=EXPIRING')
  fireEvent.click(await screen.findByRole('button', { name: /^年度确认/ }))
  fireEvent.click(await within(await screen.findByRole('dialog')).findByRole('button', { name: '年度确认' }))
  await screen.findByText('没有快到期的')
  expect(confirmed).toBe(1)
})

test('a refusal stays in the dialog with its words', async () => {
  waits({ EXPIRING: [item('FILING_ENDS')] })
  server.use(
    http.post('/api/filings/g1/confirmation', () =>
      problem(409, '/problems/filing/too-early', { detail: '离到期还早' }),
    ),
  )
  renderPage('/worklist?list=EXPIRING')
  fireEvent.click(await screen.findByRole('button', { name: /^年度确认/ }))
  const dialog = await screen.findByRole('dialog')
  fireEvent.click(within(dialog).getByRole('button', { name: '年度确认' }))
  await within(dialog).findByText('离到期还早')
})

test('a conflict is explained in words, which a refusal does not lose', async () => {
  waits({ CONFLICTS: [item('SAME_LEADER', { day: null, word: '某负责人', others: [{ id: 'g2', name: '邻里棋社' }] })] })
  const sent: unknown[] = []
  server.use(
    http.post('/api/registry/conflict-settlements', async ({ request }) => {
      sent.push(await request.json())
      if (sent.length > 1) return new HttpResponse(null, { status: 204 })
      return problem(422, '/problems/organization/reason-needed', {
        errors: [{ pointer: '/reason', code: 'length', detail: '请填写 1 到 500 个字。' }],
      })
    }),
  )
  renderPage('/worklist?list=CONFLICTS')
  await screen.findByRole('link', { name: '邻里棋社' })
  fireEvent.click(screen.getByRole('button', { name: /^说明情况/ }))
  const dialog = await screen.findByRole('dialog')
  const words = within(dialog).getByLabelText<HTMLTextAreaElement>('为什么不是问题')
  fireEvent.change(words, { target: { value: '同一位居民带两支队' } })
  fireEvent.click(within(dialog).getByRole('button', { name: '说明情况' }))
  expect(await within(dialog).findAllByText('请填写 1 到 500 个字。')).toHaveLength(2)
  expect(words.value).toBe('同一位居民带两支队')
  fireEvent.click(within(dialog).getByRole('button', { name: '说明情况' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(sent[1]).toEqual({ matter: 'SAME_LEADER', bodies: ['g1', 'g2'], reason: '同一位居民带两支队' })
})

test('an empty list says why it is empty', async () => {
  waits({})
  renderPage('/worklist?list=UNFEDERATED')
  await screen.findByText('团队都有联合会')
})

test('opens on the first list that has something to do, and stays there when that is done', async () => {
  waits({ EXPIRING: [item('FILING_ENDS')], UNFEDERATED: [item('UNFEDERATED')] })
  server.use(
    http.post('/api/filings/g1/confirmation', () => {
      waits({ UNFEDERATED: [item('UNFEDERATED')] })
      return new HttpResponse(null, { status: 204 })
    }),
  )
  const { router } = renderPage('/worklist')
  fireEvent.click(await screen.findByRole('button', { name: /^年度确认/ }))
  expect(router.state.location.search).toBe('?list=EXPIRING')
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '年度确认' }))
  await screen.findByText('没有快到期的')
  expect(router.state.location.search).toBe('?list=EXPIRING')
})

test('a list that is chosen opens, also the first and an empty one', async () => {
  waits({ UNFEDERATED: [item('UNFEDERATED')] })
  renderPage('/worklist')
  await screen.findByRole('tab', { name: '未入联合会 1', selected: true })
  fireEvent.click(screen.getByRole('tab', { name: /^待审核/ }))
  await screen.findByRole('tab', { name: '待审核 0', selected: true })
})

test('registrars land on what waits for them', async () => {
  waits({})
  server.use(
    http.get('/api/me', () => problem(401, '/problems/account/not-signed-in')),
    http.post('/api/session', () => HttpResponse.json(STREET)),
  )
  const { router } = renderPage('/sign-in')
  fireEvent.change(await screen.findByLabelText('用户名'), { target: { value: 'street' } })
  fireEvent.change(screen.getByLabelText('密码'), { target: { value: 'goufu-demo' } })
  fireEvent.click(screen.getByRole('button', { name: '登录' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/worklist'))
})

test('whoever opens an account is told what is wrong with the password, and keeps the code', async () => {
  server.use(
    http.post('/api/activations', () =>
      problem(422, '/problems/activation/password-weak', {
        errors: [{ pointer: '/password', code: 'password-short', detail: '至少 15 个字符，现在是 3 个。' }],
      }),
    ),
  )
  renderPage('/activate#ABCDE-ABCDE')
  const code = await screen.findByLabelText<HTMLInputElement>('激活码')
  fireEvent.change(screen.getByLabelText('新密码'), { target: { value: 'abc' } })
  fireEvent.click(screen.getByRole('button', { name: '启用并登录' }))
  await screen.findAllByText('至少 15 个字符，现在是 3 个。')
  expect(code.value).toBe('ABCDE-ABCDE')
})
