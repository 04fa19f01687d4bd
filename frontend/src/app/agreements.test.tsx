import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import type { Agreement, Me } from '../api/types'
import { CLERK, GROUP, rosterEntry, STAFF } from '../test/fixtures'
import { renderPage } from '../test/render-page'
import { page, problem, server, signedIn } from '../test/server'

const agreement = (more: Partial<Agreement> = {}): Agreement => ({
  id: 'h1',
  scope: '长者助餐送餐上门',
  from: '2026-12-01',
  to: '2027-11-30',
  documentId: null,
  state: 'PROPOSED',
  proposedAt: '2026-11-25T02:00:00Z',
  endedOn: null,
  ...more,
})

function standing(who: Me, ...items: Agreement[]) {
  signedIn(who)
  server.use(
    http.get('/api/memberships/e1', () => HttpResponse.json(rosterEntry())),
    http.get('/api/memberships/e1/agreements', () => page(items)),
  )
}

test('the group reads what a yes means and gives it', async () => {
  standing(GROUP, agreement({ documentId: 'p1' }))
  const sent: unknown[] = []
  server.use(
    http.post('/api/memberships/e1/agreements/h1/answer', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json(agreement({ state: 'ACTIVE' }))
    }),
  )
  renderPage('/memberships/e1/agreements')
  expect(await screen.findByText(/不是把合同转包给您/)).toBeTruthy()
  expect(screen.getByRole('link', { name: '看签字件' }).getAttribute('href')).toBe('/api/memberships/e1/papers/p1')
  fireEvent.click(screen.getByRole('button', { name: '同意' }))
  expect(await screen.findByText('已同意，协议生效。')).toBeTruthy()
  expect(sent).toEqual([{ agrees: true }])
})

test('the federation proposes, with the signed paper first, and waits', async () => {
  standing(STAFF)
  const sent: unknown[] = []
  server.use(
    http.post('/api/memberships/e1/papers', () => HttpResponse.json({ id: 'p7' }, { status: 201 })),
    http.post('/api/memberships/e1/agreements', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json(agreement(), { status: 201 })
    }),
  )
  renderPage('/memberships/e1/agreements')
  expect(await screen.findByText('还没有承接协议')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '提出协议' }))
  expect(await screen.findByRole('link', { name: '请写明为哪件事，不超过 200 字' })).toBeTruthy()
  fireEvent.change(screen.getByLabelText('为哪件事？'), { target: { value: '长者助餐' } })
  fireEvent.change(screen.getByLabelText('第一天'), { target: { value: '2998-01-01' } })
  fireEvent.change(screen.getByLabelText('最后一天'), { target: { value: '2998-12-31' } })
  const file = new File(['%PDF'], '协议.pdf', { type: 'application/pdf' })
  fireEvent.change(screen.getByLabelText('签字的协议（可以不传）'), { target: { files: [file] } })
  fireEvent.click(screen.getByRole('button', { name: '提出协议' }))
  expect(await screen.findByText('已提出，等桐梓互助会答复。')).toBeTruthy()
  expect(sent).toEqual([{ documentId: 'p7', scope: '长者助餐', from: '2998-01-01', to: '2998-12-31' }])
})

test('words of the server stand beside the field, and nothing typed is lost', async () => {
  standing(STAFF)
  server.use(
    http.post('/api/memberships/e1/agreements', () =>
      problem(422, '/problems/federation/outside-membership', {
        errors: [{ pointer: '/from', code: 'outside-membership', detail: '须在会员期限之内' }],
      }),
    ),
  )
  renderPage('/memberships/e1/agreements')
  fireEvent.change(await screen.findByLabelText('为哪件事？'), { target: { value: '长者助餐' } })
  fireEvent.click(screen.getByRole('button', { name: '提出协议' }))
  expect(await screen.findAllByText('须在会员期限之内')).toHaveLength(2)
  expect((screen.getByLabelText('为哪件事？') as HTMLInputElement).value).toBe('长者助餐')
})

test('either side ends it after a second thought; a refusal is read in the dialog', async () => {
  standing(STAFF, agreement({ state: 'ACTIVE' }))
  let tries = 0
  server.use(
    http.post('/api/memberships/e1/agreements/h1/end', () => {
      tries += 1
      return tries === 1
        ? problem(409, '/problems/federation/agreement-not-active', { title: '协议不在有效期', detail: '已经结束' })
        : HttpResponse.json(agreement({ state: 'ENDED' }))
    }),
  )
  renderPage('/memberships/e1/agreements')
  fireEvent.click(await screen.findByRole('button', { name: '结束协议' }))
  const dialog = screen.getByRole('dialog')
  fireEvent.click(within(dialog).getByRole('button', { name: '确认结束' }))
  expect(await within(dialog).findByText('已经结束')).toBeTruthy()
  fireEvent.click(within(dialog).getByRole('button', { name: '确认结束' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('the street reads and acts on nothing', async () => {
  standing(
    CLERK,
    agreement({ state: 'ACTIVE' }),
    agreement({ id: 'h2', scope: '旧的', state: 'ENDED', endedOn: '2026-10-31' }),
  )
  renderPage('/memberships/e1/agreements')
  expect(await screen.findByText(/最后一天 2026年10月31日/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '结束协议' })).toBeNull()
  expect(screen.queryByRole('button', { name: '提出协议' })).toBeNull()
})
