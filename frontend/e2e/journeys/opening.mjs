// Three organizations and a federation with two groups bid; one replaces, one withdraws; the clock passes the deadline; the officers open.
import { readFileSync } from 'node:fs'
import { DESK, PASSWORD, PHONE, until } from '../stage.mjs'
import { give } from './bid.mjs'
import { giveWithGroups } from './federation-bid.mjs'

const DAYS_UNTIL_DEADLINE = 21
const DAY_MS = 86_400_000

export async function opening(stage, memory) {
  const { lot, purchase, notice, deadline } = await publish(stage)
  memory.openedLot = lot
  memory.openedPurchase = purchase
  await bids(stage, lot)
  await stage.report.check('nobody is told of a bid before the opening', () => unseen(stage, { lot, purchase, notice }))
  await passTo(stage, Date.parse(deadline) + 60_000)
  const officer = await stage.enter('officer')
  await stage.report.check('an officer finds the opening among what waits', () => fromWorklist(stage, officer, lot))
  const visitor = await stage.enter(null)
  await visitor.goto(`/lots/${lot}/opening`)
  await visitor.getByText('响应文件已经封存').first().waitFor()
  await officer.getByRole('button', { name: '开始开启' }).click()
  await officer.getByText('核对封存').first().waitFor()
  await stage.report.check('a visitor sees it begin without asking again', () =>
    visitor.getByText('3 份').first().waitFor({ timeout: 10_000 }),
  )
  await visitor.context().close()
  await stage.look(officer, 'opening-seal-check')
  await sealChecked(stage, lot)
  await advance(stage, 'PT16M')
  await stage.report.check('an officer opens with the own key file', () => shares(stage, officer, lot))
  await stage.look(officer, 'opening-opened')
  await officer.setViewportSize(PHONE)
  await stage.look(officer, 'opening-opened-phone')
  await officer.setViewportSize(DESK)
  await officer.context().close()
  await stage.report.check('a visitor reads the prices', async () => {
    const visitor = await stage.enter(null)
    await visitor.goto(`/lots/${lot}/opening`)
    await visitor.getByText('95,000.01').first().waitFor()
    await stage.look(visitor, 'opening-public')
    await visitor.context().close()
  })
}

/** By the interface that other programs use; what officer and approver see of it stands in other journeys. */
async function publish(stage) {
  const officer = await caller(stage, 'officer')
  const approver = await caller(stage, 'approver')
  const region = (await officer('GET', '/api/me')).body.department.regionCode
  const now = Date.parse((await officer('GET', '/api/demo/clock')).body.now)
  const deadline = workday(now + DAYS_UNTIL_DEADLINE * DAY_MS)
  const draft = await officer('POST', '/api/purchases', {
    title: '四家响应的助餐与探访服务',
    method: 'BT_COMPARE',
    regionCode: region,
    description: '为辖区六十岁以上独居、空巢老人提供每个工作日的午餐配送，每月上门探访，按季度回访满意度。',
    lots: [
      {
        title: '助餐与探访',
        categoryCode: 'A0402-01',
        serviceRegionCodes: [region],
        budgetFen: 9_800_000,
        description: '每个工作日不少于三十份午餐，每月探访六十位老人，服务期十二个月。',
        requirements: [],
        criteria: [
          { name: '报价', weight: 20, kind: 'PRICE' },
          { name: '服务方案', weight: 50, kind: 'QUALITY' },
          { name: '持证人员', weight: 30, kind: 'QUALITY' },
        ],
      },
    ],
    bidDeadline: deadline,
    openingAt: deadline,
    contact: { name: '示例联系人', phone: '028-00001234', email: 'lianxi@example.org' },
  })
  const purchase = draft.body.id
  const seen = async () => ({ 'If-Match': (await officer('GET', `/api/purchases/${purchase}`)).etag })
  await officer('POST', `/api/purchases/${purchase}/submission`, undefined, await seen())
  const notice = (await approver('POST', `/api/purchases/${purchase}/approval`, undefined, await seen())).body
  return { lot: notice.lots[0].id, purchase, notice: notice.id, deadline }
}

function workday(moment) {
  const day = new Date(moment)
  while ([0, 6].includes(day.getUTCDay())) day.setTime(day.getTime() + DAY_MS)
  day.setUTCHours(2, 0, 0, 0)
  return day.toISOString()
}

