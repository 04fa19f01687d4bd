import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import type { FactRequest, Me } from '../api/types'
import { dossier, federationDetails, GROUP, OFFICER, recordedFact } from '../test/fixtures'
import { renderPage } from '../test/render-page'
import { problem, server } from '../test/server'

const AGENT: Me = {
  account: { id: 'a5', username: 'organization', displayName: '组织经办人', roles: ['ORGANIZATION_AGENT'] },
  department: null,
  region: null,
  organization: { id: 'o5', name: '锦江助老中心', kind: 'LEGAL_PERSON' },
}

function standing(who: Me | null, own = dossier()) {
  const asked: string[] = []
  server.use(
    http.get('/api/me/inbox', () => HttpResponse.json({ items: [], total: 0, next: null, unread: 0 })),
    http.get('/api/organizations/o5', () =>
      HttpResponse.json(federationDetails({ id: 'o5', name: own.name, kind: 'LEGAL_PERSON', members: [] })),
    ),
    http.get('/api/me/dossier', () => {
      asked.push(who?.account.username ?? 'visitor')
      return HttpResponse.json(own)
    }),
  )
  if (who !== null) server.use(http.get('/api/me', () => HttpResponse.json(who)))
  return asked
}

const papered = recordedFact({
  kind: 'STAFF',
  kindName: '专业人员',
  value: 'NURSE',
  valueName: '护士',
  number: 2,
  awaitsConfirmation: true,
  evidence: {
    id: 'e1',
    name: '护士证.pdf',
    mediaType: 'application/pdf',
    size: 4,
    sha256: '00',
    uploadedAt: '2026-11-01T02:00:00Z',
  },
})
const account = recordedFact({
  id: 'x2',
  kind: 'BANK_ACCOUNT',
  kindName: '银行账户',
  value: '示例银行 5101040012345678',
  valueName: '示例银行 5101040012345678',
})
const grade = recordedFact({
  id: 'x3',
  kind: 'GRADE',
  kindName: '评估等级',
  value: 'A4',
  valueName: '4A 级',
  to: '2026-12-20',
})

test('its own staff sees what is missing, what runs out, account, contact and papers', async () => {
  standing(
    AGENT,
    dossier({
      missing: [{ kind: 'INSPECTION', kindName: '年检结论', year: 2025 }],
      expiring: ['x3'],
      contact: { name: '周敏', phone: '028-12345678', email: null },
      items: [papered, account, grade],
    }),
  )
  renderPage('/organizations/o5')
  const own = await screen.findByRole('region', { name: '只有本组织的人看得到' })
  expect(within(own).getByText('2025 年度的年检结论')).toBeTruthy()
  expect(within(own).getByRole('link', { name: '补上' }).getAttribute('href')).toBe('/dossier?add=INSPECTION&year=2025')
  expect(within(own).getByText(/4A 级 2026年12月20日 到期/)).toBeTruthy()
  expect(within(own).getByText('示例银行 5101040012345678')).toBeTruthy()
  expect(within(own).getByText('周敏 · 028-12345678')).toBeTruthy()
  expect(within(own).getByText(/1 项还在等登记机关确认/)).toBeTruthy()
  expect(within(own).getByRole('link', { name: '专业人员：护士（护士证.pdf）' }).getAttribute('href')).toBe(
    '/api/me/dossier/evidence/e1',
  )
})

test.each([
  ['a visitor', null],
  ['an officer', OFFICER],
  ['another body', GROUP],
])('%s sees the public page alone, and nothing private is asked for', async (_, who) => {
  const asked = standing(who, dossier({ items: [account] }))
  renderPage('/organizations/o5')
  expect(await screen.findByRole('heading', { level: 1, name: '锦江助老中心' })).toBeTruthy()
  await screen.findByRole('heading', { name: '现在' })
  expect(screen.queryByText('只有本组织的人看得到')).toBeNull()
  expect(asked).toEqual([])
})

test('with nothing to do the page says so, and where account and contact come from', async () => {
  standing(AGENT)
  renderPage('/organizations/o5')
  expect(await screen.findByText('常用的资料都齐了')).toBeTruthy()
  expect(screen.getByText(/登记里没有联系人/)).toBeTruthy()
  expect(screen.getByText('还没有上传过。')).toBeTruthy()
})

test('a group finds its contact in its filing, and has no account', async () => {
  standing(GROUP, dossier({ kind: 'FILED_GROUP', name: '桐梓互助会' }))
  server.use(
    http.get('/api/organizations/o1', () =>
      HttpResponse.json(federationDetails({ id: 'o1', name: '桐梓互助会', kind: 'FILED_GROUP', members: [] })),
    ),
  )
  renderPage('/organizations/o1')
  expect((await screen.findByRole('link', { name: /看我们的备案/ })).getAttribute('href')).toBe('/filings/own')
  expect(screen.queryByText('银行账户')).toBeNull()
})

