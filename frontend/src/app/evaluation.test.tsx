import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import type { Desk, Evaluation, Me } from '../api/types'
import { OFFICER, STAFF } from '../test/fixtures'
import { renderPage } from '../test/render-page'
import { server, signedIn } from '../test/server'

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

function atDesk(change: Partial<Desk>) {
  const desk: Desk = { ...example('scoreDesk'), lotId: LOT, ...change }
  signedIn(evaluator)
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
  expect(await screen.findByRole('button', { name: '签名提交' })).toBeTruthy()
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

function atPanel(phase: Evaluation['phase'], panel: Partial<NonNullable<Evaluation['panel']>>) {
  const evaluation: Evaluation = example('evaluationRead')
  if (!evaluation.panel) throw new Error('the example has no panel')
  signedIn(OFFICER)
  server.use(
    http.get(`/api/lots/${LOT}/evaluation`, () =>
      HttpResponse.json({ ...evaluation, lotId: LOT, phase, panel: { ...evaluation.panel, ...panel } }),
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
  expect(seats.textContent).toMatch(/羊千帆 不能继续：住院治疗.*第 2 席.*独立打分.*蒲以宁 接替.*不再计入/)
  fireEvent.click(screen.getByRole('button', { name: '由下一位接替' }))
  const dialog = await screen.findByRole('dialog')
  fireEvent.change(within(dialog).getByRole('textbox'), { target: { value: '多次联系不上' } })
  fireEvent.click(within(dialog).getByRole('button', { name: '由下一位接替' }))
  expect(await screen.findByText('已由抽取顺序中的下一位接替。')).toBeTruthy()
  expect(sent).toEqual([{ seat: 2, reason: '多次联系不上' }])
})

test('a relation that was found after the points were revealed is put before the department', async () => {
  atPanel('PRICING', {
    members: [
      { ...member, excused: true },
      { ...member, seat: 2, name: '蒲以宁', due: true },
    ],
    leaves: [{ ...leave, seat: 1, ground: 'RELATED', step: 'PRICING', next: null, reviewed: false, signed: 0 }],
  })
  expect(await screen.findByText(/分数揭示以后才发现需要回避/)).toBeTruthy()
  expect(screen.getByText('已退出，由其余人员决定')).toBeTruthy()
  expect(screen.getByRole('button', { name: '不再等待这位人员' })).toBeTruthy()
})
