// An officer writes a small purchase and sees who could come; the approver looks at it and publishes it, and all are told.
import { settled, until } from '../stage.mjs'

const TITLE = '“社区长者食堂”助餐服务'
const LISTENERS = ['organization', 'federation', 'group']

export async function purchase(stage, memory) {
  const officer = await stage.enter('officer')
  await officer.goto('/purchases')
  await officer.locator('main h1').waitFor()
  const id = await begin(officer, `${TITLE} ${Date.now().toString(36)}`)
  memory.title = await officer.locator('#title').inputValue()
  await stage.look(officer, 'editor-empty-desk')
  await write(stage, officer)
  await pool(stage, officer)
  await stage.look(officer, 'editor-full-desk')
  await stage.lookAround('officer', `/purchases/${id}/edit`, 'editor', (page) => page.locator('#title').waitFor())
  await officer.locator('form button[type=submit]').click()
  await officer.waitForURL(`**/purchases/${id}`)
  await stage.report.check('the officer is told why he cannot approve it', () =>
    officer.getByText('由本单位的审核人批准或退回').or(officer.getByText('不能由您批准')).waitFor(),
  )
  await stage.lookAround('officer', '/purchases', 'purchases', (page) => page.locator('main table').waitFor())
  await officer.context().close()

  memory.listeners = await Promise.all(LISTENERS.map(async (account) => [account, await listen(stage, account)]))
  await stage.lookAround('approver', `/purchases/${id}`, 'review', (page) =>
    page.getByText('食品经营许可证').first().waitFor(),
  )
  await approve(stage, id, memory)
}

async function begin(page, title) {
  await page.getByRole('link', { name: '写新的采购' }).first().click()
  await page.locator('#title').fill(title)
  await page.getByRole('button', { name: '开始写' }).click()
  await page.waitForURL(/\/purchases\/[0-9a-f-]{36}\/edit$/)
  await page.locator('#description').waitFor()
  return new URL(page.url()).pathname.split('/')[2]
}

async function write(stage, page) {
  await page
    .locator('#description')
    .fill(
      '为辖区六十岁以上独居、空巢老人提供每个工作日的午餐配送与就餐服务，含营养配餐、上门送餐、安全探访和满意度回访，服务期一年。需求来自居民议事会和入户走访，并向三家服务机构做过市场调查。',
    )
  await category(stage, page, ['A', 'A04', 'A0402', 'A0402-01'])
  await page.locator('[id="lots.0.budgetFen"]').fill('98,000')
  await page.locator('[id="lots.0.requirements"]').locator('[data-kind=SPECIAL_QUALIFICATION]').click()
  await page.locator('[id="lots.0.requirements.0.qualification"]').selectOption('FOOD_BUSINESS_LICENSE')
  await page.getByRole('button', { name: '从常用的三项开始' }).click()
  await stage.report.check('the points add up while one types', async () => {
    await page.getByText('合计 100 分，正好').waitFor()
    await page.locator('[id="lots.0.criteria.0.weight"]').fill('40')
    await page.getByText('合计 90 分，还差 10 分').waitFor()
    await page.locator('[id="lots.0.criteria.0.weight"]').fill('50')
  })
  await page.getByRole('button', { name: /^2 周后/ }).click()
  await page.locator('[id="contact.phone"]').fill('028-86123456')
  await page.locator('[data-save=saved]').getByText('已保存').waitFor()
}

/** Down the catalogue, level by level, to the last code. */
async function category(stage, page, codes) {
  await page.locator('[id="lots.0.categoryCode"]').click()
  const dialog = page.getByRole('dialog')
  const row = (code) =>
    dialog.locator('fieldset > div').filter({ has: page.locator('small', { hasText: new RegExp(`^${code}$`) }) })
  for (const code of codes.slice(0, -1)) {
    if ((await row(code).count()) === 0) await row(code).first().waitFor()
    await row(code).getByRole('button').click()
  }
  await row(codes.at(-1)).getByRole('radio').check()
  await stage.look(page, 'picker-desk')
  await dialog.getByRole('button', { name: '选好了' }).click()
}

async function pool(stage, page) {
  await stage.report.check('the officer sees who could come', async () => {
    const panel = page.locator('section').filter({ has: page.locator('#pool-title') })
    await panel.getByText('可直接参与').first().waitFor()
    await panel.getByText('家联合会参与').first().waitFor()
  })
  await stage.report.check('the rules have nothing against it', () =>
    page.getByText('没有发现问题，可以送审。').waitFor(),
  )
}

/** Open before anything is published: the inbox must move by itself. */
async function listen(stage, account) {
  const page = await stage.enter(account)
  const stream = page.waitForResponse((response) => response.url().endsWith('/api/me/events'))
  await page.goto('/inbox')
  await page.locator('main h1').waitFor()
  await stream
  await settled(page)
  return page
}

async function approve(stage, id, memory) {
  const page = await stage.enter('approver')
  await page.goto(`/purchases/${id}`)
  await stage.report.check('the approver sees old and new', () => page.getByText('服务方案 50').waitFor())
  await page.getByRole('button', { name: '批准并发布' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '现在发布' }).waitFor()
  await stage.look(page, 'approve-desk')
  memory.approvedAt = Date.now()
  await page.getByRole('dialog').getByRole('button', { name: '现在发布' }).click()
  await page.waitForURL(/\/notices\/[0-9a-f-]{36}$/)
  memory.noticePath = new URL(page.url()).pathname
  memory.purchaseId = id
  await Promise.all(memory.listeners.map(([account, listener]) => heard(stage, account, listener, memory)))
  await page.context().close()
}

/** By the stream, not by a reload: the toast and the row appear on the page that stood open. */
async function heard(stage, account, page, { title, approvedAt }) {
  await stage.report.check(`${account} is told within seconds, and why`, async () => {
    const row = page.locator('main [data-row]').filter({ hasText: title })
    await row.first().waitFor()
    const took = Date.now() - approvedAt
    console.log(`  ${account} was told ${took} ms after the approver pressed`)
    await row.first().getByText('为什么告诉您').waitFor()
    await page.getByRole('status').getByText(title).first().waitFor()
    await until(page, 'a reason', async () => (await row.first().locator('ul li').count()) > 0)
    if (took > 10_000) throw new Error(`It took ${took} ms`)
  })
  await page.context().close()
}
