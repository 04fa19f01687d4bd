import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import type { FederationClosure } from '../api/types'
import { CLERK, FEDERATION, STREET } from '../test/fixtures'
import { renderPage } from '../test/render-page'
import { page, problem, server, signedIn } from '../test/server'

const closure = (more: Partial<FederationClosure> = {}): FederationClosure => ({
  federation: { id: 'f1', name: FEDERATION.name },
  street: STREET,
  today: '2026-11-23',
  endings: ['STANDS_DOWN', 'CANCELLED', 'REVOKED'],
  members: [{ id: 'g1', name: '春晖助餐队' }],
  waiting: [],
  mandates: 2,
  agreements: [{ group: { id: 'g1', name: '春晖助餐队' }, scope: '长者助餐', to: '2027-03-31' }],
  version: 1_000_007,
  ...more,
})

function standing(one: FederationClosure | (() => FederationClosure)) {
  signedIn({ ...CLERK, region: { code: '510104', name: '成都市 锦江区' } })
  server.use(
    http.get('/api/federations/f1/closure', () => HttpResponse.json(typeof one === 'function' ? one() : one)),
    http.get('/api/organizations', () => page([])),
    http.get('/api/regions/:code', () =>
      HttpResponse.json({ ...STREET, level: 4, parent: '510104', childCount: 3, path: [] }),
    ),
  )
}

const choose = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })

test('what ends stands there by name, and nothing is sent before it is said how and why', async () => {
  standing(closure())
  const sent: unknown[] = []
  server.use(
    http.post('/api/federations/f1/closure', async ({ request }) => {
      sent.push([request.headers.get('If-Match'), await request.json()])
      return new HttpResponse(null, { status: 204 })
    }),
  )
  const { router } = renderPage('/federations/f1/closing')
  const ends = await screen.findByRole('region', { name: /都到 2026年11月23日.*为止/ })
  expect(within(ends).getByText(/会员关系：1 个/)).toBeTruthy()
  expect(within(ends).getByRole('link', { name: '春晖助餐队' })).toBeTruthy()
  expect(within(ends).getByText(/委托授权：2 份/)).toBeTruthy()
  expect(within(ends).getByText(/长者助餐（原定到 2027年3月31日/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '确认停办' }))
  expect(await screen.findByRole('link', { name: '请选择这个法人以后怎样' })).toBeTruthy()
  expect(screen.getByRole('link', { name: '请写明原因' })).toBeTruthy()
  expect(sent).toEqual([])
  choose('这个法人以后怎样', 'REVOKED')
  choose('原因', '弄虚作假取得登记')
  fireEvent.click(screen.getByRole('button', { name: '确认停办' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/federations/new'))
  expect(router.state.location.search).toBe(`?street=${STREET.code}`)
  expect(sent).toEqual([['"1000007"', { ending: 'REVOKED', reason: '弄虚作假取得登记' }]])
})

test('what changed meanwhile is read again before it is confirmed again', async () => {
  let members = closure().members
  let version = 1_000_007
  standing(() => closure({ members, version }))
  server.use(
    http.post('/api/federations/f1/closure', () => {
      members = [...members, { id: 'g2', name: '新来的团队' }]
      version = 2_000_009
      return problem(412, '/problems/http/version-stale', { title: '有变化' })
    }),
  )
  renderPage('/federations/f1/closing')
  await screen.findByText(/会员关系：1 个/)
  choose('这个法人以后怎样', 'STANDS_DOWN')
  choose('原因', '街道合并')
  fireEvent.click(screen.getByRole('button', { name: '确认停办' }))
  expect(await screen.findByText(/在您查看之后有变化/)).toBeTruthy()
  expect(await screen.findByText(/会员关系：2 个/)).toBeTruthy()
  expect(screen.getByLabelText<HTMLTextAreaElement>('原因').value).toBe('街道合并')
})

test('a street can only close the federation', async () => {
  standing(closure({ endings: ['STANDS_DOWN'] }))
  renderPage('/federations/f1/closing')
  const choice = await screen.findByLabelText<HTMLSelectElement>('这个法人以后怎样')
  expect(choice.value).toBe('STANDS_DOWN')
  expect(within(choice).queryByRole('option', { name: /注销/ })).toBeNull()
})
