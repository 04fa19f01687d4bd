import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import type { Conflict, ConflictAnswer, ConsortiumAnswer, Me } from '../api/types'
import { eligibility, FEDERATION, federationDetails, GROUP, OFFICER, STAFF, verdict } from '../test/fixtures'
import { renderPage } from '../test/render-page'
import { page, problem, server, signedIn } from '../test/server'

const AT = '2026-11-25T02:00:00Z'
const conflict = (more: Partial<Conflict> = {}): Conflict => ({
  rule: 'C07',
  severity: 'WARN',
  bodies: [FEDERATION],
  fact: '采购人“春熙路街道办事处”是“春熙路街道联合会”的业务主管单位',
  article: '平台规则：避免“内部化”购买，公开或说明理由',
  remedy: '不禁止参加；请采购人采用公开方式',
  ...more,
})

const DECLARED: ConflictAnswer['declared'] = [
  { rule: 'C04', text: '是否为本项目提供过整体设计', article: '《政府采购法实施条例》第十八条第二款' },
]

const TOGETHER: ConsortiumAnswer = {
  admissible: false,
  rule: '联合体的每个成员都必须是法人（《政府采购法》第二十四条）。',
  members: [
    {
      body: { id: 'o1', name: '桐梓互助会' },
      admissible: false,
      verdicts: [verdict()],
      through: [{ federation: FEDERATION, eligibility: 'ELIGIBLE' }],
      alternative: '请由它所在的社联会作为唯一供应商参加',
    },
    {
      body: { id: 'o2', name: '幸福里服务中心' },
      admissible: true,
      verdicts: [verdict({ verdict: 'MET', remedy: null })],
      through: [],
      alternative: null,
    },
  ],
  asOf: AT,
}

function standing(who: Me, answer: Partial<ConflictAnswer> = {}) {
  const asked: URLSearchParams[] = []
  const bidder = who.organization ?? { ...FEDERATION, kind: 'FEDERATION' as const }
  signedIn(who)
  server.use(
    http.get('/api/federations/f1', () => HttpResponse.json(federationDetails())),
    http.get('/api/lots/l1/eligibility', () => HttpResponse.json(eligibility({ body: bidder }))),
    http.get('/api/lots/l1/conflicts', ({ request }) => {
      asked.push(new URL(request.url).searchParams)
      return HttpResponse.json({ items: [], foreseen: [], declared: DECLARED, asOf: AT, ...answer })
    }),
  )
  return asked
}

test('each conflict says how grave it is, on what it rests, its article and the way out', async () => {
  standing(STAFF, {
    items: [conflict()],
    foreseen: [conflict({ rule: 'C02', fact: '“甲中心”是“春熙路街道联合会”的会员', article: '条例 第七十四条' })],
  })
  renderPage('/lots/l1/before-bidding')
  expect(await screen.findByText('可以参加，有 1 项要事先说明')).toBeTruthy()
  const found = screen.getByRole('region', { name: '现在查到的' })
  expect(within(found).getByText('采购人是联合会的业务主管单位')).toBeTruthy()
  expect(within(found).getByText('平台规则：避免“内部化”购买，公开或说明理由')).toBeTruthy()
  expect(within(found).getByText('不禁止参加；请采购人采用公开方式')).toBeTruthy()
  expect(within(screen.getByRole('region', { name: '如果它们也来投' })).getByText(/甲中心/)).toBeTruthy()
  expect(screen.getByText(/是否为本项目提供过整体设计/)).toBeTruthy()
})

test('nothing found is said, and what blocks comes before what warns', async () => {
  standing(STAFF)
  const { unmount } = renderPage('/lots/l1/before-bidding')
  expect(await screen.findByText('没有查到冲突，可以参加')).toBeTruthy()
  unmount()
  standing(STAFF, { items: [conflict({ rule: 'C04', severity: 'BLOCK', fact: '做过整体设计' }), conflict()] })
  renderPage('/lots/l1/before-bidding')
  expect(await screen.findByText('有 1 项不处理就不能提交')).toBeTruthy()
})

