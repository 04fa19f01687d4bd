// Above the purchase limit: an officer repeats a consultation that the portal published, the approver publishes it here, and an
// organization reads where responses are given and finds no button that takes them.
import { PHONE } from '../stage.mjs'

const TITLE = '街道社工站运营服务'

export async function statutory(stage, memory) {
  const officer = await stage.enter('officer')
  const title = `${TITLE} ${Date.now().toString(36)}`
  const id = await write(stage, officer, title)
  await stage.look(officer, 'statutory-editor-desk')
  await officer.setViewportSize(PHONE)
  await stage.look(officer, 'statutory-editor-phone')
  await officer.context().close()
  await stage.lookAround('officer', `/purchases/${id}/edit`, 'statutory', (page) =>
    page.locator('[id="statutory.projectCode"]').waitFor(),
  )
  await submit(stage, id)
  const noticePath = await publish(stage, id)
  memory.onThePortal = { notice: noticePath.split('/').at(-1), purchase: id, title }
  await read(stage, noticePath)
}

async function write(stage, page, title) {
  await page.goto('/purchases/new')
  await page.locator('#title').fill(title)
  await page.getByRole('button', { name: '开始写' }).click()
  await page.waitForURL(/\/purchases\/[0-9a-f-]{36}\/edit$/)
  const id = new URL(page.url()).pathname.split('/')[2]
  await page
    .locator('#description')
    .fill(
      '运营街道社工站，每周开放不少于五天，服务老人和儿童，按季度开展满意度调查，服务期一年。需求来自居民议事会和入户走访，并向三家服务机构做过市场调查。',
    )
  await category(page, ['A', 'A04', 'A0402', 'A0402-01'])
  await page.locator('[id="lots.0.budgetFen"]').fill('60万')
  await stage.report.check('the amount leads to a lawful method', async () => {
    await page.getByText('达到采购限额标准').first().waitFor()
    await page.getByRole('button', { name: '改选竞争性磋商' }).click()
    await page.getByText('响应文件仍在法定采购平台提交').waitFor()
  })
  await page.getByRole('button', { name: '从常用的三项开始' }).click()
  await terms(page)
  await stage.report.check('the earliest deadline counts from the documents', () =>
    page.getByText(/采购文件 .* 起发放，最早 .* 截止/).waitFor(),
  )
  await page
    .getByRole('button', { name: /^4 周后/ })
    .or(page.getByRole('button', { name: /^2 周后/ }))
    .first()
    .click()
  await page.locator('[id="contact.phone"]').fill('028-86123456')
  await page.locator('[data-save=saved]').getByText('已保存').waitFor()
  await stage.report.check('the rules have nothing against the consultation', () =>
    page.getByText('没有发现问题，可以送审。').waitFor(),
  )
  await stage.report.check('nobody is asked for keys that open nothing here', async () => {
    if ((await page.getByText('登记开标钥匙，供应商才能').count()) > 0) throw new Error('Keys are asked for')
  })
  return id
}

/** What the portal published an hour ago, on the platform's own clock. */
async function terms(page) {
  const { now } = await page.evaluate(() => fetch('/api/demo/clock').then((answer) => answer.json()))
  const at = (hours) => local(new Date(Date.parse(now) + hours * 3_600_000))
  const fill = (path, value) => page.locator(`[id="statutory.${path}"]`).fill(value)
  await page.locator('[id="statutory.ground"]').selectOption('PURCHASED_SERVICE')
  await page.locator('[id="statutory.officialPublication.medium"]').selectOption('四川政府采购网')
  await fill('officialPublication.noticeId', '5101-2026-00123')
  await fill('officialPublication.url', 'https://www.ccgp-sichuan.gov.cn/notices/5101-2026-00123')
  await fill('officialPublication.publishedAt', at(-1))
  await fill('projectCode', 'N5101042026000123')
  await fill('intention.number', '5101-yx-00045')
  await fill('intention.publishedOn', at(-24 * 45).slice(0, 10))
  await fill('contractTerm', '自合同签订之日起 12 个月')
  await fill('submissionPlace', '四川政府采购一体化平台')
  await fill('openingPlace', '四川政府采购一体化平台')
  await fill('documents.from', at(-1))
  await fill('documents.to', at(24 * 9))
  await fill('documents.place', '四川政府采购一体化平台')
  await fill('documents.way', '登录后免费下载')
  await fill('documents.priceFen', '0')
}

const local = (moment) => new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 16)

/** Down the catalogue, level by level, to the last code. */
async function category(page, codes) {
  await page.locator('[id="lots.0.categoryCode"]').click()
  const dialog = page.getByRole('dialog')
  const row = (code) =>
    dialog.locator('fieldset > div').filter({ has: page.locator('small', { hasText: new RegExp(`^${code}$`) }) })
  for (const code of codes.slice(0, -1)) {
    await row(code).first().waitFor()
    await row(code).getByRole('button').click()
  }
  await row(codes.at(-1)).getByRole('radio').check()
  await dialog.getByRole('button', { name: '选好了' }).click()
}

async function submit(stage, id) {
  const page = await stage.enter('officer')
  await page.goto(`/purchases/${id}/edit`)
  await page.locator('[id="statutory.projectCode"]').waitFor()
  await page.locator('form button[type=submit]').click()
  await page.waitForURL(`**/purchases/${id}`)
  await page.context().close()
}

async function publish(stage, id) {
  const page = await stage.enter('approver')
  await page.goto(`/purchases/${id}?tab=content`)
  await stage.report.check('the approver sees the reference', () => page.getByText('5101-2026-00123').first().waitFor())
  await stage.look(page, 'statutory-review-desk')
  await page.getByRole('button', { name: '批准并发布' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '现在发布' }).click()
  await page.waitForURL(/\/notices\/[0-9a-f-]{36}$/)
  const { pathname } = new URL(page.url())
  await page.context().close()
  return pathname
}

async function read(stage, noticePath) {
  const page = await stage.enter('organization')
  await page.goto(noticePath)
  await stage.report.check('the organization reads where responses are given, and finds no button', async () => {
    await page.getByText('同步转载').waitFor()
    await page.locator('#where-to-bid').waitFor()
    await page.locator('#may-i-bid').getByText('请到公告所列的法定采购平台提交').waitFor()
    if ((await page.getByRole('link', { name: '提交响应文件' }).count()) > 0) throw new Error('There is a button')
    const portal = page.getByRole('link', { name: /到四川政府采购网看公告/ })
    if (!(await portal.getAttribute('href')).includes('ccgp-sichuan.gov.cn')) throw new Error('It leads elsewhere')
  })
  await page.context().close()
  await stage.lookAround('organization', noticePath, 'statutory-notice', (shown) =>
    shown.locator('#where-to-bid').waitFor(),
  )
}
