// An organization seals a bid in its own browser, reads it back from the saved file, gives it, replaces it and takes it back.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DESK, PHONE } from '../stage.mjs'

export const WORDS = 'a passphrase of our own'
const PLAN = '每个工作日三十份午餐，中央厨房配餐，持证人员送餐上门；每月回访，满意度不低于九成。'
/** What must be found nowhere but in the browser before the opening. */
export const SECRET = '十一月特价配餐暗号'

export async function bid(stage, memory) {
  const lot = await lotOf(stage, memory)
  await stage.lookAround('organization', `/lots/${lot}/bid`, 'bid-form', (page) =>
    page.locator('main form button[type=submit]').waitFor(),
  )
  const page = await stage.enter('organization')
  await page.goto(memory.noticePath)
  await stage.report.check('the notice leads an eligible body to its bid', async () => {
    await page.getByRole('link', { name: '提交响应文件' }).click()
    await page.waitForURL(`**/lots/${lot}/bid`)
  })
  await begun(stage, page, lot)
  await give(stage, page, '265')
  await stage.report.check('the receipt verifies in the browser', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载回执' }).click(),
    ])
    await download.path()
    memory.bidReceipt = await text(download)
    const checker = await stage.enter(null)
    await checker.goto('/verify')
    await checker.locator('#receipt').fill(memory.bidReceipt)
    await checker.getByRole('button', { name: '验证', exact: true }).click()
    await checker.getByRole('heading', { name: '回执有效' }).waitFor()
    await checker.context().close()
  })
  await stage.look(page, 'bid-given')
  await page.setViewportSize(PHONE)
  await stage.look(page, 'bid-given-phone')
  await page.setViewportSize(DESK)
  await keys(stage)
  await stage.report.check('nobody else can tell that there is a bid', () => unseen(stage, memory, lot))
  await page.getByRole('button', { name: '替换' }).click()
  await give(stage, page, '260')
  await stage.report.check('the one before is replaced', () => own(page, '已被替换').waitFor())
  await page.getByRole('button', { name: '撤回', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤回', exact: true }).click()
  await stage.report.check('it is taken back, and another may be given', async () => {
    await own(page, '已撤回').waitFor()
    await page.getByRole('button', { name: '下一步：封装' }).waitFor()
  })
  await page.context().close()
}

/** What was begun here and not given is found again on the page of all bids. */
async function begun(stage, page, lot) {
  await page.getByLabel('项目内容').fill('工作日午餐')
  await page.goto('/bids')
  await stage.report.check('what was begun and not given stands on top of all bids', async () => {
    await page.getByRole('heading', { name: '还没有提交' }).waitFor()
    await stage.look(page, 'bids-begun')
    await page.locator(`main a[href="/lots/${lot}/bid"]`).first().click()
    await page.getByLabel('项目内容').waitFor()
  })
}

/** The body finds the key that its browser has just enrolled, and that browser finds it in the ledger. */
async function keys(stage) {
  await stage.lookAround('organization', '/keys', 'signing-keys', (page) =>
    page
      .getByText(/存证账本第 \d+ 条，已在这个浏览器里核对|Entry \d+ of the ledger, checked in this browser/)
      .first()
      .waitFor(),
  )
  const page = await stage.enter('organization')
  await stage.report.check('the body is told that a key signs in its name, and led to its keys', async () => {
    await page.goto('/inbox?kind=bid')
    await page
      .locator('[data-row]')
      .filter({ hasText: '启用了一把替贵机构签名的钥匙' })
      .first()
      .getByRole('link')
      .click()
    await page.getByRole('heading', { name: '签名钥匙' }).waitFor()
  })
  await page.context().close()
}

/** The body's own bids that stand so. */
const own = (page, state) =>
  page.getByRole('region', { name: '已提交的响应文件' }).locator('li').filter({ hasText: state }).first()

async function lotOf(stage, { noticePath }) {
  const page = await stage.enter(null)
  const notice = await (await page.request.get(`/api${noticePath}`)).json()
  await page.context().close()
  return notice.lots[0].id
}

/** On the page of the lot: fills the form, seals, reads it again from the saved file, gives it. */
export async function give(stage, page, price) {
  await seal(stage, page, price)
  await page.getByRole('button', { name: '提交响应文件' }).click()
  await stage.report.check(`the bid is accepted (${price})`, () => own(page, '有效').waitFor())
}

/** The same without giving it; answers where the recovery file is. */
export async function seal(stage, page, price) {
  await page.getByLabel('项目内容').fill('工作日午餐')
  await page.getByLabel('数量').fill('365')
  await page.getByLabel('单价（元）').fill(price)
  await page.getByLabel('报价说明').fill(SECRET)
  for (const box of await page.locator('[id^=answer-]').all()) await box.fill(PLAN)
  const independent = page.locator('#independence')
  if (await independent.count()) await independent.check()
  await page.getByRole('button', { name: '以上都没有' }).click()
  await page.getByRole('button', { name: '下一步：封装' }).click()
  await page.locator('#bid-passphrase').fill(WORDS)
  await page.locator('#bid-again').fill(WORDS)
  await page.getByRole('button', { name: '加密封装' }).click()
  const recovery = await saved(page, '保存恢复文件')
  await page.locator('#recovery-file').setInputFiles(recovery)
  await page.locator('#recovery-passphrase').fill(WORDS)
  await page.getByRole('button', { name: '打开并核对' }).click()
  await stage.report.check(`the bidder reads what was sealed (${price})`, async () => {
    const sealed = page.getByRole('article', { name: '封装里的内容' })
    await sealed.getByText(PLAN).first().waitFor()
    await sealed.getByText(SECRET).waitFor()
    await sealed
      .getByText((365 * Number(price)).toLocaleString('en-US'))
      .first()
      .waitFor()
  })
  await stage.look(page, `bid-sealed-${price}`)
  return recovery
}

/** What a button of the page saves, as a file of the same name. */
export async function saved(page, button) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ])
  const file = join(mkdtempSync(join(tmpdir(), 'goufu-')), download.suggestedFilename())
  await download.saveAs(file)
  return file
}

/** Who bid, and what, stands neither in what officers and supervisors read nor in what everybody may. */
async function unseen(stage, { noticePath, purchaseId }, lot) {
  for (const account of ['officer', 'approver', 'supervisor', 'admin', null]) {
    const page = await stage.enter(account)
    for (const address of [
      `/api/purchases/${purchaseId}`,
      `/api${noticePath}`,
      `/api/ledger/entries?purchase=${purchaseId}`,
      `/api/lots/${lot}/bidding`,
      '/api/me/bids',
    ]) {
      const answer = await page.request.get(address)
      const said = await answer.text()
      if (said.includes('BID_') || said.includes(SECRET)) throw new Error(`${account} reads of a bid at ${address}`)
    }
    await page.context().close()
  }
}

async function text(download) {
  const stream = await download.createReadStream()
  const parts = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}
