// A clerk files a new group, three offices carry it through, its contact opens the account, and a purchase reaches it.
import { until } from '../stage.mjs'

const GROUP = '桂湖街道示例社区灶台边助餐互助队'
const PASSWORD = '三只竹篮 oranges 四月雨水 bicycle'
const PAPERS = ['FORM', 'CHARTER', 'LEADER_ID', 'VENUE']
const CATEGORY = ['A', 'A04', 'A0402', 'A0402-01']

export async function filing(stage, { title }) {
  const name = `${GROUP}${Date.now().toString(36)}`
  await write(stage, name)
  await support(stage, name)
  const slip = await file(stage, name)
  await open(stage, slip)
  await join(stage, name)
  await mandate(stage, title)
  await stage.lookAround('street', '/worklist', 'worklist-street')
  await stage.lookAround('registrar', '/worklist?list=UNFEDERATED', 'worklist-unfederated', (page) =>
    page.locator('main [data-row]').first().waitFor(),
  )
}

const rowOf = (page, name) => page.locator('main [data-row]').filter({ hasText: name })

async function write(stage, name) {
  const page = await stage.enter('clerk')
  await page.goto('/filings')
  await page.getByRole('link', { name: '新备案一个团队' }).first().click()
  await page.locator('#name').waitFor()
  await stage.report.check('a street clerk writes down a new group and sends it to its community', async () => {
    await page.locator('#nature').selectOption('RESIDENTS')
    await page.locator('#name').fill(name)
    await page.locator('#type').selectOption('LIFE')
    await page.locator('#purpose').fill('为社区高龄、独居长者做午餐并送餐上门，每个工作日一次。')
    await category(page)
    await page.locator('#foundedOn').fill('2026-03-01')
    await page.locator('#communityCode').selectOption({ index: 1 })
    await page.locator('#venue').fill('社区党群服务中心一楼')
    await page.locator('[id="leader.name"]').fill('某负责人')
    await page.locator('[id="leader.phone"]').fill(`028-${Date.now() % 100_000_000}`)
    await page.locator('#memberCount').fill('12')
    await page.locator('#coreMembers').fill(['甲', '乙', '丙', '丁', '戊'].join('\n'))
    for (const kind of PAPERS) await paper(page, kind)
    await page.getByRole('button', { name: '保存并提交社区' }).click()
    await page.waitForURL(/\/filings\/[0-9a-f-]{36}$/)
    await page.getByText('等社区工作人员提出意见').waitFor()
  })
  await stage.lookAround('clerk', '/filings/new', 'filing-new', (one) => one.locator('#name').waitFor())
  await page.context().close()
}

async function category(page) {
  await page.locator('#categories').click()
  const dialog = page.getByRole('dialog')
  for (const code of CATEGORY.slice(0, -1)) {
    await dialog
      .locator('fieldset > div')
      .filter({ has: page.locator('small', { hasText: new RegExp(`^${code}$`) }) })
      .getByRole('button')
      .click()
  }
  await dialog.getByRole('checkbox', { name: CATEGORY.at(-1) }).check()
  await dialog.getByRole('button', { name: '选好了' }).click()
}

async function paper(page, kind) {
  const buffer = Buffer.from(`%PDF-1.7\n${kind} ${Date.now()}`)
  await page
    .locator(`[id="attachments.${kind}"]`)
    .setInputFiles({ name: `${kind}.pdf`, mimeType: 'application/pdf', buffer })
  await page.getByText(`${kind}.pdf`).waitFor()
}

async function support(stage, name) {
  const page = await stage.enter('community')
  await page.goto('/worklist')
  await stage.report.check('the community finds it in its work list and supports it', async () => {
    await rowOf(page, name)
      .getByRole('link', { name: /^提出意见/ })
      .click()
    await page.getByRole('button', { name: '同意', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: '同意', exact: true }).click()
    await page.getByText('等街道审核').first().waitFor()
  })
  await page.context().close()
}