async function bids(stage, lot) {
  await one(stage, 'organization', lot, '265', async (page) => {
    await page.getByRole('button', { name: '替换' }).click()
    await give(stage, page, '262')
    await page.getByText('已被替换').first().waitFor()
  })
  await one(stage, 'organization2', lot, '258')
  await one(stage, 'organization3', lot, '250', async (page) => {
    await page.getByRole('button', { name: '撤回', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: '撤回', exact: true }).click()
    await page.getByText('已撤回').first().waitFor()
  })
  await giveWithGroups(stage, lot)
}

async function one(stage, account, lot, price, then = async () => undefined) {
  const page = await stage.enter(account)
  await page.goto(`/lots/${lot}/bid`)
  await give(stage, page, price)
  await then(page)
  await page.context().close()
}

async function unseen(stage, { lot, purchase, notice }) {
  for (const account of ['officer', 'supervisor', 'admin', null]) {
    const page = await stage.enter(account)
    for (const address of [
      `/api/purchases/${purchase}`,
      `/api/notices/${notice}`,
      `/api/ledger/entries?purchase=${purchase}`,
      `/api/lots/${lot}/opening`,
    ]) {
      const said = await (await page.request.get(address)).text()
      if (said.includes('BID_') || said.includes('"bids":4')) throw new Error(`${account} reads of bids at ${address}`)
    }
    await page.context().close()
  }
}

async function fromWorklist(stage, page, lot) {
  const link = page.getByRole('link', { name: '去开启：助餐与探访' })
  await until(page, 'the opening', async () => {
    await page.goto('/worklist')
    await page.locator('main [role=status]').filter({ hasText: /\S/ }).waitFor()
    return (await link.count()) > 0
  })
  await stage.look(page, 'opening-todo')
  await link.click()
  await page.waitForURL(`**/lots/${lot}/opening`)
}

/** A bidder's browser computes the chain again. */
async function sealChecked(stage, lot) {
  const page = await stage.enter('organization2', { size: PHONE })
  await page.goto('/inbox?kind=opening')
  await stage.report.check('a bidder is told, and led to the seal', async () => {
    await page.locator('main [data-row]').filter({ hasText: '核对您的响应文件' }).getByRole('link').first().click()
    await page.waitForURL(`**/lots/${lot}/opening`)
  })
  await page.getByRole('button', { name: '核对封存' }).click()
  await stage.report.check('a bidder finds its seal whole', () => page.getByText('封存完好：').waitFor())
  await stage.look(page, 'opening-bidder-phone')
  await page.context().close()
}

async function shares(stage, officer, lot) {
  await officer.goto(`/lots/${lot}/opening`)
  await officer.getByRole('button', { name: '打开并交出份额' }).waitFor()
  const [download] = await Promise.all([
    officer.waitForEvent('download'),
    officer.getByRole('link', { name: '下载我的演示钥匙' }).click(),
  ])
  const file = await download.path()
  await officer
    .locator('input[type=file]')
    .setInputFiles({ name: 'key.json', mimeType: 'application/json', buffer: readFileSync(file) })
  await officer.locator('input[type=password]').fill(PASSWORD)
  await stage.look(officer, 'opening-holder')
  await officer.getByRole('button', { name: '打开并交出份额' }).click()
  await officer.getByText('95,000.01').first().waitFor()
}

/** The demo's clock is the platform's only one: sessions end with it, so everybody signs in anew. */
async function passTo(stage, moment) {
  const admin = await caller(stage, 'admin')
  const now = Date.parse((await admin('GET', '/api/demo/clock')).body.now)
  await admin('POST', '/api/demo/clock', { advance: `PT${Math.ceil((moment - now) / 1000)}S` })
  stage.accounts.clear()
}

async function advance(stage, duration) {
  const admin = await caller(stage, 'admin')
  await admin('POST', '/api/demo/clock', { advance: duration })
}

/** As another program calls: with a token of its own. */
async function caller(stage, username) {
  const page = await stage.enter(null)
  const signedIn = await page.request.post('/api/tokens', { data: { username, password: PASSWORD } })
  const { token } = await signedIn.json()
  return async (method, url, data, headers = {}) => {
    const answer = await page.request.fetch(url, {
      method,
      data,
      headers: { Authorization: `Bearer ${token}`, ...headers },
    })
    const text = await answer.text()
    if (!answer.ok()) throw new Error(`${method} ${url}: ${answer.status()} ${text.slice(0, 300)}`)
    return { body: text.startsWith('{') ? JSON.parse(text) : null, etag: answer.headers().etag }
  }
}