test('the address opens the form on what is missing; the upload goes with the declaration', async () => {
  standing(AGENT, dossier({ missing: [{ kind: 'INSPECTION', kindName: '年检结论', year: 2025 }] }))
  const sent: FactRequest[] = []
  server.use(
    http.post('/api/me/dossier/facts', async ({ request }) => {
      sent.push((await request.json()) as FactRequest)
      return HttpResponse.json({ id: 'x9' }, { status: 201 })
    }),
  )
  const { router } = renderPage('/dossier?add=INSPECTION&year=2025&back=%2Flots%2Fl1%2Feligibility')
  expect(((await screen.findByLabelText('年度')) as HTMLInputElement).value).toBe('2025')
  fireEvent.change(screen.getByLabelText('结论'), { target: { value: '2025:QUALIFIED' } })
  fireEvent.change(screen.getByLabelText('结论'), { target: { value: 'QUALIFIED' } })
  fireEvent.change(screen.getByLabelText('作出结论的日期'), { target: { value: '2026-08-01' } })
  fireEvent.click(screen.getByRole('button', { name: '提交' }))
  await waitFor(() => expect(router.state.location.search).toBe('?back=%2Flots%2Fl1%2Feligibility'))
  expect(screen.getByRole('link', { name: '回到刚才的判定' }).getAttribute('href')).toBe('/lots/l1/eligibility')
  expect(sent[0]).toMatchObject({ kind: 'INSPECTION', value: '2025:QUALIFIED', from: '2026-08-01', to: null })
  expect(await screen.findByText(/已提交，当即生效/)).toBeTruthy()
})

test('every word of a refusal stands beside its field, and nothing typed is lost', async () => {
  standing(AGENT)
  server.use(
    http.post('/api/me/dossier/facts', () =>
      problem(422, '/problems/organization/fact-refused', {
        detail: '有几处不对',
        errors: [
          { pointer: '/value', code: 'fact-value', detail: '请选择证书' },
          { pointer: '/number', code: 'range', detail: '人数从 1 到 100000' },
          { pointer: '/from', code: 'fact-day', detail: '不能晚于今天' },
          { pointer: '/to', code: 'fact-days', detail: '不能早于开始日期' },
          { pointer: '/evidenceId', code: 'evidence-needed', detail: '请附上证明材料' },
        ],
      }),
    ),
  )
  renderPage('/dossier?add=STAFF&value=NURSE&number=3')
  fireEvent.click(await screen.findByRole('button', { name: '提交' }))
  for (const [label, words] of [
    ['证书', '请选择证书'],
    ['人数', '人数从 1 到 100000'],
    ['从哪天起', '不能晚于今天'],
    ['到哪天为止', '不能早于开始日期'],
    ['证明材料', '请附上证明材料'],
  ] as const) {
    expect(await screen.findAllByText(words, { exact: false })).toHaveLength(2)
    expect(screen.getByLabelText(label).getAttribute('aria-invalid')).toBe('true')
    expect(screen.getByRole('link', { name: `${label}：${words}` })).toBeTruthy()
  }
  expect((screen.getByLabelText('证书') as HTMLSelectElement).value).toBe('NURSE')
  expect((screen.getByLabelText('人数') as HTMLInputElement).value).toBe('3')
})

test('what the registrar knows better is said whole', async () => {
  standing(AGENT)
  server.use(
    http.post('/api/me/dossier/facts', () =>
      problem(409, '/problems/organization/registrar-knows', { detail: '登记机关已经记录，请联系登记机关更正' }),
    ),
  )
  renderPage('/dossier?add=STAFF&value=NURSE&number=3')
  fireEvent.click(await screen.findByRole('button', { name: '提交' }))
  expect(await within(await screen.findByRole('alert')).findByText('登记机关已经记录，请联系登记机关更正')).toBeTruthy()
})

test('a file that is no paper is refused beside its field', async () => {
  standing(AGENT)
  server.use(
    http.post('/api/me/dossier/evidence', () =>
      problem(422, '/problems/file/kind-not-taken', { detail: '只收 PDF 和照片' }),
    ),
  )
  renderPage('/dossier?add=STAFF')
  const field = await screen.findByLabelText('证明材料')
  fireEvent.change(field, { target: { files: [new File(['<html>'], 'a.pdf', { type: 'application/pdf' })] } })
  expect(await screen.findByText('只收 PDF 和照片')).toBeTruthy()
})

test('what the registrar alone records says so instead of a form', async () => {
  standing(AGENT)
  renderPage('/dossier?add=STATUS&value=NORMAL')
  expect(await screen.findByText(/这一项由登记机关记录/)).toBeTruthy()
})

test('what it declared it takes back with a reason; a refusal keeps the reason', async () => {
  standing(AGENT, dossier({ items: [recordedFact({ ...papered, awaitsConfirmation: true })] }))
  server.use(
    http.post('/api/me/dossier/facts/x1/withdrawal', () =>
      problem(422, '/problems/organization/reason-needed', { detail: '请写明原因，不超过 200 字' }),
    ),
  )
  renderPage('/dossier')
  fireEvent.click(await screen.findByRole('button', { name: '撤回：护士' }))
  const dialog = screen.getByRole('dialog')
  const reason = within(dialog).getByLabelText<HTMLTextAreaElement>('理由')
  fireEvent.change(reason, { target: { value: '  ' } })
  fireEvent.click(within(dialog).getByRole('button', { name: '撤回' }))
  await within(dialog).findAllByText('请写一两句理由')
  fireEvent.change(reason, { target: { value: '人已离职' } })
  fireEvent.click(within(dialog).getByRole('button', { name: '撤回' }))
  await within(dialog).findByText('请写明原因，不超过 200 字')
  expect(reason.value).toBe('人已离职')
})
