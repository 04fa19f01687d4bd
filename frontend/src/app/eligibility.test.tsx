import { fireEvent, screen, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import type { EligibilityAnswer, Me } from '../api/types'
import { condition, eligibility, FEDERATION, federationDetails, GROUP, OFFICER, verdict } from '../test/fixtures'
import { renderPage } from '../test/render-page'
import { problem, server } from '../test/server'

const inspection = (bodyId: string) =>
  verdict({
    requirement: condition('ANNUAL_INSPECTION', { year: 2025, text: '2025 年度年检合格或者基本合格' }),
    verdict: 'UNKNOWN',
    fact: '平台没有 2025 年度的年检结论',
    rule: '社会团体登记管理条例 第28条',
    plain: '每年的年检有结论，不合格的不能参加',
    remedy: '上传 2025 年度年检结论，或者等待登记管理机关报送',
    action: {
      code: 'UPLOAD_INSPECTION',
      bodyId,
      parameters: { year: '2025' },
      usualDays: 3,
      verified: false,
      inTime: true,
    },
  })

function standing(who: Me, answer: EligibilityAnswer) {
  const asked: URLSearchParams[] = []
  server.use(
    http.get('/api/me', () => HttpResponse.json(who)),
    http.get('/api/me/inbox', () => HttpResponse.json({ items: [], total: 0, next: null, unread: 0 })),
    http.get('/api/federations/f1', () => HttpResponse.json(federationDetails())),
    http.get('/api/lots/l1/eligibility', ({ request }) => {
      asked.push(new URL(request.url).searchParams)
      return HttpResponse.json(answer)
    }),
  )
  return asked
}

const own = GROUP.organization?.id ?? ''

test('what is unknown is a to-do with its time and a button that has the form filled in', async () => {
  standing(GROUP, eligibility({ eligibility: 'ELIGIBLE_WITH_GAPS', verdicts: [inspection(own)] }))
  renderPage('/lots/l1/eligibility')
  expect(await screen.findByText('平台没有 2025 年度的年检结论（2026年11月20日）')).toBeTruthy()
  expect(screen.getByText(/一般要 3 天（估计），赶得上这次截止/)).toBeTruthy()
  expect(screen.getByRole('link', { name: '上传年检结论' }).getAttribute('href')).toBe(
    '/dossier?add=INSPECTION&year=2025&back=%2Flots%2Fl1%2Feligibility',
  )
})

test('an officer sees any body but is offered none of its acts', async () => {
  const asked = standing(OFFICER, eligibility({ verdicts: [inspection('g1')] }))
  renderPage('/lots/l1/eligibility?organization=g1')
  expect(await screen.findByRole('heading', { level: 1, name: /春晖助餐队/ })).toBeTruthy()
  expect(screen.queryByRole('link', { name: '上传年检结论' })).toBeNull()
  expect(asked[0]?.get('organization')).toBe('g1')
})

test('a verdict names its fact, who said so, since when it is known, and the paper', async () => {
  const fact = {
    type: 'FACT' as const,
    id: 'c1',
    bodyId: 'g1',
    kind: 'INSPECTION' as const,
    kindName: '年度检查',
    value: '2025:QUALIFIED',
    number: null,
    from: '2026-06-01',
    to: null,
    knownAt: '2026-06-03T01:00:00Z',
    source: '武侯区行政审批局',
    origin: 'SELF' as const,
    evidenceId: 'e1',
    confirmedAt: null,
  }
  const registrar = { ...OFFICER, account: { ...OFFICER.account, roles: ['REGISTRAR' as const] }, department: null }
  standing(registrar, eligibility({ verdicts: [verdict({ verdict: 'MET', remedy: null, citations: [fact] })] }))
  renderPage('/lots/l1/eligibility?organization=g1')
  const rests = await screen.findByRole('list', { name: '依据' })
  expect(within(rests).getByText('武侯区行政审批局')).toBeTruthy()
  expect(within(rests).getByText('平台 2026年6月3日 得知')).toBeTruthy()
  expect(within(rests).getByText(/登记机关还没有核对/)).toBeTruthy()
  expect(within(rests).getByRole('link', { name: '看凭证' }).getAttribute('href')).toBe(
    '/api/registry/bodies/g1/evidence/e1',
  )
})

test('the article opens into plain words', async () => {
  standing(OFFICER, eligibility())
  renderPage('/lots/l1/eligibility?organization=g1')
  const article = await screen.findByRole('button', { name: '政府采购法 第22条' })
  expect(screen.getByText('只有法人才能和政府签合同').hidden).toBe(true)
  fireEvent.click(article)
  expect(screen.getByText('只有法人才能和政府签合同').hidden).toBe(false)
})

test('the digest stands in fours, and the sheet and the address keep the moment', async () => {
  standing(OFFICER, eligibility())
  renderPage('/lots/l1/eligibility?organization=g1')
  expect(await screen.findByText(/^0123 4567 89ab cdef/)).toBeTruthy()
  const then = 'organization=g1&asOf=2026-11-23T02%3A00%3A00Z'
  expect(screen.getByRole('link', { name: '打印判定单' }).getAttribute('href')).toBe(
    `/api/lots/l1/eligibility.html?${then}`,
  )
  expect(screen.getByRole('link', { name: '按这个时点留存的地址' }).getAttribute('href')).toBe(
    `/lots/l1/eligibility?${then}`,
  )
})

test('a past moment is asked for and named as such', async () => {
  const asked = standing(OFFICER, eligibility())
  renderPage('/lots/l1/eligibility?organization=g1&asOf=2026-11-23T02:00:00Z')
  expect(await screen.findByRole('link', { name: '看现在的判定' })).toBeTruthy()
  expect(asked[0]?.get('asOf')).toBe('2026-11-23T02:00:00Z')
})

test('a group is shown through which federation, and what is missing there', async () => {
  const mandate = verdict({
    requirement: condition('MANDATE'),
    fact: '委托授权已于 2026-10-31 到期',
    remedy: '重新授权',
  })
  standing(
    GROUP,
    eligibility({ through: [{ federation: FEDERATION, eligibility: 'NOT_ELIGIBLE', verdicts: [mandate] }] }),
  )
  renderPage('/lots/l1/eligibility')
  expect(await screen.findByText(/委托授权已于 2026-10-31 到期/)).toBeTruthy()
  expect((await screen.findAllByRole('link', { name: FEDERATION.name })).length).toBeGreaterThan(0)
})

test('a lot outside the declared field says how to find it among the opportunities', async () => {
  const declare = {
    code: 'DECLARE_CATEGORY' as const,
    bodyId: own,
    parameters: { category: 'A0402-01' },
    usualDays: 1,
    verified: false,
    inTime: true,
  }
  standing(
    GROUP,
    eligibility({ field: { fits: false, citations: [], remedy: '申报“社区助餐”后会出现', action: declare } }),
  )
  renderPage('/lots/l1/eligibility')
  expect((await screen.findByRole('link', { name: '申报这个服务领域' })).getAttribute('href')).toBe(
    '/dossier?add=CATEGORY&value=A0402-01&back=%2Flots%2Fl1%2Feligibility',
  )
})

test('an officer without a body in the address learns where to choose one', async () => {
  standing(OFFICER, eligibility())
  renderPage('/lots/l1/eligibility')
  expect(await screen.findByRole('link', { name: '打开组织目录' })).toBeTruthy()
})

test('a body that may not be asked for is a page that says so', async () => {
  standing(OFFICER, eligibility())
  server.use(http.get('/api/lots/l1/eligibility', () => problem(404, '/problems/matching/body-not-found')))
  renderPage('/lots/l1/eligibility?organization=none')
  expect((await screen.findAllByText('这里没有页面')).length).toBeGreaterThan(0)
})
