import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import type { Filing, Me } from '../api/types'
import { GROUP, OFFICER } from '../test/fixtures'
import { renderPage } from '../test/render-page'
import { problem, server } from '../test/server'

const CLERK: Me = {
  ...OFFICER,
  account: { id: 'a8', username: 'street', displayName: '街道备案人员', roles: ['REGISTRAR'] },
  department: null,
  region: { code: '510114008', name: '桂湖街道' },
}

const filing = (more: Partial<Filing> = {}): Filing => ({
  id: 'g1',
  state: 'STREET_REVIEW',
  number: null,
  filedOn: null,
  validTo: null,
  name: '南丰社区长者助餐互助队',
  community: { code: '510114008001', name: '南丰社区' },
  type: 'LIFE',
  leader: { name: '某负责人', politicalStatus: '群众', phone: '028-00001234' },
  memberCount: 20,
  coreMembers: ['甲', '乙', '丙', '丁', '戊'],
  foundedOn: '2026-03-01',
  venue: '社区党群服务中心一楼',
  purpose: '为社区长者助餐',
  categories: [{ code: 'A0402-01', name: '社区助餐' }],
  guidanceUnit: null,
  host: null,
  partyBranch: null,
  funding: null,
  attachments: [{ kind: 'FORM', fileId: 'p1', name: '备案表.pdf', size: 1200 }],
  writtenBy: '社区工作者',
  opinion: { supports: true, text: '常年为长者送餐', byName: '社区工作者', on: '2026-11-25' },
  returned: null,
  request: null,
  may: ['FILED', 'RETURNED'],
  version: 3,
  ...more,
})

function stands(one: Filing, me: Me = CLERK) {
  server.use(
    http.get('/api/me', () => HttpResponse.json(me)),
    http.get('/api/filings/rule', () =>
      HttpResponse.json({
        minMembers: 5,
        papers: ['FORM', 'CHARTER'],
        validityYears: 1,
        authority: '街道办事处',
        verified: false,
      }),
    ),
    http.get('/api/regions', () =>
      HttpResponse.json([
        { code: '510114008001', name: '南丰社区', level: 5, parent: '510114008', childCount: 0, fullName: '南丰社区' },
      ]),
    ),
    http.get('/api/filings/:id', () => HttpResponse.json(one)),
    http.get('/api/filings/:id/acts', () =>
      HttpResponse.json({
        items: [
          {
            version: 3,
            at: '2026-11-25T02:00:00Z',
            byName: '社区工作者',
            act: 'SUPPORTED',
            reason: null,
            before: {},
            after: {},
          },
        ],
        total: 1,
        next: null,
      }),
    ),
  )
}

beforeEach(() => localStorage.clear())

test('the street reads what is written and files the group', async () => {
  stands(filing())
  let decision: unknown
  server.use(
    http.post('/api/filings/g1/review', async ({ request }) => {
      decision = await request.json()
      return new HttpResponse(null, { status: 204 })
    }),
  )
  renderPage('/filings/g1')
  await screen.findByText('社区同意。 常年为长者送餐')
  fireEvent.click(screen.getByRole('button', { name: '准予备案' }))
  const dialog = await screen.findByRole('dialog')
  fireEvent.click(within(dialog).getByRole('button', { name: '准予备案' }))
  await waitFor(() => expect(decision).toEqual({ decision: 'APPROVE' }))
})

test('a return without a reason says what is missing where it is missing', async () => {
  stands(filing())
  server.use(
    http.post('/api/filings/g1/review', () => problem(422, '/problems/filing/reason-needed', { detail: '请写明理由' })),
  )
  renderPage('/filings/g1')
  fireEvent.click(await screen.findByRole('button', { name: '退回' }))
  const dialog = await screen.findByRole('dialog')
  fireEvent.click(within(dialog).getByRole('button', { name: '退回' }))
  await within(dialog).findByText('请写明理由')
})

