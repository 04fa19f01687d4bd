// Officers form a panel by draw, three evaluators check, score alone and judge the prices; two people award; everybody reads why.
import { join } from 'node:path'
import { DESK, PHONE } from '../stage.mjs'
import { inFolder, openSaved, saveBundle } from './offline.mjs'

export async function evaluation(stage, memory) {
  const lot = memory.openedLot
  if (lot === undefined) throw new Error('no lot was opened before')
  const officer = await stage.enter('officer')
  await officer.goto(`/lots/${lot}/evaluation`)
  await officer.getByRole('button', { name: '抽取专家' }).waitFor()
  await stage.look(officer, 'evaluation-forming')
  await stage.report.check('before anybody has checked no bid is said to be valid', async () => {
    await officer.getByText('待审查').first().waitFor()
    if (await officer.getByText('有效', { exact: true }).count()) throw new Error('A bid is said to be valid')
  })
  await officer.locator('#experts').fill('2')
  await stage.report.check('an even panel is named before it is sent', () =>
    officer.getByText('小组共 2 人。应当是单数').waitFor(),
  )
  await officer.locator('#experts').fill('3')
  await officer.getByRole('button', { name: '抽取专家' }).click()
  await officer.getByText('还没有声明').first().waitFor()
  await stage.look(officer, 'evaluation-drawn')
  const panel = await seatsOf(officer, lot)
  await stage.report.check('nobody related to a bidder was drawn', () => {
    if (panel.some((one) => ['evaluator6', 'evaluator7'].includes(one))) throw new Error(panel.join())
  })
  await stage.report.check('others are told of no evaluation', () => unseen(stage, lot, panel))

  for (const [place, one] of panel.entries()) await declare(stage, lot, one, place === 0)
  for (const [place, one] of panel.entries()) await check(stage, lot, one, place === 0)
  await score(stage, lot, panel)
  for (const [place, one] of panel.entries()) await judge(stage, lot, one, place === 0)
  await award(stage, officer, lot)
  await told(stage, lot)
  await verified(stage, memory.openedPurchase)
}

/** With what anybody can download: seal, bids, prices, draw, sheets, ranking and award. */
async function verified(stage, purchase) {
  await inFolder(async (folder) => {
    const visitor = await stage.enter(null)
    const key = await saveBundle(visitor, `/api/purchases/${purchase}/bundle`, folder)
    await visitor.context().close()
    const home = await openSaved(stage, folder, key)
    await home.locator('input[type=file]').setInputFiles(join(folder, 'bundle.zip'))
    await stage.report.check('a visitor verifies everything from the bundle, offline', async () => {
      await home.getByRole('heading', { name: '验证包有效' }).waitFor()
      await home.getByText('份响应文件').waitFor()
      await home.getByText('都重新算过').waitFor()
    })
    await stage.look(home, 'evaluation-verified')
    await home.context().close()
  })
}

/** The drawn people's accounts. */
export async function seatsOf(officer, lot) {
  const { panel } = await (await officer.request.get(`/api/lots/${lot}/evaluation`)).json()
  const accounts = {
    演示评审专家: 'evaluator',
    廖书宁: 'evaluator2',
    邓启明: 'evaluator3',
    文秋实: 'evaluator4',
    蒲以宁: 'evaluator5',
    岳明远: 'evaluator6',
    雷若溪: 'evaluator7',
  }
  return panel.members.map(({ name }) => accounts[name])
}

async function unseen(stage, lot, panel) {
  for (const account of ['organization', 'federation', 'group', null]) {
    const page = await stage.enter(account)
    for (const path of ['evaluation', 'scores', 'signals', 'result', 'debrief']) {
      const answer = await page.request.get(`/api/lots/${lot}/${path}`)
      if (answer.ok()) throw new Error(`${account} reads ${path} of ${panel.join()}`)
    }
    await page.context().close()
  }
}