async function file(stage, name) {
  const page = await stage.enter('street')
  await page.goto('/worklist')
  await stage.report.check('the street finds it in its work list and files it', async () => {
    await rowOf(page, name)
      .getByRole('link', { name: /^去审核/ })
      .click()
    await page.getByRole('button', { name: '准予备案' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '准予备案' }).click()
    await page
      .getByText(/BA-\d{9}-\d{4}-\d{4}/)
      .first()
      .waitFor()
  })
  await stage.lookAround('street', new URL(page.url()).pathname, 'filing-filed')
  const slip = {}
  await stage.report.check('the street hands its contact a code, and never a password', async () => {
    await page.getByRole('button', { name: '发放联系人激活码' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '发放', exact: true }).click()
    slip.code = await dialog.locator('code').textContent()
    slip.username = await dialog.locator('dd').nth(1).textContent()
    await stage.look(page, 'filing-slip-desk')
  })
  await stage.report.check('the slip stands alone on paper', async () => {
    await page.emulateMedia({ media: 'print' })
    await page.locator('dl code').waitFor({ state: 'visible' })
    await page.locator('main h1').waitFor({ state: 'hidden' })
  })
  await page.context().close()
  return slip
}

async function open(stage, { code, username }) {
  await stage.lookAround(null, '/activate', 'activate', (one) => one.locator('#code').waitFor())
  const page = await stage.enter(null)
  await page.goto(`/activate#${code}`)
  await stage.report.check('the contact opens the account with the code and a password of its own', async () => {
    await page.locator('#password').fill('too short')
    await page.getByRole('button', { name: '启用并登录' }).click()
    await page
      .getByText(/至少 15 个字符，现在是/)
      .first()
      .waitFor()
    await page.locator('#password').fill(PASSWORD)
    await page.getByRole('button', { name: '启用并登录' }).click()
    await page.getByText(username).first().waitFor()
    await page.waitForURL((url) => url.pathname === '/')
  })
  stage.accounts.set('contact', await page.context().storageState())
  await page.context().close()
}

async function join(stage, name) {
  const federation = await stage.enter('federation')
  await federation.goto('/memberships?tab=free')
  await stage.report.check('the federation invites the new group', async () => {
    const more = federation.getByRole('button', { name: '再显示一些' })
    await until(federation, 'the group', async () => {
      if ((await rowOf(federation, name).count()) > 0) return true
      if ((await more.count()) > 0) await more.click()
      return false
    })
    await rowOf(federation, name).getByRole('button', { name: /^邀请/ }).click()
    await rowOf(federation, name).getByText('已邀请').waitFor()
  })
  await federation.context().close()
  const contact = await stage.enter('contact')
  await contact.goto('/memberships')
  await stage.report.check('its contact says yes', async () => {
    await contact.getByRole('button', { name: '同意加入' }).click()
    await contact.getByText('您已同意加入').waitFor()
  })
  await contact.context().close()
  const street = await stage.enter('street')
  await street.goto('/worklist')
  await stage.report.check('the street confirms it from its work list', async () => {
    const row = rowOf(street, name)
    await row.getByRole('button', { name: /^确认入会/ }).click()
    await street.getByRole('dialog').getByRole('button', { name: '确认入会' }).click()
    await row.waitFor({ state: 'detached' })
  })
  await street.context().close()
}

async function mandate(stage, title) {
  const page = await stage.enter('contact')
  await page.goto('/memberships')
  await page.getByRole('link', { name: '给一份授权' }).click()
  await page.locator('#amountCapFen').waitFor()
  await stage.report.check('the new group mandates the federation', async () => {
    await page.getByRole('checkbox').first().check()
    await page.locator('#amountCapFen').fill('10万')
    await page.getByRole('button', { name: '一年' }).click()
    await page.getByRole('button', { name: '给出授权' }).click()
    await page.waitForURL('**/memberships')
  })
  await stage.report.check('an open purchase stands in its feed within seconds, through the federation', async () => {
    await page.goto('/opportunities')
    const row = page.locator('main [data-row]').filter({ hasText: title })
    await until(page, 'the purchase in the feed', async () => {
      if ((await row.count()) > 0) return true
      await page.reload()
      await page.locator('main h1').first().waitFor()
      return false
    })
    await row.first().getByText('可经').waitFor()
  })
  await page.context().close()
}
