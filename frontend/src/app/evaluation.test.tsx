import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import type { Debrief, Desk, Evaluation, Me, PriceInquiry } from '../api/types'
import { OFFICER, STAFF } from '../test/fixtures'
import { renderPage } from '../test/render-page'
import { problem, server, signedIn } from '../test/server'

const LOT = '01a225c4-65b4-7001-8d32-b8bc4a093f42'

/** What the contract gives as its example. */
const example = (name: string) =>
  JSON.parse(readFileSync(join(process.cwd(), `../backend/src/main/resources/openapi/${name}.answer.json`), 'utf8'))

test('once all points are signed the department is led to where prices are opened', async () => {
  const evaluation: Evaluation = { ...example('evaluationRead'), lotId: LOT, phase: 'AWAITING_PRICES', staged: true }
  signedIn(OFFICER)
  server.use(
    http.get(`/api/lots/${LOT}/evaluation`, () => HttpResponse.json(evaluation)),
    http.get(`/api/lots/${LOT}/panel`, () => HttpResponse.json({ experts: 5, least: 3, representatives: [] })),
  )
  renderPage(`/lots/${LOT}/evaluation`)
  expect(await screen.findByRole('link', { name: '去开启报价' })).toHaveProperty('pathname', `/lots/${LOT}/opening`)
})

const evaluator: Me = { ...STAFF, account: { ...STAFF.account, roles: ['EVALUATOR'] } }

test('an evaluator who has signed is told to come back for the prices, and thanked only afterwards', async () => {
  const desk: Desk = { ...example('scoreDesk'), lotId: LOT, staged: true }
  const shown = (phase: Desk['phase']) => {
    signedIn(evaluator)
    server.use(http.get(`/api/lots/${LOT}/scores`, () => HttpResponse.json({ ...desk, phase })))
    return renderPage(`/evaluations/${LOT}`)
  }
  const waiting = shown('AWAITING_PRICES')
  expect(await screen.findByText(/等报价开启之后，请再回来审核报价/)).toBeTruthy()
  expect(screen.queryByText(/评审工作已经完成/)).toBeNull()
  waiting.unmount()
  shown('RANKED')
  expect(await screen.findByText(/评审工作已经完成/)).toBeTruthy()
})

test('an evaluation whose lot was terminated asks nobody for anything', async () => {
  signedIn(evaluator)
  server.use(
    http.get(`/api/lots/${LOT}/scores`, () =>
      HttpResponse.json({ ...example('scoreDesk'), lotId: LOT, phase: 'ENDED' }),
    ),
  )
  const desk = renderPage(`/evaluations/${LOT}`)
  expect(await screen.findByText(/采购人终止了本包，评审到此为止/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: /签名|提交|退出/ })).toBeNull()
  desk.unmount()

  signedIn(OFFICER)
  server.use(
    http.get(`/api/lots/${LOT}/evaluation`, () =>
      HttpResponse.json({ ...example('evaluationRead'), lotId: LOT, phase: 'ENDED' }),
    ),
    http.get(`/api/lots/${LOT}/panel`, () => HttpResponse.json({ experts: 5, least: 3, representatives: [] })),
  )
  const page = renderPage(`/lots/${LOT}/evaluation`)
  expect(await screen.findByRole('heading', { name: '本包已经终止' })).toBeTruthy()
  page.unmount()

  server.use(
    http.get(`/api/lots/${LOT}/evaluation`, () => problem(404, '/problems/evaluation/not-found')),
    http.get(`/api/lots/${LOT}/panel`, () => problem(409, '/problems/evaluation/lot-over')),
  )
  renderPage(`/lots/${LOT}/evaluation`)
  expect(await screen.findByText(/采购人已经终止本包/)).toBeTruthy()
})

