import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import type { CapabilityBoard, FreeGroup, GivenMandate } from '../api/types'
import { CATEGORY, CLERK, rosterEntry as entry, federationDetails, GROUP, STAFF, STREET } from '../test/fixtures'
import { renderPage } from '../test/render-page'
import { page, problem, server, signedIn } from '../test/server'

const mandate = (more: Partial<GivenMandate> = {}): GivenMandate => ({
  id: 'm1',
  categories: [CATEGORY],
  amountCapFen: 10_000_000,
  places: [],
  from: '2026-01-01',
  to: '2999-12-31',
  lastDay: '2999-12-31',
  state: 'VALID',
  revokedAt: null,
  paperId: null,
  ...more,
})

const INVITED = entry({ state: 'INVITED', consentedOn: null, confirmedAt: null, version: 1 })

test('an invitation says what a yes means, and the yes names the version that was read', async () => {
  signedIn(GROUP)
  const sent: (string | null)[] = []
  server.use(
    http.get('/api/me/memberships', () => page([sent.length === 0 ? INVITED : entry({ state: 'ACCEPTED' })])),
    http.post('/api/memberships/e1/acceptance', ({ request }) => {
      sent.push(request.headers.get('If-Match'))
      return HttpResponse.json(entry({ state: 'ACCEPTED' }))
    }),
  )
  renderPage('/memberships')
  expect(await screen.findByRole('heading', { name: '春熙路街道联合会邀请您加入' })).toBeTruthy()
  expect(screen.getByText(/只同意入会，它还不能代您投标/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '同意加入' }))
  expect(await screen.findByText('您已同意加入春熙路街道联合会')).toBeTruthy()
  expect(sent).toEqual(['"1"'])
})

test('a refusal needs a reason, and what was typed stays when the server says no', async () => {
  signedIn(GROUP)
  server.use(
    http.get('/api/me/memberships', () => page([INVITED])),
    http.post('/api/memberships/e1/refusal', () =>
      problem(412, '/problems/federation/changed-meanwhile', { detail: '另一方已办理了下一步' }),
    ),
  )
  renderPage('/memberships')
  fireEvent.click(await screen.findByRole('button', { name: '不加入' }))
  const dialog = screen.getByRole('dialog')
  fireEvent.click(within(dialog).getByRole('button', { name: '不加入' }))
  expect(await within(dialog).findAllByText('请写一两句理由')).toHaveLength(2)
  fireEvent.change(within(dialog).getByLabelText('理由'), { target: { value: '人手不够' } })
  fireEvent.click(within(dialog).getByRole('button', { name: '不加入' }))
  expect(await within(dialog).findByText('另一方已办理了下一步')).toBeTruthy()
  expect((within(dialog).getByLabelText('理由') as HTMLTextAreaElement).value).toBe('人手不够')
})

test('in no federation: why that matters and whom to ask', async () => {
  signedIn(GROUP)
  server.use(http.get('/api/me/memberships', () => page([])))
  renderPage('/memberships')
  expect(await screen.findByText('还没有加入联合会')).toBeTruthy()
  expect(screen.getByText(/请联系本街道社联会/)).toBeTruthy()
})

