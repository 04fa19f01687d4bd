import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fireEvent, screen } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import type { Debrief, Desk, Evaluation, Me } from '../api/types'
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

test('an evaluator who has signed is told to come back for the prices, and thanked only afterwards', async () => {
  const desk: Desk = { ...example('scoreDesk'), lotId: LOT, staged: true }
  const evaluator: Me = { ...STAFF, account: { ...STAFF.account, roles: ['EVALUATOR'] } }
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
  expect(await screen.findByText(`将提出由 ${first?.body.name} 成交，交本单位审核人确定。`)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '由下一位候选人成交' })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '提出结果' }))
  expect(await screen.findByText('“棠暖”：列入严重违法失信名单')).toBeTruthy()
  expect(screen.getByText('可以补正的，补正之后再提出。')).toBeTruthy()
  expect(screen.getByRole('link', { name: '去“我的采购”处理' })).toHaveProperty(
    'pathname',
    `/purchases/${evaluation.purchaseId}`,
  )
  fireEvent.click(screen.getByRole('button', { name: '由下一位候选人成交' }))
  expect(await screen.findByText(`将提出由 ${second?.body.name} 成交，交本单位审核人确定。`)).toBeTruthy()
  expect(screen.queryByText('“棠暖”：列入严重违法失信名单')).toBeNull()
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
