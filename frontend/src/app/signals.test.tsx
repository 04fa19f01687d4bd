import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { screen, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import type { Desk, Evaluation, Me, Signals } from '../api/types'
import { OFFICER, STAFF } from '../test/fixtures'
import { renderPage } from '../test/render-page'
import { server, signedIn } from '../test/server'

const LOT = '01a225c4-65b4-7001-8d32-b8bc4a093f42'

/** What the contract gives as its example. */
const example = (name: string) =>
  JSON.parse(readFileSync(join(process.cwd(), `../backend/src/main/resources/openapi/${name}.answer.json`), 'utf8'))

const FOUND: Signals = {
  foundAt: '2026-12-01T02:00:00Z',
  bids: 3,
  priced: false,
  items: [
    {
      kind: 'SIMILAR_TEXT',
      bids: [
        { id: '1', name: '甲服务中心' },
        { id: '2', name: '乙服务中心' },
      ],
      found: '“服务方案”的文字相同部分占 87%，采购公告中的文字不计算在内',
      excerpt: '逐户核对姓名和忌口',
      article: '财政部令第87号第三十七条（四）',
    },
  ],
  omitted: 0,
  relations: [
    {
      rule: 'C02',
      severity: 'WARN',
      bodies: [{ id: '3', name: '丙社联会' }],
      fact: '“甲服务中心”是“丙社联会”的会员',
      article: '《政府采购法实施条例》第七十四条第（四）项',
    },
  ],
}

const officer = (signals: Signals) => {
  const evaluation: Evaluation = { ...example('evaluationRead'), lotId: LOT }
  signedIn(OFFICER)
  server.use(
    http.get(`/api/lots/${LOT}/evaluation`, () => HttpResponse.json(evaluation)),
    http.get(`/api/lots/${LOT}/panel`, () => HttpResponse.json({ experts: 5, least: 3, representatives: [] })),
    http.get(`/api/lots/${LOT}/signals`, () => HttpResponse.json(signals)),
  )
  renderPage(`/lots/${LOT}/evaluation`)
  return screen.findByRole('region', { name: '需要核对的共同之处' })
}

test('the department reads what two bids have in common, with the article, and that it decides nothing', async () => {
  const part = within(await officer(FOUND))
  expect(part.getByText(/不会自动否决任何一份/)).toBeTruthy()
  expect(await part.findByText('比对了 3 份响应文件，有 1 处需要核对。')).toBeTruthy()
  expect(part.getByText('文字雷同')).toBeTruthy()
  expect(part.getByText('甲服务中心、乙服务中心')).toBeTruthy()
  expect(part.getByText(/87%/)).toBeTruthy()
  expect(part.getByText(/两份中都有：“逐户核对姓名和忌口”/)).toBeTruthy()
  expect(part.getByText(/第三十七条/)).toBeTruthy()
  expect(part.getByText(/报价公布之后再比对报价/)).toBeTruthy()
  expect(part.getByRole('heading', { name: '登记信息中的关联' })).toBeTruthy()
  expect(part.getByText(/第七十四条/)).toBeTruthy()
})

test('where nothing was found it says so, and where prices were compared it promises nothing', async () => {
  const part = within(await officer({ ...FOUND, priced: true, items: [], relations: [] }))
  expect(await part.findByText('比对了 3 份响应文件，没有发现不寻常的相同。')).toBeTruthy()
  expect(part.queryByText(/报价公布之后/)).toBeNull()
  expect(part.queryByRole('heading', { name: '登记信息中的关联' })).toBeNull()
})

test('more than is shown is counted, and a comparison that goes on is waited for', async () => {
  const part = within(await officer({ ...FOUND, omitted: 4 }))
  expect(await part.findByText('比对了 3 份响应文件，有 5 处需要核对。')).toBeTruthy()
  expect(part.getByText('另有 4 处没有列出。')).toBeTruthy()
})

test('while bids are being compared the page says so', async () => {
  const part = within(await officer({ ...FOUND, foundAt: null, bids: 0, items: [], relations: [] }))
  expect(await part.findByText('正在比对，稍后自动显示。')).toBeTruthy()
})

test('an evaluator is shown it once unrelated, and nothing is asked for before', async () => {
  const desk: Desk = { ...example('scoreDesk'), lotId: LOT, phase: 'REVIEWING' }
  const evaluator: Me = { ...STAFF, account: { ...STAFF.account, roles: ['EVALUATOR'] } }
  let asked = 0
  const shown = (declared: boolean) => {
    signedIn(evaluator)
    server.use(
      http.get(`/api/lots/${LOT}/scores`, () =>
        HttpResponse.json({ ...desk, declared, phase: declared ? 'REVIEWING' : 'DECLARING' }),
      ),
      http.get(`/api/lots/${LOT}/signals`, () => {
        asked++
        return HttpResponse.json(FOUND)
      }),
    )
    return renderPage(`/evaluations/${LOT}`)
  }
  const before = shown(false)
  expect(await screen.findByRole('button', { name: '我声明没有利害关系' })).toBeTruthy()
  expect(asked).toBe(0)
  before.unmount()
  shown(true)
  expect(await screen.findByText('甲服务中心、乙服务中心')).toBeTruthy()
  expect(asked).toBe(1)
})
