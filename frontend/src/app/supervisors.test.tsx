import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import type { Me, SupervisorAccount } from '../api/types'
import { OFFICER } from '../test/fixtures'
import { renderPage } from '../test/render-page'
import { page, problem, server, signedIn } from '../test/server'

const ADMIN: Me = {
  ...OFFICER,
  account: { id: 'a9', username: 'admin', displayName: '管理员', roles: ['PLATFORM_ADMIN'] },
  department: null,
  region: null,
}

const account = (more: Partial<SupervisorAccount> = {}): SupervisorAccount => ({
  id: 's1',
  username: 'mianyang',
  displayName: '绵阳监管员',
  region: { code: '5107', name: '绵阳市' },
  opened: false,
  ended: false,
  deeds: [{ act: 'APPOINTED', byName: '管理员', at: '2026-11-23T01:00:00Z' }],
  ...more,
})

function stands(...accounts: SupervisorAccount[]) {
  signedIn(ADMIN)
  server.use(
    http.get('/api/operations/supervisors', () => page(accounts)),
    http.get('/api/regions/5107', () =>
      HttpResponse.json({ code: '5107', name: '绵阳市', level: 2, parent: '51', childCount: 9, path: [] }),
    ),
  )
}

test('each account stands with its region, how far it is, and who did what to it', async () => {
  stands(
    account(),
    account({ id: 's2', displayName: '离任监管员', ended: true, deeds: [] }),
    account({ id: 's3', displayName: '在任监管员', opened: true, deeds: [] }),
  )
  renderPage('/operations/supervisors')
  const rowOf = async (name: string) => (await screen.findByText(name)).closest('li') as HTMLElement
  const [first, second, third] = await Promise.all(['绵阳监管员', '离任监管员', '在任监管员'].map(rowOf))
  expect(within(first as HTMLElement).getByText(/绵阳市/)).toBeTruthy()
  expect(within(first as HTMLElement).getByText('还没有启用')).toBeTruthy()
  expect(within(first as HTMLElement).getByText('2026年11月23日 周一 09:00，管理员新建账号')).toBeTruthy()
  expect(within(second as HTMLElement).getByText('已停用')).toBeTruthy()
  expect(within(second as HTMLElement).queryByRole('button')).toBeNull()
  expect(within(third as HTMLElement).getByText('已启用')).toBeTruthy()
})

test('who is added has a name, a user name and a region that is read back; what is refused stays as typed', async () => {
  stands()
  const sent: unknown[] = []
  server.use(
    http.post('/api/operations/supervisors', async ({ request }) => {
      sent.push(await request.json())
      return problem(422, '/problems/supervisor/not-well-formed', {
        errors: [{ pointer: '/username', code: 'supervisor-taken', detail: '这个用户名已有人使用，请换一个。' }],
      })
    }),
  )
  renderPage('/operations/supervisors')
  expect(await screen.findByText('还没有监管人员')).toBeTruthy()
  const fill = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
  fill('姓名', '绵阳监管员')
  fill('用户名', 'mianyang')
  fill('监管地区的行政区划代码', '5107')
  expect(await screen.findByText('这是绵阳市。')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '添加' }))
  expect(await screen.findByRole('link', { name: /已有人使用/ })).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('用户名').value).toBe('mianyang')
  expect(sent).toEqual([{ displayName: '绵阳监管员', username: 'mianyang', regionCode: '5107' }])
})

test('a code is shown once, and an account is ended only after asking', async () => {
  stands(account())
  const ended: string[] = []
  server.use(
    http.post('/api/operations/supervisors/s1/invitation', () =>
      HttpResponse.json({
        username: 'mianyang',
        code: 'ABCDE-FGHJK-MNPQR-STVWX-YZ012',
        expiresAt: '2026-11-30T01:00:00Z',
      }),
    ),
    http.post('/api/operations/supervisors/s1/end', () => {
      ended.push('s1')
      return new HttpResponse(null, { status: 204 })
    }),
  )
  renderPage('/operations/supervisors')
  fireEvent.click(await screen.findByRole('button', { name: '交付激活码给绵阳监管员' }))
  fireEvent.click(await screen.findByRole('button', { name: '生成激活码' }))
  expect(await screen.findByText('ABCDE-FGHJK-MNPQR-STVWX-YZ012')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '已交付' }))
  await waitFor(() => expect(screen.queryByText('ABCDE-FGHJK-MNPQR-STVWX-YZ012')).toBeNull())
  fireEvent.click(screen.getByRole('button', { name: '停用绵阳监管员的账号' }))
  expect(ended).toEqual([])
  fireEvent.click(await screen.findByRole('button', { name: '停用' }))
  expect(await screen.findByText('绵阳监管员的账号已经停用。')).toBeTruthy()
  expect(ended).toEqual(['s1'])
})
