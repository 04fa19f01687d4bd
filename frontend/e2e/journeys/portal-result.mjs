// What the portal decided: the officer copies its result notice, the approver gives it back once and publishes it, and everybody who was
// told of the call finds who won; a stranger learns that there is nothing to verify but the notices.
import { program } from '../program.mjs'
import { passDeadline } from '../scene.mjs'
import { PHONE } from '../stage.mjs'

export async function portalResult(stage, memory) {
  const sought = memory.onThePortal
  if (sought === undefined) throw new Error('nothing was called on the portal before')
  const { lot, code, deadline } = await known(stage, sought)
  await passDeadline(stage, { deadline })
  const address = `/lots/${lot}/portal-result`
  await write(stage, address, code)
  await giveBack(stage, address)
  await again(stage, sought)
  const notice = await publish(stage, address)
  await read(stage, sought, notice)
}

async function known(stage, { notice }) {
  const bidder = await program(stage, 'organization')
  const { deadline, lots } = await bidder.call('GET', `/api/notices/${notice}`)
  const { organization } = await bidder.call('GET', '/api/me')
  const { creditCode } = await bidder.call('GET', `/api/organizations/${organization.id}`)
  await bidder.end()
  return { lot: lots[0].id, code: creditCode, deadline }
}

const at = (page, path) => page.locator(`[id="${path}"]`)

async function write(stage, address, code) {
  const page = await stage.enter('officer', { size: PHONE })
  await page.goto(address)
  await at(page, 'winners.0.creditCode').fill(code)
  await stage.report.check('the registry knows the winner by its code', () => page.getByText(/^登记库：/).waitFor())
  await at(page, 'winners.0.amountFen').fill('58万')
  await at(page, 'winners.0.scoreHundredths').fill('91.25')
  for (const [place, name] of ['示例专家甲', '示例专家乙', '示例代表丙'].entries())
    await at(page, `panel.${place}.name`).fill(name)
  await page.getByLabel('采购人代表').nth(2).check()
  await stage.report.check('what was typed survives a reload', async () => {
    await page.reload()
    await page.getByText('已恢复您上次没有提交的内容').waitFor()
    if ((await at(page, 'winners.0.amountFen').inputValue()) !== '58万') throw new Error('the amount is lost')
  })
  await page.getByRole('button', { name: '填好，交审核人' }).click()
  await stage.report.check('the reference is missing, and the page says where', () =>
    page
      .getByRole('alert')
      .getByText(/公告标识：/)
      .waitFor(),
  )
  await stage.look(page, 'portal-result-missing-phone')
  const { now } = await page.evaluate(() => fetch('/api/demo/clock').then((answer) => answer.json()))
  await at(page, 'officialPublication.medium').selectOption('四川政府采购网')
  await at(page, 'officialPublication.noticeId').fill('5101-2026-00123-jg')
  await at(page, 'officialPublication.url').fill('https://www.ccgp-sichuan.gov.cn/notices/5101-2026-00123-jg')
  await at(page, 'officialPublication.publishedAt').fill(
    new Date(Date.parse(now) + 8 * 3_600_000).toISOString().slice(0, 16),
  )
  await page.getByText('没有发现问题，可以提交。').waitFor()
  await page.getByRole('button', { name: '填好，交审核人' }).click()
  await page.waitForURL(/\/purchases\//)
  await page.context().close()
}

async function giveBack(stage, address) {
  const page = await stage.enter('approver')
  await page.goto(address)
  await stage.look(page, 'portal-result-review-desk')
  await page.getByRole('button', { name: '退回修改' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('请补充服务标准')
  await dialog.getByRole('button', { name: '退回' }).click()
  await page.waitForURL(/\/purchases\//)
  await page.context().close()
}

async function again(stage, { purchase }) {
  const page = await stage.enter('officer')
  await page.goto(`/purchases/${purchase}`)
  await page.getByRole('link', { name: '修改结果' }).click()
  await stage.report.check('nothing that was written is lost, and the reason stands above', async () => {
    await page.getByText('请补充服务标准').waitFor()
    if ((await at(page, 'panel.0.name').inputValue()) !== '示例专家甲') throw new Error('the panel is lost')
  })
  await at(page, 'service.standards').fill('按《社区社会工作服务指南》执行')
  await stage.look(page, 'portal-result-editor-desk')
  await page.getByRole('button', { name: '填好，交审核人' }).click()
  await page.waitForURL(/\/purchases\//)
  await page.context().close()
}

async function publish(stage, address) {
  const page = await stage.enter('approver')
  await page.goto('/worklist')
  await stage.report.check('it waits for the approver', () =>
    page.getByText('法定平台的结果等待发布').first().waitFor(),
  )
  await page.goto(address)
  await page.getByRole('button', { name: '发布结果公告' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '现在发布' }).click()
  await page.waitForURL(/\/notices\/[0-9a-f-]{36}$/)
  const { pathname } = new URL(page.url())
  await page.context().close()
  return pathname
}

async function read(stage, { purchase, notice: call }, notice) {
  const page = await stage.enter('organization')
  await page.goto('/inbox')
  await stage.report.check('the winner is told and led to the notice', async () => {
    await page.getByText('贵单位在法定采购平台中标').first().waitFor()
    await page.locator(`a[href="${notice}"]`).first().waitFor()
  })
  await page.goto(notice)
  await page.getByText('本平台没有接收').waitFor()
  await stage.look(page, 'portal-result-notice-desk')
  await page.goto(`/notices/${call}`)
  await page.locator(`a[href="${notice}"]`).first().waitFor()
  await stage.look(page, 'portal-result-call-desk')
  await page.goto(`/verify?purchase=${purchase}`)
  await stage.report.check('a stranger is told that there are only notices', () =>
    page.getByText('这里能核对的只有公告').waitFor(),
  )
  await stage.look(page, 'portal-result-verify-desk')
  await page.context().close()
}