test('a mandate is four answers, sent in fen and codes', async () => {
  signedIn(GROUP)
  const sent: Record<string, unknown>[] = []
  server.use(
    http.get('/api/memberships/e1', () => HttpResponse.json(entry())),
    http.get('/api/me/memberships', () => page([entry()])),
    http.post('/api/memberships/e1/mandates', async ({ request }) => {
      sent.push((await request.json()) as Record<string, unknown>)
      return HttpResponse.json(mandate(), { status: 201 })
    }),
  )
  const { router } = renderPage('/memberships/e1/mandate')
  fireEvent.click(await screen.findByRole('button', { name: '给出授权' }))
  expect(await screen.findByRole('link', { name: /请至少勾一项服务/ })).toBeTruthy()
  fireEvent.click(screen.getByRole('checkbox', { name: '社区助餐' }))
  fireEvent.change(screen.getByLabelText('一个采购包最多多少钱？'), { target: { value: '10万' } })
  fireEvent.change(screen.getByLabelText('最后一天'), { target: { value: '2998-06-30' } })
  fireEvent.click(screen.getByRole('button', { name: '给出授权' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/memberships'))
  expect(sent[0]).toMatchObject({
    categories: [CATEGORY.code],
    amountCapFen: 10_000_000,
    places: [STREET.code],
    to: '2998-06-30',
  })
})

test('a signed paper is handed in first and named in the mandate', async () => {
  signedIn(GROUP)
  const sent: unknown[] = []
  server.use(
    http.get('/api/memberships/e1', () => HttpResponse.json(entry())),
    http.get('/api/me/memberships', () => page([entry({ mandates: [mandate({ paperId: 'p7' })] })])),
    http.post('/api/memberships/e1/papers', async ({ request }) => {
      sent.push(/filename="(.*)"/.exec(await request.text())?.[1])
      return HttpResponse.json({ id: 'p7', name: '授权书.pdf', size: 4, sha256: '00' }, { status: 201 })
    }),
    http.post('/api/memberships/e1/mandates', async ({ request }) => {
      sent.push(((await request.json()) as { paperId: string }).paperId)
      return HttpResponse.json(mandate({ paperId: 'p7' }), { status: 201 })
    }),
  )
  renderPage('/memberships/e1/mandate')
  fireEvent.click(await screen.findByRole('checkbox', { name: '社区助餐' }))
  fireEvent.change(screen.getByLabelText('一个采购包最多多少钱？'), { target: { value: '5000' } })
  const file = new File(['%PDF'], '授权书.pdf', { type: 'application/pdf' })
  fireEvent.change(screen.getByLabelText('签字的授权书（可以不传）'), { target: { files: [file] } })
  fireEvent.click(screen.getByRole('button', { name: '给出授权' }))
  const link = await screen.findByRole('link', { name: '看签字件' })
  expect(link.getAttribute('href')).toBe('/api/memberships/e1/papers/p7')
  expect(sent).toEqual(['授权书.pdf', 'p7'])
})

test('words of the server stand beside the field they mean', async () => {
  signedIn(GROUP)
  server.use(
    http.get('/api/memberships/e1', () => HttpResponse.json(entry())),
    http.post('/api/memberships/e1/mandates', () =>
      problem(422, '/problems/federation/outside-membership', {
        errors: [{ pointer: '/to', code: 'outside-membership', detail: '须在会员期限之内' }],
      }),
    ),
  )
  renderPage('/memberships/e1/mandate')
  fireEvent.click(await screen.findByRole('checkbox', { name: /全部服务/ }))
  fireEvent.change(screen.getByLabelText('一个采购包最多多少钱？'), { target: { value: '5000' } })
  fireEvent.click(screen.getByRole('button', { name: '给出授权' }))
  expect(await screen.findAllByText('须在会员期限之内')).toHaveLength(2)
  expect(screen.getByLabelText('最后一天').getAttribute('aria-invalid')).toBe('true')
})

test('a mandate is taken back after a word on what that does', async () => {
  signedIn(GROUP)
  const asked: string[] = []
  server.use(
    http.get('/api/me/memberships', () => page([entry({ mandates: [mandate()] })])),
    http.post('/api/memberships/e1/mandates/:id/revocation', ({ params }) => {
      asked.push(String(params.id))
      return HttpResponse.json(mandate({ state: 'REVOKED' }))
    }),
  )
  renderPage('/memberships')
  fireEvent.click(await screen.findByRole('button', { name: '撤销授权' }))
  expect(screen.getByText(/一确认就生效/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '确认撤销' }))
  expect(await screen.findByText('授权已撤销，立即生效。')).toBeTruthy()
  expect(asked).toEqual(['m1'])
})

test('the federation sees who is lit, who is dark and why', async () => {
  signedIn(STAFF)
  server.use(
    http.get('/api/organizations/f1', () => HttpResponse.json(federationDetails())),
    http.get('/api/federations/f1/memberships', () =>
      page([
        entry({ mandates: [mandate({ lastDay: '2999-01-01' })] }),
        entry({ id: 'e2', member: { ...entry().member, id: 'o2', name: '银龄车队' } }),
      ]),
    ),
  )
  renderPage('/memberships')
  const tiles = await screen.findByRole('list', { name: '成员' })
  expect(within(tiles).getAllByText('现在不能代为承接')).toHaveLength(1)
  expect(within(tiles).getByText('没有有效授权')).toBeTruthy()
  expect(screen.getByText(/没有有效的委托授权/)).toBeTruthy()
})

test('one press invites a group, and a refusal says what to do', async () => {
  signedIn(STAFF)
  const group: FreeGroup = {
    id: 'o9',
    name: '巷口送餐队',
    region: STREET,
    standing: 'ACTIVE',
    categories: [CATEGORY],
    invited: false,
  }
  let tries = 0
  server.use(
    http.get('/api/organizations/f1', () => HttpResponse.json(federationDetails())),
    http.get('/api/groups-without-federation', () => page([{ ...group, invited: tries > 1 }])),
    http.post('/api/federations/f1/memberships', () => {
      tries += 1
      return tries === 1
        ? problem(422, '/problems/federation/group-not-filed', { title: '备案无效', detail: '请先在街道续办备案' })
        : HttpResponse.json(INVITED, { status: 201 })
    }),
  )
  renderPage('/memberships?tab=free')
  const button = await screen.findByRole('button', { name: '邀请入会：巷口送餐队' })
  fireEvent.click(button)
  expect(await within(await screen.findByRole('alert')).findByText('请先在街道续办备案')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '邀请入会：巷口送餐队' }))
  expect(await screen.findByText('已邀请，等答复')).toBeTruthy()
})