test('who may not be awarded any more is named with the reason, and leaves its place to the next', async () => {
  const evaluation: Evaluation = { ...example('evaluationRead'), lotId: LOT }
  const [first, second] = evaluation.bids
  const passed = { ...evaluation, bids: [{ ...first, excludedAt: 'AWARD', reason: '列入名单' }, second] }
  let shown: object = evaluation
  signedIn(OFFICER)
  server.use(
    http.get(`/api/lots/${LOT}/evaluation`, () => HttpResponse.json(shown)),
    http.get(`/api/lots/${LOT}/panel`, () => HttpResponse.json({ experts: 5, least: 3, representatives: [] })),
    http.post(`/api/lots/${LOT}/award`, () =>
      problem(409, '/problems/evaluation/winner-refused', {
        title: '排序第一的供应商不能成交',
        detail: '可以补正的，补正之后再提出。',
        errors: [{ pointer: '/winner', code: 'winner-not-eligible', detail: '“棠暖”：列入严重违法失信名单' }],
      }),
    ),
    http.post(`/api/lots/${LOT}/award/next-candidate`, () => {
      shown = passed
      return new HttpResponse(null, { status: 204 })
    }),
  )
  renderPage(`/lots/${LOT}/evaluation`)
  expect(await screen.findByText(`将提出由${first?.body.name}成交，交本单位审核人确定。`)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '由下一位候选人成交' })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '提出结果' }))
  expect(await screen.findByText('“棠暖”：列入严重违法失信名单')).toBeTruthy()
  expect(screen.getByText('可以补正的，补正之后再提出。')).toBeTruthy()
  expect(screen.getByRole('link', { name: '去“我的采购”处理' })).toHaveProperty(
    'pathname',
    `/purchases/${evaluation.purchaseId}`,
  )
  fireEvent.click(screen.getByRole('button', { name: '由下一位候选人成交' }))
  expect(await screen.findByText(`将提出由${second?.body.name}成交，交本单位审核人确定。`)).toBeTruthy()
  expect(screen.queryByText('“棠暖”：列入严重违法失信名单')).toBeNull()
})

test('before anybody has checked no bid is said to be valid', async () => {
  const evaluation: Evaluation = { ...example('evaluationRead'), lotId: LOT, phase: 'FORMING' }
  const bids = evaluation.bids.map((bid) => ({ ...bid, excludedAt: null }))
  signedIn(OFFICER)
  server.use(
    http.get(`/api/lots/${LOT}/evaluation`, () => HttpResponse.json({ ...evaluation, bids })),
    http.get(`/api/lots/${LOT}/panel`, () => HttpResponse.json({ experts: 5, least: 3, representatives: [] })),
  )
  renderPage(`/lots/${LOT}/evaluation`)
  expect((await screen.findAllByText('待审查')).length).toBe(bids.length)
  expect(screen.queryByText('有效')).toBeNull()
})