test('members that would do the work are checked too and stand in the address', async () => {
  const asked = standing(STAFF)
  const { router } = renderPage('/lots/l1/before-bidding')
  const choice = await screen.findByRole('checkbox', { name: /桐梓互助会/, hidden: true })
  fireEvent.click(choice)
  await waitFor(() => expect(router.state.location.search).toBe('?tab=conflicts&member=o1'))
  await waitFor(() => expect(asked.at(-1)?.getAll('members')).toEqual(['o1']))
})

test('a tick stands at once, and is taken back when its check cannot be had', async () => {
  standing(STAFF)
  let answers = () => {}
  const answered = new Promise<void>((resolve) => {
    answers = resolve
  })
  server.use(
    http.get('/api/lots/l1/conflicts', async ({ request }) => {
      if (!new URL(request.url).searchParams.has('members')) return undefined
      await answered
      return problem(503, '/problems/platform/unavailable')
    }),
  )
  const { router } = renderPage('/lots/l1/before-bidding')
  expect(await screen.findByText('没有查到冲突，可以参加')).toBeTruthy()
  const choice = () => screen.getByRole<HTMLInputElement>('checkbox', { name: /桐梓互助会/, hidden: true })
  fireEvent.click(await screen.findByRole('checkbox', { name: /桐梓互助会/, hidden: true }))
  await waitFor(() => expect(router.state.location.search).toContain('member=o1'))
  expect(choice().checked).toBe(true)
  answers()
  expect(await screen.findByText('没能核对，刚才的勾选已经撤回。请稍后再试。')).toBeTruthy()
  await waitFor(() => expect(choice().checked).toBe(false))
  expect(router.state.location.search).not.toContain('member')
  expect(screen.getByText('没有查到冲突，可以参加')).toBeTruthy()
})

test('an officer looks at any bidder that the address names', async () => {
  const asked = standing(OFFICER)
  renderPage('/lots/l1/before-bidding?bidder=f1')
  expect(await screen.findByText('没有查到冲突，可以参加')).toBeTruthy()
  expect(asked[0]?.get('bidder')).toBe('f1')
})

test('a group is told that its federation checks, and sees the way to bid together', async () => {
  standing(GROUP)
  const sent: unknown[] = []
  server.use(
    http.get('/api/organizations', () =>
      page([
        {
          id: 'o2',
          name: '幸福里服务中心',
          kind: 'LEGAL_PERSON',
          region: { code: '510104', name: '锦江区' },
        },
      ]),
    ),
    http.post('/api/lots/l1/consortium-check', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json(TOGETHER)
    }),
  )
  renderPage('/lots/l1/before-bidding')
  fireEvent.change(await screen.findByLabelText('想和谁一起投？'), { target: { value: '幸福里' } })
  fireEvent.keyDown(screen.getByLabelText('想和谁一起投？'), { key: 'Enter' })
  fireEvent.click(await screen.findByRole('button', { name: '加入核对：幸福里服务中心' }))
  expect(await screen.findByText('不能这样组成联合体：桐梓互助会')).toBeTruthy()
  expect(sent).toEqual([{ members: ['o1', 'o2'] }])
  expect(screen.getByText(/第二十四条/)).toBeTruthy()
  expect(screen.getByText('请由它所在的社联会作为唯一供应商参加')).toBeTruthy()
  expect(screen.getByRole('link', { name: FEDERATION.name })).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '移出幸福里服务中心' }))
  await waitFor(() => expect(screen.queryByText(/不能这样组成联合体/)).toBeNull())
  fireEvent.click(screen.getByRole('tab', { name: '利益冲突' }))
  expect(await screen.findByText('备案团队不单独投标')).toBeTruthy()
})

test('a check that fails says so and touches nothing else', async () => {
  standing(STAFF)
  server.use(http.get('/api/lots/l1/conflicts', () => problem(503, '/problems/platform/unavailable')))
  renderPage('/lots/l1/before-bidding')
  expect(await screen.findByText('核对结果没有取到')).toBeTruthy()
})