test('the board says what was missing most, with examples', async () => {
  signedIn(STAFF)
  const board: CapabilityBoard = {
    members: [
      { body: { id: 'o1', name: '桐梓互助会' }, categories: [CATEGORY], ready: true, missing: null, remedy: null },
    ],
    services: [{ category: CATEGORY, own: true, ready: [{ id: 'o1', name: '桐梓互助会' }], notReady: [] }],
    staff: [],
    places: [STREET],
    missing: [
      {
        kind: 'CATEGORY',
        fact: '没有成员申报“心理健康”',
        remedy: '邀请会做这件事的团队入会',
        lots: 7,
        open: 2,
        budgetFen: 86_400_000,
        examples: [{ id: 'l1', noticeId: 'n1', title: '心理辅导', budgetFen: 9_800_000, open: true }],
      },
    ],
    lots: 40,
    missed: 7,
    asOf: '2026-11-23T01:12:00Z',
  }
  server.use(
    http.get('/api/organizations/f1', () => HttpResponse.json(federationDetails())),
    http.get('/api/federations/f1/capabilities', () => HttpResponse.json(board)),
  )
  renderPage('/memberships?tab=ability')
  expect(await screen.findByText('没有成员申报“心理健康”')).toBeTruthy()
  expect(screen.getByText('7 个采购包')).toBeTruthy()
  expect(screen.getByText(/40 个采购包，其中 7 个/)).toBeTruthy()
  expect(screen.getByRole('link', { name: '心理辅导' }).getAttribute('href')).toBe('/notices/n1')
})

test('the street confirms what members accepted, and is told why it cannot', async () => {
  signedIn(CLERK)
  const accepted = entry({ state: 'ACCEPTED', confirmedAt: null, version: 2 })
  const sent: (string | null)[] = []
  server.use(
    http.get('/api/memberships', () => page(sent.length > 1 ? [] : [accepted])),
    http.post('/api/memberships/e1/confirmation', ({ request }) => {
      sent.push(request.headers.get('If-Match'))
      return sent.length === 1
        ? problem(409, '/problems/federation/not-released', { title: '原社联会尚未同意', detail: '请联系原社联会' })
        : HttpResponse.json(entry())
    }),
  )
  renderPage('/memberships')
  const confirm = await screen.findByRole('button', { name: '确认桐梓互助会入会' })
  fireEvent.click(confirm)
  expect(await within(await screen.findByRole('alert')).findByText('请联系原社联会')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '确认桐梓互助会入会' }))
  expect(await screen.findByText('没有等确认的')).toBeTruthy()
  expect(sent).toEqual(['"2"', '"2"'])
})
