// An open tender above the purchase limit, in a county that designated the platform: three organizations bid here, two of the bureau's three
// people and the supervisor open, five evaluators score, and the award carries the reference of the statutory portal.
import { program } from '../program.mjs'
import { advance, begin, giveShares, keyFile, passDeadline, published, unlock } from '../scene.mjs'
import { give } from './bid.mjs'
import { seatsOf } from './evaluation.mjs'

const HOUR_MS = 3_600_000
const PORTAL = '四川政府采购一体化平台'
const WINNER = 'organization2'
const PRICES = [
  ['organization', '3200'],
  [WINNER, '3100'],
  ['organization3', '3250'],
]

export async function designated(stage, memory) {
  const sought = await tender(stage)
  const { lot } = sought
  await Promise.all(PRICES.map(([account, price]) => bidden(stage, lot, account, price)))
  await passDeadline(stage, sought)
  await opened(stage, lot, memory.supervisorKey)
  const panel = await qualified(stage, lot)
  await scored(stage, lot, panel)
  await awarded(stage, lot)
}

async function tender(stage) {
  const bureau = await program(stage, 'bureau')
  const now = Date.parse((await bureau.call('GET', '/api/demo/clock')).now)
  await bureau.end()
  const at = (hours) => new Date(now + hours * HOUR_MS).toISOString()
  return published(stage, '全区独居老人助餐与探访', {
    buyers: ['bureau', 'bureau3'],
    method: 'OPEN_TENDER',
    budgetFen: 120_000_000,
    statutory: {
      projectCode: 'N5101142026000456',
      officialPublication: reference('5101-2026-00456', at(-1)),
      intention: { number: '5101-yx-00077', publishedOn: at(-24 * 45).slice(0, 10) },
      documents: { from: at(-1), to: at(24 * 9), place: PORTAL, way: '登录后免费下载', priceFen: 0 },
      contractTerm: '自合同签订之日起十二个月',
      submissionPlace: '四川购服',
      openingPlace: '四川购服',
    },
  })
}

const reference = (noticeId, publishedAt) => ({
  medium: '四川政府采购网',
  noticeId,
  url: `https://www.ccgp-sichuan.gov.cn/notices/${noticeId}`,
  publishedAt,
})

async function bidden(stage, lot, account, price) {
  const page = await stage.enter(account)
  await page.goto(`/lots/${lot}/bid`)
  await give(stage, page, price)
  await page.context().close()
}

/** One of the bureau and the supervisor are not enough. */
async function opened(stage, lot, ownKey) {
  const officer = await stage.enter('bureau')
  await begin(officer, lot)
  await advance(stage, 'PT16M')
  await gives(stage, lot, 'bureau')
  await gives(stage, lot, 'supervisor', ownKey)
  await stage.report.check('one person of the bureau and the supervisor open nothing', async () => {
    await officer.goto(`/lots/${lot}/opening`)
    await officer.getByText('等开启人各自用钥匙打开份额').waitFor()
  })
  await gives(stage, lot, 'bureau2')
  await stage.report.check('two of the three and the supervisor open an open tender', () =>
    officer.getByText('1,131,500').first().waitFor(),
  )
  await stage.look(officer, 'designated-opened')
  await officer.context().close()
}

async function gives(stage, lot, account, ownKey) {
  const page = await stage.enter(account)
  await page.goto(`/lots/${lot}/opening`)
  await page.getByRole('button', { name: '打开并交出份额' }).waitFor()
  if (ownKey === undefined) await giveShares(page, await keyFile(page))
  else await unlock(page, ownKey.file, ownKey.passphrase, '打开并交出份额')
  await page.getByText('您已经交过这一阶段的份额').waitFor()
  await page.context().close()
}