/** What comes next may stand on the page before: only the answer says that it was taken. */
async function sent(page, button) {
  const answered = page.waitForResponse((answer) => answer.request().method() === 'POST')
  await button.click()
  const answer = await answered
  if (!answer.ok()) throw new Error(`${answer.url()}: ${answer.status()}`)
}

export async function declare(stage, lot, account, byMessage, name = 'evaluation') {
  const page = await stage.enter(account)
  await page.goto(byMessage ? '/inbox' : '/worklist')
  const link = page.locator(`main a[href="/evaluations/${lot}"]`).first()
  await stage.report.check(`${account} is ${byMessage ? 'told of' : 'led to'} the seat`, () => link.waitFor())
  await stage.look(page, `${name}-${byMessage ? 'told' : 'todo'}`)
  await link.click()
  if (name === 'evaluation') {
    await stage.report.check(`${account} reads which groups stand behind the federation`, () =>
      page.getByText(/参加响应的团队：.+、.+/).waitFor(),
    )
  }
  await sent(page, page.getByRole('button', { name: '我声明没有利害关系' }))
  await page
    .getByText(/您已经声明|逐家核对/)
    .first()
    .waitFor()
  await page.context().close()
}

/** Only hints: a machine has read the bids by now, and says what it looked at. */
const compared = (page) => page.getByText(/比对了 \d+ 份响应文件/).waitFor()

export async function check(stage, lot, account, looked, name = 'evaluation') {
  const page = await stage.enter(account)
  await page.goto(`/evaluations/${lot}`)
  const send = page.getByRole('button', { name: '提交审查意见' })
  await send.waitFor()
  await stage.report.check(`${account} is shown what bids have in common`, () => compared(page))
  if (looked) await unread(stage, page, send, name)
  await pass(page)
  await page.getByText('全部填好了').waitFor()
  if (looked) await stage.look(page, `${name}-reviewed`)
  await sent(page, send)
  await page
    .getByText(/您的审查意见已经提交|独立打分/)
    .first()
    .waitFor()
  await page.context().close()
}

/** Bid by bid with one press; where there is one check, that check. */
async function pass(page) {
  const all = await page.getByRole('button', { name: '各项均通过' }).all()
  if (all.length > 0) for (const _ of all) await page.getByRole('button', { name: '各项均通过' }).first().click()
  else for (const choice of await page.getByLabel('通过', { exact: true }).all()) await choice.check()
}

/** Nothing is passed by sending what nobody answered. */
async function unread(stage, page, send, name) {
  await stage.look(page, `${name}-review`)
  await stage.report.check('checks that nobody answered are named, and not sent', async () => {
    await send.click()
    await page
      .getByRole('alert')
      .getByText(/请给出“.*”的结论/)
      .first()
      .waitFor()
  })
  await stage.look(page, `${name}-review-missing`)
}

/** The second one finds another objective point at first: all are asked to look again, nobody is told whose it is. */
export async function score(stage, lot, panel, name = 'evaluation') {
  for (const [place, one] of panel.entries()) {
    const page = await stage.enter(one, { size: place === 1 ? PHONE : DESK })
    await page.goto(`/evaluations/${lot}`)
    await page.getByRole('button', { name: '签名提交' }).waitFor()
    await early(stage, page, one)
    const points = await page.locator('input[id^="points-"]').all()
    for (const [at, box] of points.entries()) await box.fill(String(10 + ((at * 3 + place) % 9)))
    for (const box of await page.locator('textarea[id^="reason-"]').all())
      await box.fill(`席位${place + 1}的理由：方案具体，人员稳定。`)
    await page.getByText('已保存 · 全部填好了').waitFor()
    await stage.report.check(`what was typed is kept (${one})`, async () => {
      await page.reload()
      await page.getByText('全部填好了').waitFor()
    })
    if (place < 2) await stage.look(page, place === 1 ? `${name}-score-phone` : `${name}-score`)
    await sign(page)
    await page.context().close()
  }
}