test('nothing typed is lost when the server refuses, nor by a reload', async () => {
  stands(filing())
  server.use(
    http.post('/api/filings', () =>
      HttpResponse.json(
        {
          type: '/problems/filing/not-well-formed',
          title: '填写有误',
          status: 422,
          detail: '有 1 处需要改正',
          errors: [{ pointer: '/venue', code: 'required', detail: '请填写活动场所。' }],
        },
        { status: 422, headers: { 'Content-Type': 'application/problem+json' } },
      ),
    ),
  )
  const { unmount } = renderPage('/filings/new')
  fireEvent.change(await screen.findByLabelText('名称'), { target: { value: '南丰社区长者助餐互助队' } })
  fireEvent.change(screen.getByLabelText('骨干成员'), { target: { value: '甲\n乙、丙' } })
  screen.getByText('一行一个姓名。至少 5 人，已写 3 人。')
  fireEvent.click(screen.getByRole('button', { name: '保存' }))
  expect(await screen.findByRole('alert')).toHaveProperty(
    'textContent',
    expect.stringContaining('活动场所：请填写活动场所。'),
  )
  expect(screen.getByLabelText('名称')).toHaveProperty('value', '南丰社区长者助餐互助队')
  unmount()
  renderPage('/filings/new')
  expect(await screen.findByLabelText('名称')).toHaveProperty('value', '南丰社区长者助餐互助队')
  screen.getByText('上次没有提交的内容已经恢复。')
})

test('a group of the same name is shown before a second one is filed', async () => {
  stands(filing())
  const sent: { acknowledged?: string[] }[] = []
  server.use(
    http.post('/api/filings', async ({ request }) => {
      sent.push((await request.json()) as { acknowledged?: string[] })
      return sent.length > 1
        ? HttpResponse.json(filing({ state: 'APPLIED' }), { status: 201 })
        : HttpResponse.json(
            {
              type: '/problems/filing/to-acknowledge',
              title: '可能重复备案',
              status: 422,
              errors: [{ pointer: '/name', code: 'filing-same-name', detail: '本社区已有同名团队。' }],
            },
            { status: 422, headers: { 'Content-Type': 'application/problem+json' } },
          )
    }),
  )
  renderPage('/filings/new')
  fireEvent.click(await screen.findByRole('button', { name: '保存' }))
  fireEvent.click(await screen.findByLabelText('不是同一个团队，继续备案'))
  fireEvent.click(screen.getByRole('button', { name: '保存' }))
  await waitFor(() => expect(sent.map(({ acknowledged }) => acknowledged)).toEqual([[], ['filing-same-name']]))
})

test('a group reads its own filing and asks for the confirmation', async () => {
  stands(filing({ state: 'FILED_ACTIVE', validTo: '2027-11-24', may: ['CHANGE_ASKED', 'CONFIRMATION_ASKED'] }), GROUP)
  renderPage('/filings/own')
  await screen.findByRole('heading', { name: '南丰社区长者助餐互助队' })
  screen.getByRole('button', { name: '请求年度确认' })
  expect(screen.queryByRole('button', { name: '撤销备案' })).toBeNull()
})

test('two clerks change one filing: the second sees what the first did, and keeps what was typed', async () => {
  const opened = filing({ state: 'APPLIED', may: ['CHANGED', 'SUBMITTED'] })
  stands(opened)
  const versions: (string | null)[] = []
  server.use(
    http.put('/api/filings/g1', ({ request }) => {
      versions.push(request.headers.get('If-Match'))
      if (versions.length > 1) return HttpResponse.json({ ...opened, version: 5 })
      server.use(http.get('/api/filings/g1', () => HttpResponse.json({ ...opened, venue: '老人活动中心', version: 4 })))
      return problem(412, '/problems/http/version-stale')
    }),
  )
  renderPage('/filings/g1/edit')
  fireEvent.change(await screen.findByLabelText('名称'), { target: { value: '我改的名称' } })
  fireEvent.click(screen.getByRole('button', { name: '保存' }))
  const told = await screen.findByRole('alert')
  await within(told).findByText('老人活动中心')
  within(told).getByText('社区党群服务中心一楼')
  expect(screen.getByLabelText<HTMLInputElement>('名称').value).toBe('我改的名称')
  fireEvent.click(within(told).getByRole('button', { name: '我看过了，继续填写' }))
  fireEvent.click(screen.getByRole('button', { name: '保存' }))
  await waitFor(() => expect(versions).toEqual(['"3"', '"4"']))
})

