// A federation says who does what, its groups consent on their phones, one changes its mind; then the bid is sealed and given.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DESK, PHONE } from '../stage.mjs'

const WORDS = 'a passphrase of our own'
const PLAN = '联合会管质量和账目，两支团队各管送餐和探访，每月一起回访。'

export async function federationBid(stage, memory) {
  const lot = await lotOf(stage, memory)
  const page = await stage.enter('federation')
  await page.goto(`/lots/${lot}/bid`)
  await prepare(stage, page)
  await stage.lookAround('federation', `/lots/${lot}/bid`, 'federation-roster', (one) =>
    one.locator('fieldset [role=status]').first().waitFor(),
  )
  await stage.lookAround('group', `/lots/${lot}/consents`, 'consent-asked', (one) =>
    one.locator('main article button').first().waitFor(),
  )
  await consent(stage, 'group', lot)
  await consent(stage, 'group2', lot)
  await stage.report.check('the federation sees both consents arrive', async () => {
    await page.locator('fieldset').filter({ hasText: '已确认参加' }).nth(1).waitFor()
  })
  await fill(page)
  await stage.report.check('the amounts sum to the price to the fen', async () => {
    const table = page.getByRole('table', { name: '成员分工' })
    await table.getByText('95,000.01').waitFor()
    await stage.look(page, 'federation-allocation')
  })
  await page.setViewportSize(PHONE)
  await stage.look(page, 'federation-allocation-phone')
  await page.setViewportSize(DESK)
  await give(stage, page)
  await revoked(stage, page, lot)
  await page.context().close()
}

/** The whole way for another lot: roster, both consents, price, seal. */
export async function giveWithGroups(stage, lot) {
  const page = await stage.enter('federation')
  await page.goto(`/lots/${lot}/bid`)
  await prepare(stage, page)
  await consent(stage, 'group', lot)
  await consent(stage, 'group2', lot)
  await page.locator('fieldset').filter({ hasText: '已确认参加' }).nth(1).waitFor()
  await fill(page)
  await give(stage, page)
  await page.context().close()
}

async function lotOf(stage, { noticePath }) {
  const page = await stage.enter(null)
  const notice = await (await page.request.get(`/api${noticePath}`)).json()
  await page.context().close()
  return notice.lots[0].id
}

async function prepare(stage, page) {
  await stage.report.check('the federation names two groups, their tasks and shares', async () => {
    await page.getByLabel('带成员团队一起做').check()
    for (const [index, [group, task, share]] of [
      ['荷邻', '每个工作日送餐三十份，中午十二点前送到', '33.33'],
      ['常回家看看', '每月上门探访六十位老人，记录需要', '21.67'],
    ].entries()) {
      const choice = page.getByLabel('再加一个团队')
      const option = await choice.locator('option').filter({ hasText: group }).getAttribute('value')
      await choice.selectOption(option)
      await page.locator(`[id="parts.${index}.task"]`).fill(task)
      await page.locator(`[id="parts.${index}.deliverables"]`).fill('每月的服务台账和签到表')
      await page.locator(`[id="parts.${index}.share"]`).fill(share)
    }
    await page.locator('#ownShare').fill('29')
    await page.locator('#fee').fill('16')
    await page.getByRole('button', { name: '保存并请团队确认' }).click()
    await page.getByText('管理费不得超过 10%').first().waitFor()
    await page.locator('#ownShare').fill('37')
    await page.locator('#fee').fill('8')
    await page.getByText('合计 100%').waitFor()
    await page.getByRole('button', { name: '保存并请团队确认' }).click()
    await page.getByText('等待联系人确认').nth(1).waitFor()
  })
}

/** On a phone, from the inbox. */
async function consent(stage, account, lot) {
  const page = await stage.enter(account, { size: PHONE })
  await stage.report.check(`${account} is told, reads its own part and consents`, async () => {
    await page.goto('/inbox?kind=bid')
    await page.getByRole('heading', { level: 2 }).getByRole('link').first().click()
    await page.waitForURL(`**/lots/${lot}/consents`)
    const other = account === 'group' ? '探访六十位' : '送餐三十份'
    if (await page.getByText(other).count()) throw new Error('the part of another group stands here')
    await page.getByText(/按这个比例最多 .* 元/).waitFor()
    await page.getByRole('button', { name: '确认参加' }).click()
    await page.getByText('您已确认参加').waitFor()
  })
  await stage.look(page, `consent-given-${account}`)
  await page.context().close()
}

async function fill(page) {
  await page.getByLabel('项目内容').fill('助餐与探访')
  await page.getByLabel('数量').fill('1')
  await page.getByLabel('单价（元）').fill('95000.01')
  for (const box of await page.locator('[id^=answer-]').all()) await box.fill(PLAN)
}

async function give(stage, page) {
  const independent = page.locator('#independence')
  if (await independent.count()) await independent.check()
  await page.getByRole('button', { name: '以上都没有' }).click()
  await page.getByRole('button', { name: '下一步：封装' }).click()
  await page.locator('#bid-passphrase').fill(WORDS)
  await page.locator('#bid-again').fill(WORDS)
  await page.getByRole('button', { name: '加密封装' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '保存恢复文件' }).click(),
  ])
  const file = join(mkdtempSync(join(tmpdir(), 'goufu-')), download.suggestedFilename())
  await download.saveAs(file)
  await page.locator('#recovery-file').setInputFiles(file)
  await page.locator('#recovery-passphrase').fill(WORDS)
  await page.getByRole('button', { name: '打开并核对' }).click()
  await stage.report.check('the federation reads the allocation that was sealed', async () => {
    const sealed = page.getByRole('article', { name: '封装里的内容' })
    await sealed.getByRole('table', { name: '成员分工' }).getByText('95,000.01').waitFor()
  })
  await stage.look(page, 'federation-sealed')
  await page.getByRole('button', { name: '提交响应文件' }).click()
  await stage.report.check('the bid of the federation is accepted', () =>
    page.getByRole('region', { name: '已提交的响应文件' }).getByText('有效').first().waitFor(),
  )
}

async function revoked(stage, page, lot) {
  const group = await stage.enter('group2', { size: PHONE })
  await group.goto(`/lots/${lot}/consents`)
  await group.getByRole('button', { name: '撤回确认' }).click()
  await stage.look(group, 'consent-revoking')
  await group.getByRole('dialog').getByRole('button', { name: '撤回确认' }).click()
  await group.getByText('您撤回了确认').waitFor()
  await stage.report.check('a consent that is taken back is told to the federation at once', async () => {
    await page.reload()
    await page.getByText('您已提交的响应文件列有它').waitFor()
  })
  await stage.look(page, 'federation-bid-marked')
  await group.getByRole('button', { name: '确认参加' }).click()
  await group.getByText('您已确认参加').waitFor()
  await group.context().close()
  await page.getByRole('button', { name: '撤回', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤回', exact: true }).click()
  await page.getByText('已撤回').first().waitFor()
}