/** Whoever signs too early is led to what is missing. */
const early = (stage, page, one) =>
  stage.report.check(`an unfinished sheet leads to what is missing (${one})`, async () => {
    await page.getByRole('button', { name: '签名提交' }).click()
    await page.locator('input[id^="points-"]:focus').waitFor()
  })

async function sign(page) {
  await page.getByRole('button', { name: '签名提交' }).click()
  await sent(page, page.getByRole('dialog').getByRole('button', { name: '签名提交' }))
  await page
    .getByText(/您已经签名|请审核报价|等报价开启之后/)
    .first()
    .waitFor()
}

export async function judge(stage, lot, account, looked, name = 'evaluation') {
  const page = await stage.enter(account)
  await page.goto(`/evaluations/${lot}`)
  const send = page.getByRole('button', { name: '没有异议，提交' })
  await send.waitFor()
  if (looked) await stage.look(page, `${name}-prices`)
  await sent(page, send)
  await page
    .getByText(/您的意见已经提交|您的评审工作已经完成/)
    .first()
    .waitFor()
  await page.context().close()
}

export async function award(stage, officer, lot, name = 'evaluation') {
  await officer.goto(`/lots/${lot}/evaluation`)
  await officer.getByRole('button', { name: '提出结果' }).waitFor()
  await stage.look(officer, `${name}-ranked`)
  await officer.getByRole('button', { name: '提出结果' }).click()
  await officer.getByText('等另一位审核人确定结果').waitFor()
  const approver = await stage.enter('approver')
  await approver.goto(`/lots/${lot}/evaluation`)
  await approver.getByRole('button', { name: '确定并公布结果' }).waitFor()
  await stage.look(approver, `${name}-decision`)
  await approver.getByRole('button', { name: '确定并公布结果' }).click()
  await approver.waitForURL('**/notices/*')
  await approver.locator('main h1').waitFor()
  await stage.look(approver, `${name}-notice`)
  await approver.context().close()
  await officer.context().close()
}

async function told(stage, lot) {
  await stage.lookAround(null, `/lots/${lot}/result`, 'evaluation-result', (page) =>
    page.getByRole('table').first().waitFor(),
  )
  const visitor = await stage.enter(null)
  await visitor.goto(`/lots/${lot}/result`)
  await visitor.getByRole('button', { name: '在我的浏览器里重新计算' }).click()
  await stage.report.check('a visitor counts it again and gets the same', () =>
    visitor.getByText('重新计算完全一致').waitFor(),
  )
  await visitor.context().close()
  const bidder = await stage.enter('organization')
  await bidder.goto('/inbox?kind=evaluation')
  await stage.report.check('a bidder is told the result, and led to the reasons', async () => {
    await bidder.locator(`main a[href="/lots/${lot}/debrief"]`).first().click()
    await bidder.getByRole('heading', { name: '逐项得分' }).waitFor()
  })
  await bidder.context().close()
  const group = await stage.enter('group')
  await group.goto('/inbox?kind=evaluation')
  await stage.report.check('a group behind a bid is told the result with its own part, and led to it', async () => {
    await group.locator(`main a[href="/lots/${lot}/consents"]`).first().click()
    await group
      .getByText(/(中标|成交)$/)
      .first()
      .waitFor()
  })
  await stage.look(group, 'evaluation-group')
  await group.context().close()
  for (const account of ['organization', 'organization2', 'federation']) {
    await stage.lookAround(account, `/lots/${lot}/debrief`, `evaluation-debrief-${account}`, (page) =>
      page
        .getByRole('heading', { name: '逐项得分' })
        .or(page.getByRole('heading', { name: 'Item by item' }))
        .waitFor(),
    )
  }
  const page = await stage.enter('supervisor')
  await page.goto(`/lots/${lot}/evaluation`)
  await page.getByRole('heading', { name: '排序' }).waitFor()
  await compared(page)
  await stage.look(page, 'evaluation-supervisor')
  await page.context().close()
}