test('the clerk hands over a code, which is gone when the slip is closed', async () => {
  stands(filing({ state: 'FILED_ACTIVE', number: 'BA-510114008-2026-0001', may: ['CONTACT_INVITED'] }))
  server.use(
    http.post('/api/filings/g1/contact', () =>
      HttpResponse.json(
        {
          username: 'ba-510114008-2026-0001',
          code: 'ABCDE-ABCDE-ABCDE-ABCDE-ABCDE',
          expiresAt: '2026-12-02T02:00:00Z',
        },
        { status: 201 },
      ),
    ),
  )
  renderPage('/filings/g1')
  fireEvent.click(await screen.findByRole('button', { name: '发放联系人激活码' }))
  fireEvent.click(await within(await screen.findByRole('dialog')).findByRole('button', { name: '发放' }))
  await screen.findByText('ABCDE-ABCDE-ABCDE-ABCDE-ABCDE')
  screen.getByText('ba-510114008-2026-0001')
  fireEvent.click(screen.getByRole('button', { name: '已交给联系人' }))
  await waitFor(() => expect(screen.queryByText('ABCDE-ABCDE-ABCDE-ABCDE-ABCDE')).toBeNull())
})

test('a code that is refused says so beside the slip', async () => {
  stands(filing({ state: 'FILED_ACTIVE', number: 'BA-510114008-2026-0001', may: ['CONTACT_INVITED'] }))
  server.use(
    http.post('/api/filings/g1/contact', () =>
      problem(409, '/problems/filing/wrong-state', { detail: '备案现在不在这一步' }),
    ),
  )
  renderPage('/filings/g1')
  fireEvent.click(await screen.findByRole('button', { name: '发放联系人激活码' }))
  fireEvent.click(await within(await screen.findByRole('dialog')).findByRole('button', { name: '发放' }))
  await screen.findByText('备案现在不在这一步')
})

test('a county registers a group from what its filing says, and is told what is wrong', async () => {
  const county: Me = { ...CLERK, region: { code: '510114', name: '新都区' } }
  stands(filing({ state: 'FILED_ACTIVE', number: 'BA-510114008-2026-0001', may: ['REGISTERED'] }), county)
  let seen: { version: string | null; head: unknown } | undefined
  server.use(
    http.post('/api/filings/g1/registration', async ({ request }) => {
      seen = {
        version: request.headers.get('If-Match'),
        head: ((await request.json()) as { head: string }).head,
      }
      return problem(422, '/problems/organization/not-well-formed', {
        title: '填写有误',
        errors: [{ pointer: '/creditCode', code: 'required', detail: '请填写这一项。' }],
      })
    }),
  )
  renderPage('/filings/g1')
  fireEvent.click(await screen.findByRole('link', { name: '登记为法人' }))
  expect((await screen.findByLabelText<HTMLInputElement>('法定代表人（负责人）')).value).toBe('某负责人')
  fireEvent.change(screen.getByLabelText('名称'), { target: { value: '南丰长者助餐服务中心' } })
  fireEvent.click(screen.getByRole('button', { name: '登记' }))
  await screen.findAllByText('请填写这一项。')
  expect(seen).toEqual({ version: '"3"', head: '某负责人' })
  expect(screen.getByLabelText<HTMLInputElement>('名称').value).toBe('南丰长者助餐服务中心')
})