/** Five are drawn; in a tender the purchaser checks qualifications (令87 第44条). */
async function qualified(stage, lot) {
  const officer = await stage.enter('bureau')
  await officer.goto(`/lots/${lot}/evaluation`)
  await officer.locator('#experts').fill('5')
  await officer.getByRole('button', { name: '抽取专家' }).click()
  await officer.getByText('还没有声明').first().waitFor()
  const panel = await seatsOf(officer, lot)
  for (const one of panel) {
    await asked(stage, one, (call) => call('POST', `/api/lots/${lot}/panel/declaration`, { unrelated: true }))
  }
  await officer.reload()
  await stage.report.check('the purchaser of a tender checks the qualifications', async () => {
    await officer.getByRole('button', { name: '提交审查意见' }).waitFor()
    for (const choice of await officer.getByLabel('通过', { exact: true }).all()) await choice.check()
    await stage.look(officer, 'designated-qualification')
    await officer.getByRole('button', { name: '提交审查意见' }).click()
    await officer.getByRole('button', { name: '提交审查意见' }).waitFor({ state: 'detached' })
  })
  await officer.context().close()
  return panel
}

async function asked(stage, account, todo) {
  const one = await program(stage, account)
  const said = await todo(one.call)
  await one.end()
  return said
}

/** What evaluators see stands in the journey of the evaluation: here only that five of them come to an end. */
async function scored(stage, lot, panel) {
  const winner = await asked(stage, WINNER, async (call) => (await call('GET', '/api/me')).organization.id)
  for (const one of panel) {
    await asked(stage, one, async (call) => {
      const { bids, checks } = await call('GET', `/api/lots/${lot}/scores`)
      const ballots = bids.flatMap(({ id }) => checks.map((check) => ({ bid: id, check, passed: true })))
      await call('POST', `/api/lots/${lot}/reviews`, { ballots })
    })
  }
  for (const one of panel) {
    await asked(stage, one, async (call) => {
      const { bids, items, sheet } = await call('GET', `/api/lots/${lot}/scores`)
      const share = (body) => (body.id === winner ? 90 : 80)
      const scores = bids.flatMap(({ id, body }) =>
        items.flatMap(({ kind, weight }, item) =>
          kind === 'PRICE' ? [] : [{ bid: id, item, points: weight * share(body), reason: '方案具体，人员稳定。' }],
        ),
      )
      await call('PUT', `/api/lots/${lot}/scores`, { scores }, { headers: { 'If-Match': `"${sheet.version}"` } })
      await call('POST', `/api/lots/${lot}/scores/signature`)
    })
  }
  for (const one of panel) {
    await asked(stage, one, (call) => call('POST', `/api/lots/${lot}/price-opinions`, { doubts: [] }))
  }
}

async function awarded(stage, lot) {
  const officer = await stage.enter('bureau')
  await officer.goto(`/lots/${lot}/evaluation`)
  await officer.getByRole('button', { name: '提出结果' }).click()
  await officer.getByText('等另一位审核人确定结果').waitFor()
  const { now } = await officer.evaluate(() => fetch('/api/demo/clock').then((answer) => answer.json()))
  await officer.context().close()
  const approver = await stage.enter('bureau3')
  await approver.goto(`/lots/${lot}/evaluation`)
  const decide = approver.getByRole('button', { name: '确定并公布结果' })
  await decide.click()
  await stage.report.check('above the limit nothing is decided without the reference of the portal', () =>
    approver.getByRole('alert').getByRole('link').nth(3).waitFor(),
  )
  const said = reference('5101-jg-00456', new Date(Date.parse(now) + 7 * HOUR_MS).toISOString().slice(0, 16))
  await approver.locator('[id="officialPublication.medium"]').selectOption(said.medium)
  await approver.locator('[id="officialPublication.noticeId"]').fill(said.noticeId)
  await approver.locator('[id="officialPublication.url"]').fill(said.url)
  await approver.locator('[id="officialPublication.publishedAt"]').fill(said.publishedAt)
  await decide.click()
  await approver.waitForURL('**/notices/*')
  await stage.report.check('the result carries the reference of the portal', () =>
    approver.getByText('5101-jg-00456').first().waitFor(),
  )
  await stage.look(approver, 'designated-result')
  await approver.context().close()
  await letter(stage, lot)
}

/** The winner prints it. */
async function letter(stage, lot) {
  const winner = await stage.enter(WINNER)
  await winner.goto(`/lots/${lot}/debrief`)
  await winner.getByRole('link', { name: '打印中标通知书' }).click()
  await stage.report.check('the award letter names the winner and the reference of the portal', async () => {
    await winner.getByText('5101-jg-00456').first().waitFor()
  })
  await stage.look(winner, 'designated-letter', [])
  await winner.context().close()
}