test('above the limit the result is published with what the statutory medium published', async () => {
  const evaluation: Evaluation = { ...example('evaluationRead'), lotId: LOT, phase: 'PROPOSED', method: 'OPEN_TENDER' }
  const proposal = {
    proposer: '演示经办人',
    proposedAt: '2026-12-01T02:00:00Z',
    note: null,
    namesakes: null,
    openness: null,
    decider: null,
    decidedAt: null,
    own: false,
  }
  signedIn({ ...OFFICER, account: { ...OFFICER.account, roles: ['DEPARTMENT_APPROVER'] } })
  const sent: unknown[] = []
  server.use(
    http.get(`/api/lots/${LOT}/evaluation`, () => HttpResponse.json({ ...evaluation, proposal })),
    http.get(`/api/lots/${LOT}/panel`, () => HttpResponse.json({ experts: 5, least: 3, representatives: [] })),
    http.post(`/api/lots/${LOT}/award/decision`, async ({ request }) => {
      sent.push(await request.json())
      return sent.length === 1
        ? problem(422, '/problems/purchase/result-unreferenced', {
            errors: [{ pointer: '/officialPublication/url', code: 'required', detail: '请填写这一项。' }],
          })
        : HttpResponse.json({ noticeId: 'n9' })
    }),
  )
  const { router } = renderPage(`/lots/${LOT}/evaluation`)
  fireEvent.change(await screen.findByLabelText('公告标识'), { target: { value: '51010-jg-1' } })
  fireEvent.click(screen.getByRole('button', { name: '确定并公布结果' }))
  const summary = await screen.findByRole('alert')
  fireEvent.click(within(summary).getByText('请填写这一项。'))
  expect(document.activeElement?.id).toBe('officialPublication.url')
  fireEvent.change(document.activeElement as Element, { target: { value: 'https://www.ccgp-sichuan.gov.cn/1' } })
  fireEvent.click(screen.getByRole('button', { name: '确定并公布结果' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/notices/n9'))
  expect(sent[1]).toEqual({
    officialPublication: {
      medium: null,
      url: 'https://www.ccgp-sichuan.gov.cn/1',
      noticeId: '51010-jg-1',
      publishedAt: null,
    },
  })
})

test('where nobody of the ranking can be awarded no price is made up, and nothing is confirmed', async () => {
  const evaluation: Evaluation = { ...example('evaluationRead'), lotId: LOT }
  const bids = evaluation.bids.map((bid) => ({ ...bid, excludedAt: 'AWARD', reason: '列入名单' }))
  const said = {
    proposer: '演示经办人',
    proposedAt: '2026-12-01T02:00:00Z',
    note: null,
    namesakes: null,
    openness: null,
  }
  const shown = (user: Me, phase: Evaluation['phase']) => {
    signedIn(user)
    const proposal = phase === 'PROPOSED' ? { ...said, decider: null, decidedAt: null, own: false } : null
    server.use(
      http.get(`/api/lots/${LOT}/evaluation`, () => HttpResponse.json({ ...evaluation, bids, phase, proposal })),
      http.get(`/api/lots/${LOT}/panel`, () => HttpResponse.json({ experts: 5, least: 3, representatives: [] })),
    )
    return renderPage(`/lots/${LOT}/evaluation`)
  }
  const approver: Me = { ...OFFICER, account: { ...OFFICER.account, roles: ['DEPARTMENT_APPROVER'] } }
  const decision = shown(approver, 'PROPOSED')
  expect(await screen.findByText(/演示经办人.*提出了结果，但排序中现在没有可以成交的供应商/)).toBeTruthy()
  expect(screen.queryByText(/报价 .*元。/)).toBeNull()
  expect(screen.queryByRole('button', { name: '确定并公布结果' })).toBeNull()
  expect(screen.getByRole('button', { name: '退回' })).toBeTruthy()
  decision.unmount()
  shown(OFFICER, 'RANKED')
  expect(await screen.findByText(/排序中没有可以成交的供应商，不能提出结果/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '提出结果' })).toBeNull()
})

test('where too few bids were left a bidder reads what became of its own', async () => {
  const bidder: Me = { ...STAFF, account: { ...STAFF.account, roles: ['ORGANIZATION_AGENT'] } }
  const ended: Debrief = {
    ...example('awardDebrief'),
    lotId: LOT,
    winner: null,
    rank: null,
    ranked: 0,
    total: null,
    best: null,
    lines: [],
  }
  const shown = (debrief: Debrief) => {
    signedIn(bidder)
    server.use(
      http.get(`/api/lots/${LOT}/debrief`, () => HttpResponse.json(debrief)),
      http.get(`/api/lots/${LOT}/price-explanation`, () => problem(404, '/problems/evaluation/not-found')),
    )
    return renderPage(`/lots/${LOT}/debrief`)
  }
  const out = shown({ ...ended, excludedAt: 'QUALIFICATION', reason: '登记证书已过期' })
  expect(await screen.findByText(/登记证书已过期。本包的有效响应文件不足规定家数/)).toBeTruthy()
  expect(screen.getByText('资格审查未通过')).toBeTruthy()
  expect(screen.queryByRole('link', { name: '查看公开的评审结果' })).toBeNull()
  out.unmount()
  const opening = shown({ ...ended, excludedAt: 'OPENING', reason: 'MANDATE_EXCEEDED' })
  expect(await screen.findByText(/有团队的金额超过了它的委托授权/)).toBeTruthy()
  opening.unmount()
  shown(ended)
  expect(await screen.findByText('通过审查，但采购没有结果')).toBeTruthy()
})

test.each([
  ['OPEN_TENDER', '您排序第一，中标。', '打印中标通知书', /请下载中标通知书/],
  ['BT_COMPARE', '您排序第一，成交。', '打印成交通知书', /请下载成交通知书/],
] as const)('a winner of a %s reads the word of the law', async (method, first, letter, then) => {
  signedIn({ ...STAFF, account: { ...STAFF.account, roles: ['ORGANIZATION_AGENT'] } })
  const debrief: Debrief = { ...example('awardDebrief'), lotId: LOT, method, won: true }
  server.use(
    http.get(`/api/lots/${LOT}/debrief`, () => HttpResponse.json(debrief)),
    http.get(`/api/lots/${LOT}/price-explanation`, () => problem(404, '/problems/evaluation/not-found')),
  )
  renderPage(`/lots/${LOT}/debrief`)
  expect(await screen.findByText(first)).toBeTruthy()
  expect(screen.getByRole('link', { name: letter })).toBeTruthy()
  expect(screen.getByText(then)).toBeTruthy()
})

test.each([
  [{ explanation: null, explainedAt: null, accepted: null }, '还没有说明'],
  [{ accepted: null }, '牵头人已提交说明，截止前还可以更新'],
  [{ accepted: false }, '说明没有被采纳，响应无效'],
])('another member of a consortium follows what its lead explains', async (more, words) => {
  signedIn({ ...STAFF, account: { ...STAFF.account, roles: ['ORGANIZATION_AGENT'] } })
  const asked: PriceInquiry = {
    bid: 'b1',
    bidder: '春熙助老中心',
    own: false,
    triggers: [],
    askedAt: '2026-12-01T02:00:00Z',
    answerBy: '2999-12-01T02:30:00Z',
    explanation: '志愿者不计人工',
    explainedAt: '2026-12-01T02:10:00Z',
    votes: 0,
    ...more,
  }
  server.use(
    http.get(`/api/lots/${LOT}/debrief`, () => problem(404, '/problems/evaluation/not-found')),
    http.get(`/api/lots/${LOT}/price-explanation`, () => HttpResponse.json(asked)),
  )
  renderPage(`/lots/${LOT}/debrief`)
  expect(await screen.findByRole('heading', { name: '“春熙助老中心”要说明报价' })).toBeTruthy()
  expect(screen.getByText(words)).toBeTruthy()
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(screen.queryByText('志愿者不计人工') === null).toBe(asked.explanation === null)
})

test('that nobody answers says nothing of a result', async () => {
  server.use(http.get(`/api/lots/${LOT}/result`, () => problem(503, '/problems/http/busy')))
  const { unmount } = renderPage(`/lots/${LOT}/result`)
  expect((await screen.findAllByText('服务暂时不可用')).length).toBeGreaterThan(0)
  unmount()
  server.use(http.get(`/api/lots/${LOT}/result`, () => problem(404, '/problems/evaluation/not-found')))
  renderPage(`/lots/${LOT}/result`)
  expect(await screen.findByText('结果还没有公布')).toBeTruthy()
})

function atDesk(change: Partial<Desk>, who = evaluator) {
  const desk: Desk = { ...example('scoreDesk'), lotId: LOT, ...change }
  signedIn(who)
  server.use(http.get(`/api/lots/${LOT}/scores`, () => HttpResponse.json(desk)))
  return renderPage(`/evaluations/${LOT}`)
}

test('whoever cannot go on leaves the panel, and says why', async () => {
  const sent: unknown[] = []
  server.use(
    http.post(`/api/lots/${LOT}/panel/declaration`, async ({ request }) => {
      sent.push(await request.json())
      return new HttpResponse(null, { status: 204 })
    }),
    http.get('/api/me/evaluations', () => HttpResponse.json([])),
  )
  const { router } = atDesk({ phase: 'REVIEWING' })
  fireEvent.click(await screen.findByRole('button', { name: '退出评审' }))
  const dialog = await screen.findByRole('dialog')
  expect(within(dialog).getByText(/抽取顺序中的下一位接替/)).toBeTruthy()
  fireEvent.click(within(dialog).getByRole('button', { name: '退出评审' }))
  expect(sent).toEqual([])
  fireEvent.change(within(dialog).getByLabelText('退出的原因'), { target: { value: 'RELATED' } })
  fireEvent.change(within(dialog).getByRole('textbox'), { target: { value: '配偶在其中一家任职' } })
  fireEvent.click(within(dialog).getByRole('button', { name: '退出评审' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/evaluations'))
  expect(sent).toEqual([{ unrelated: false, ground: 'RELATED', reason: '配偶在其中一家任职' }])
})

test('once points are revealed nobody is replaced, and who stepped down has nothing to do', async () => {
  const pricing = atDesk({ phase: 'PRICING' })
  fireEvent.click(await screen.findByRole('button', { name: '退出评审' }))
  expect(await screen.findByText(/您签署的分数仍然有效/)).toBeTruthy()
  pricing.unmount()
  atDesk({ phase: 'PRICING', excused: true })
  expect(await screen.findByText(/由其余评审人员决定。谢谢/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '退出评审' })).toBeNull()
})

test('whoever declares reads whom a federation bids with', async () => {
  const groups = [
    { id: 'g1', name: '桂湖助餐队' },
    { id: 'g2', name: '香城探访队' },
  ]
  const desk: Desk = example('scoreDesk')
  const bids = desk.bids.map((bid, place) => ({ ...bid, groups: place === 0 ? groups : [] }))
  atDesk({ phase: 'DECLARING', declared: false, bids })
  expect(await screen.findByText('参加响应的团队：桂湖助餐队、香城探访队')).toBeTruthy()
  expect(screen.getAllByText(/参加响应的团队：/)).toHaveLength(1)
})

test('whoever takes a seat late declares, checks, and only then scores', async () => {
  const late = { phase: 'SCORING', reviewed: false } as const
  const undeclared = atDesk({ ...late, declared: false })
  expect(await screen.findByRole('button', { name: '我声明没有利害关系' })).toBeTruthy()
  undeclared.unmount()
  const unchecked = atDesk({ ...late })
  expect(await screen.findByText(/您中途接替了席位/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '签名提交' })).toBeNull()
  unchecked.unmount()
  const sheet = { ...example('scoreDesk').sheet, signed: false }
  atDesk({ phase: 'SCORING', reviewed: true, sheet })
  // Too early it leads to what is missing, and signs nothing.
  fireEvent.click(await screen.findByRole('button', { name: '签名提交' }))
  expect(document.activeElement?.id).toMatch(/^points-/)
  expect(screen.queryByRole('dialog', { name: '签名提交评分表' })).toBeNull()
})

const member = { seat: 1, name: '文秋实', kind: 'EXPERT', declared: true, due: false, excused: false } as const
const leave = {
  seat: 2,
  name: '羊千帆',
  reason: '住院治疗',
  own: true,
  at: '2026-11-29T05:34:41.866964Z',
  ground: 'UNABLE',
  step: 'SCORING',
  next: '蒲以宁',
  reviewed: true,
  signed: 1,
} as const

function atPanel(phase: Evaluation['phase'], panel: Partial<NonNullable<Evaluation['panel']>>, recusalMissed = false) {
  const evaluation: Evaluation = example('evaluationRead')
  if (!evaluation.panel) throw new Error('the example has no panel')
  signedIn(OFFICER)
  server.use(
    http.get(`/api/lots/${LOT}/evaluation`, () =>
      HttpResponse.json({ ...evaluation, lotId: LOT, phase, recusalMissed, panel: { ...evaluation.panel, ...panel } }),
    ),
    http.get(`/api/lots/${LOT}/panel`, () => HttpResponse.json({ experts: 5, least: 3, representatives: [] })),
  )
  return renderPage(`/lots/${LOT}/evaluation`)
}

test('the department releases only who has not done what is to be done, and reads who replaced whom', async () => {
  const sent: unknown[] = []
  server.use(
    http.post(`/api/lots/${LOT}/panel/departures`, async ({ request }) => {
      sent.push(await request.json())
      return new HttpResponse(null, { status: 204 })
    }),
  )
  atPanel('SCORING', { members: [member, { ...member, seat: 2, name: '蒲以宁', due: true }], leaves: [leave] })
  const seats = await screen.findByRole('list', { name: '席位变动' })
  expect(seats.textContent).toMatch(/羊千帆不能继续：住院治疗.*第 2 席.*独立打分.*蒲以宁接替.*不再计入/)
  fireEvent.click(screen.getByRole('button', { name: '由下一位接替' }))
  const dialog = await screen.findByRole('dialog')
  fireEvent.change(within(dialog).getByRole('textbox'), { target: { value: '多次联系不上' } })
  fireEvent.click(within(dialog).getByRole('button', { name: '由下一位接替' }))
  expect(await screen.findByText('已由抽取顺序中的下一位接替。')).toBeTruthy()
  expect(sent).toEqual([{ seat: 2, reason: '多次联系不上' }])
})

test('a relation that was found after the points were revealed is put before the department', async () => {
  const members = [
    { ...member, excused: true },
    { ...member, seat: 2, name: '蒲以宁', due: true },
  ]
  const leaves = [{ ...leave, seat: 1, ground: 'RELATED', step: 'PRICING', next: null, reviewed: false, signed: 0 }]
  atPanel('PRICING', { members, leaves } as Parameters<typeof atPanel>[1], true)
  expect(await screen.findByText(/分数揭示以后才说明与供应商有利害关系/)).toBeTruthy()
  expect(screen.getByRole('button', { name: '重新组建评审小组' })).toBeTruthy()
  expect(screen.getByRole('heading', { name: '评审意见无效，需要重新组建评审小组' })).toBeTruthy()
  // The others decide nothing of what is void.
  expect(screen.getByText('已退出')).toBeTruthy()
  expect(screen.queryByText(/由其[余他].*决定/)).toBeNull()
  expect(screen.getByRole('button', { name: '不再等待这位人员' })).toBeTruthy()
})

test('a panel that ended is told from the one that is to be drawn', async () => {
  atPanel(
    'FORMING',
    { members: [member, { ...member, seat: 2, name: '蒲以宁', declared: false }], leaves: [leave] },
    true,
  )
  expect(await screen.findByRole('heading', { name: '原来的评审小组' })).toBeTruthy()
  expect(screen.getByText(/原来的评审小组不能继续，请重新抽取/)).toBeTruthy()
  expect(screen.queryByText(/还没有声明|已声明无利害关系|这个小组的评审意见无效/)).toBeNull()
})

test('with a member who is related to a bidder nothing is proposed, and a panel is formed anew', async () => {
  const evaluation: Evaluation = { ...example('evaluationRead'), lotId: LOT, recusalMissed: true }
  const sent: unknown[] = []
  signedIn(OFFICER)
  server.use(
    http.get(`/api/lots/${LOT}/evaluation`, () => HttpResponse.json(evaluation)),
    http.get(`/api/lots/${LOT}/panel`, () => HttpResponse.json({ experts: 5, least: 3, representatives: [] })),
    http.post(`/api/lots/${LOT}/panel/renewal`, async ({ request }) => {
      sent.push(await request.json())
      return new HttpResponse(null, { status: 204 })
    }),
  )
  renderPage(`/lots/${LOT}/evaluation`)
  expect(await screen.findByText(/这个小组的评审意见无效，不能提出或者确定结果/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '重新组建评审小组' }))
  const dialog = await screen.findByRole('dialog')
  fireEvent.change(within(dialog).getByRole('textbox'), { target: { value: '经核实应当回避' } })
  fireEvent.click(within(dialog).getByRole('button', { name: '重新组建' }))
  expect(await screen.findByText('请抽取新的评审小组。')).toBeTruthy()
  expect(sent).toEqual([{ reason: '经核实应当回避' }])
})

test('a member with the name of a head, and a call that was not open, are explained with the proposal', async () => {
  const evaluation: Evaluation = { ...example('evaluationRead'), lotId: LOT }
  const sent: unknown[] = []
  const answers = ['namesake-unexplained', 'openness-unexplained']
  signedIn(OFFICER)
  server.use(
    http.get(`/api/lots/${LOT}/evaluation`, () => HttpResponse.json(evaluation)),
    http.get(`/api/lots/${LOT}/panel`, () => HttpResponse.json({ experts: 5, least: 3, representatives: [] })),
    http.post(`/api/lots/${LOT}/award`, async ({ request }) => {
      sent.push(await request.json())
      const refused = answers.shift()
      return refused === undefined
        ? new HttpResponse(null, { status: 204 })
        : problem(409, `/problems/evaluation/${refused}`, { title: '请核实', detail: '请写明。' })
    }),
  )
  renderPage(`/lots/${LOT}/evaluation`)
  const propose = await screen.findByRole('button', { name: '提出结果' })
  fireEvent.click(propose)
  fireEvent.change(await screen.findByLabelText(/同名的评审人员不是同一个人/), { target: { value: '证件号码不同' } })
  fireEvent.click(propose)
  fireEvent.change(await screen.findByLabelText(/没有公开征集的理由/), { target: { value: '服务不能中断' } })
  fireEvent.click(propose)
  await waitFor(() => expect(sent.at(-1)).toEqual({ note: null, namesakes: '证件号码不同', openness: '服务不能中断' }))
})

test('what a bidder declared is judged with a reason, and who is barred is not qualified', async () => {
  const evaluation: Evaluation = { ...example('evaluationRead'), lotId: LOT, phase: 'QUALIFYING' }
  const bids = evaluation.bids.map((bid, at) => ({
    ...bid,
    excludedAt: null,
    declared: at === 0 ? ['C08' as const] : [],
  }))
  const sent: { ballots: { passed: boolean; reason: string | null; judgements: unknown[] }[] }[] = []
  signedIn(OFFICER)
  server.use(
    http.get(`/api/lots/${LOT}/evaluation`, () => HttpResponse.json({ ...evaluation, bids })),
    http.get(`/api/lots/${LOT}/panel`, () => HttpResponse.json({ experts: 5, least: 3, representatives: [] })),
    http.get(`/api/lots/${LOT}/papers/:bid/cred`, () => HttpResponse.text('{}')),
    http.post(`/api/lots/${LOT}/qualification`, async ({ request }) => {
      sent.push((await request.json()) as (typeof sent)[number])
      return new HttpResponse(null, { status: 204 })
    }),
  )
  renderPage(`/lots/${LOT}/evaluation`)
  const declared = await screen.findByRole('group', { name: '供应商申报：同一年评估本街道的项目' })
  for (const choice of screen.getAllByLabelText('通过')) fireEvent.click(choice)
  fireEvent.click(screen.getByRole('button', { name: '提交审查意见' }))
  const unjudged = `${bids[0]?.body.name}：请认定“同一年评估本街道的项目”`
  fireEvent.click(await screen.findByRole('link', { name: unjudged }))
  expect(document.activeElement).toBe(within(declared).getByLabelText('不构成不得参加的情形'))
  expect(sent).toHaveLength(0)
  fireEvent.click(within(declared).getByLabelText('依法不得参加，资格审查不通过'))
  fireEvent.change(within(declared).getByLabelText('认定的理由'), { target: { value: '正在评估同类项目' } })
  fireEvent.click(screen.getByRole('button', { name: '提交审查意见' }))
  await waitFor(() => expect(sent).toHaveLength(1))
  expect(sent[0]?.ballots[0]).toMatchObject({
    passed: false,
    reason: '正在评估同类项目',
    judgements: [{ rule: 'C08', bars: true, reason: '正在评估同类项目' }],
  })
  expect(sent[0]?.ballots[1]).toMatchObject({ passed: true, judgements: [] })
  expect(screen.queryByRole('link', { name: unjudged })).toBeNull()
})

test('nothing is passed unread: a check without an answer is named, and led to', async () => {
  const sent: { ballots: { bid: string; check: string; passed: boolean; reason: string | null }[] }[] = []
  server.use(
    http.post(`/api/lots/${LOT}/reviews`, async ({ request }) => {
      sent.push((await request.json()) as (typeof sent)[number])
      return new HttpResponse(null, { status: 204 })
    }),
  )
  const bids: Desk['bids'] = example('scoreDesk').bids.map((bid: Desk['bids'][number]) => ({ ...bid, counts: true }))
  atDesk({ phase: 'REVIEWING', reviewed: false, checks: ['QUALIFICATION', 'COMPLIANCE'], bids })
  const send = await screen.findByRole('button', { name: '提交审查意见' })
  expect(screen.getAllByRole('radio').filter((choice) => (choice as HTMLInputElement).checked)).toEqual([])
  expect(screen.getByText(`还差 ${2 * bids.length} 项`)).toBeTruthy()
  fireEvent.click(send)
  const unanswered = `${bids[0]?.body.name}：请给出“资格审查”的结论`
  const named = screen.getAllByRole('link', { name: /请给出“.*”的结论/ })
  expect(named).toHaveLength(2 * bids.length)
  expect(named[0]?.textContent).toBe(unanswered)
  fireEvent.click(named[0] as HTMLElement)
  const [first] = screen.getAllByRole('group', { name: '资格审查' })
  expect(document.activeElement).toBe(within(first as HTMLElement).getByLabelText('通过'))
  expect(within(first as HTMLElement).getByText(unanswered)).toBeTruthy()

  fireEvent.click(within(first as HTMLElement).getByLabelText('不通过'))
  expect(within(first as HTMLElement).queryByText(unanswered)).toBeNull()
  const all = screen.getAllByRole('button', { name: '各项均通过' })
  expect(all).toHaveLength(bids.length - 1)
  for (const button of all) fireEvent.click(button)
  fireEvent.click(screen.getByRole('button', { name: '其余均通过', description: bids[0]?.body.name ?? '' }))
  fireEvent.click(send)
  expect(screen.getByRole('link', { name: `${bids[0]?.body.name}：请写明“资格审查”的理由` })).toBeTruthy()
  fireEvent.change(within(first as HTMLElement).getByLabelText('不通过的原因'), { target: { value: '证书过期' } })
  expect(screen.getByText('全部填好了')).toBeTruthy()
  expect(screen.queryByRole('alert')).toBeNull()
  fireEvent.click(send)
  await waitFor(() => expect(sent).toHaveLength(1))
  expect(sent[0]?.ballots).toHaveLength(2 * bids.length)
  expect(sent[0]?.ballots.filter(({ passed }) => !passed)).toMatchObject([
    { bid: bids[0]?.id, check: 'QUALIFICATION', reason: '证书过期' },
  ])
})

test('what an evaluator answered outlives a reload until it is sent, and is nobody else’s', async () => {
  localStorage.clear()
  server.use(http.post(`/api/lots/${LOT}/reviews`, () => new HttpResponse(null, { status: 204 })))
  const [paper]: Desk['bids'] = example('scoreDesk').bids
  const bids = paper === undefined ? [] : [{ ...paper, counts: true }]
  const desk = { phase: 'REVIEWING', reviewed: false, checks: ['QUALIFICATION'], bids } satisfies Partial<Desk>
  const failed = async () => (await screen.findByLabelText<HTMLInputElement>('不通过')).checked
  const before = atDesk(desk)
  fireEvent.click(await screen.findByLabelText('不通过'))
  fireEvent.change(screen.getByLabelText('不通过的原因'), { target: { value: '证书过期' } })
  before.unmount()

  const again = atDesk(desk)
  expect(await screen.findByDisplayValue('证书过期')).toBeTruthy()
  again.unmount()

  const other = atDesk(desk, { ...evaluator, account: { ...evaluator.account, username: 'another' } })
  expect(await failed()).toBe(false)
  other.unmount()

  const last = atDesk(desk)
  expect(await failed()).toBe(true)
  fireEvent.click(screen.getByRole('button', { name: '提交审查意见' }))
  await waitFor(() => expect(Object.keys(localStorage).filter((key) => key.includes('checks.'))).toEqual([]))
  last.unmount()
})

test('an explanation of a price that is being written outlives a reload', async () => {
  localStorage.clear()
  const asked: PriceInquiry = {
    ...example('priceAsked'),
    own: true,
    explanation: null,
    answerBy: '2999-12-01T02:30:00Z',
  }
  const visited = () => {
    signedIn({ ...STAFF, account: { ...STAFF.account, roles: ['ORGANIZATION_AGENT'] } })
    server.use(
      http.get(`/api/lots/${LOT}/debrief`, () => problem(404, '/problems/evaluation/not-found')),
      http.get(`/api/lots/${LOT}/price-explanation`, () => HttpResponse.json(asked)),
      http.post(`/api/lots/${LOT}/price-explanation`, () => new HttpResponse(null, { status: 204 })),
    )
    return renderPage(`/lots/${LOT}/debrief`)
  }
  const before = visited()
  fireEvent.change(await screen.findByRole('textbox'), { target: { value: '志愿者不计人工' } })
  before.unmount()
  visited()
  expect(await screen.findByDisplayValue('志愿者不计人工')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '提交说明' }))
  await waitFor(() => expect(Object.keys(localStorage).filter((key) => key.includes('explanation.'))).toEqual([]))
})
