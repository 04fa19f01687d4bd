import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { screen } from '@testing-library/react'
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
