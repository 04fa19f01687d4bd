// Technical parts are opened and scored before anybody knows a price, and prices afterwards; a consortium is among the bidders.
import { advance, begin, giveShares, keyFile, passDeadline } from '../scene.mjs'
import { DESK, PHONE } from '../stage.mjs'
import { SECRET } from './bid.mjs'
import { PRICES } from './consortium.mjs'
import { award, check, declare, judge, score, seatsOf } from './evaluation.mjs'

const FEN = Object.values(PRICES).map((each) => Math.round(Number(each) * 100 * 365))
const YUAN = FEN.map((fen) => (fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 }))

export async function staged(stage, memory) {
  const sought = memory.together
  if (sought === undefined) throw new Error('nobody bid before')
  const { lot, notice } = sought
  const heard = listening(stage)
  await foretold(heard.stage, notice)
  await passDeadline(stage, sought)
  const officer = await heard.stage.enter('officer')
  await begin(officer, lot)
  await advance(stage, 'PT16M')
  await technical(heard.stage, officer, lot)
  await atTechnical(heard.stage, lot)
  const panel = await scored(heard.stage, officer, lot)
  await stage.report.check('until now nobody was told a price', () =>
    heard.without([...FEN.map(String), ...YUAN, SECRET]),
  )
  await prices(stage, officer, lot)
  for (const [place, one] of panel.entries()) await judge(stage, lot, one, place === 0, 'staged')
  await award(stage, officer, lot, 'staged')
  await told(stage, lot)
}

/** A stage whose pages' answers are kept, to be searched for what they must not say. */
function listening(stage) {
  const answers = []
  const keep = async (answer) => {
    const type = answer.headers()['content-type'] ?? ''
    // A page that was left takes its last answers with it.
    const text = type.includes('json') ? await answer.text().catch(() => '') : ''
    return { url: answer.url(), text }
  }
  const ears = Object.create(stage)
  ears.enter = async (...asked) => {
    const page = await stage.enter(...asked)
    page.on('response', (answer) => answers.push(keep(answer)))
    return page
  }
  return {
    stage: ears,
    async without(words) {
      const told = (await Promise.all(answers)).filter(({ text }) => words.some((word) => text.includes(word)))
      if (answers.length < 50) throw new Error(`only ${answers.length} answers were heard`)
      if (told.length > 0) throw new Error(told.map(({ url }) => url).join('\n'))
    },
  }
}

async function foretold(stage, notice) {
  const page = await stage.enter(null)
  await page.goto(`/notices/${notice}`)
  await stage.report.check(
    'the notice says that prices are opened after the scores, and that consortia may bid',
    async () => {
      await page.getByText('先开启技术部分，打分后再开启报价').waitFor()
      await page.getByText('两家以上的法人可以一起响应').waitFor()
    },
  )
  await page.context().close()
}

async function technical(stage, officer, lot) {
  await officer.goto(`/lots/${lot}/opening`)
  await officer.getByText('这一阶段只开启技术部分').waitFor()
  await stage.look(officer, 'staged-holder')
  await giveShares(officer, await keyFile(officer))
  await stage.report.check('the quorum opens the technical parts alone', async () => {
    await officer.getByText('报价仍封存').first().waitFor()
    await officer.getByRole('columnheader', { name: '结果' }).waitFor()
    if (await officer.getByRole('columnheader', { name: '报价' }).count())
      throw new Error('there is a column of prices')
  })
  await stage.look(officer, 'staged-technical')
  await officer.getByRole('button', { name: /^查看.*联合体/ }).click()
  await officer.getByRole('article').getByRole('heading', { name: '服务方案' }).waitFor()
  await stage.look(officer, 'staged-contents')
}

/** Everybody follows it; members of the consortium read all that they signed, and their own bid. */
async function atTechnical(stage, lot) {
  await stage.lookAround(null, `/lots/${lot}/opening`, 'staged-public', (page) => page.getByRole('table').waitFor())
  for (const account of ['organization', 'organization2', 'federation', 'supervisor']) {
    const page = await stage.enter(account, { size: PHONE })
    await page.goto(`/lots/${lot}/opening`)
    await page.getByRole('table').waitFor()
    await stage.look(page, `staged-${account}-phone`)
    await page.context().close()
  }
}

/** The whole panel, and an officer who follows it; no page has a price. */
async function scored(stage, officer, lot) {
  await officer.getByRole('link', { name: '去评审' }).click()
  await officer.locator('#experts').fill('3')
  await officer.getByRole('button', { name: '抽取专家' }).click()
  await officer.getByText('还没有声明').first().waitFor()
  const panel = await seatsOf(officer, lot)
  await stage.report.check('an evaluator knows every member before declaring', async () => {
    const page = await stage.enter(panel[0])
    await page.goto(`/evaluations/${lot}`)
    await page.getByRole('listitem').filter({ hasText: '棠暖' }).filter({ hasText: '银杏树' }).waitFor()
    await stage.look(page, 'staged-declare')
    await page.context().close()
  })
  for (const one of panel) await declare(stage, lot, one, false, 'staged')
  for (const [place, one] of panel.entries()) await check(stage, lot, one, place === 0, 'staged')
  await score(stage, lot, panel, 'staged')
  await officer.goto(`/lots/${lot}/evaluation`)
  await officer.getByRole('link', { name: '去开启报价' }).waitFor()
  await stage.look(officer, 'staged-scored')
  return panel
}

async function prices(stage, officer, lot) {
  await officer.getByRole('link', { name: '去开启报价' }).click()
  await officer.getByRole('button', { name: '开启报价' }).click()
  await officer.getByRole('button', { name: '打开并交出份额' }).waitFor()
  await stage.look(officer, 'staged-prices-asked')
  await giveShares(officer, await keyFile(officer))
  await stage.report.check('now the prices are open, to everybody', async () => {
    const visitor = await stage.enter(null)
    await visitor.goto(`/lots/${lot}/opening`)
    for (const yuan of YUAN) await visitor.getByText(yuan).first().waitFor()
    await visitor.context().close()
  })
  await officer.getByText('已在').filter({ hasText: '全部开启' }).waitFor()
  await stage.look(officer, 'staged-opened')
  await officer.setViewportSize(PHONE)
  await stage.look(officer, 'staged-opened-phone')
  await officer.setViewportSize(DESK)
}

/** Every member of the consortium is told, and reads why. */
async function told(stage, lot) {
  for (const account of ['organization', 'organization2']) {
    await stage.report.check(`${account} is told the result, and reads the reasons`, async () => {
      const page = await stage.enter(account, { size: PHONE })
      await page.goto('/inbox?kind=evaluation')
      await page.locator(`main a[href="/lots/${lot}/debrief"]`).first().click()
      await page.getByRole('heading', { name: '逐项得分' }).waitFor()
      await page.getByRole('list', { name: '联合体成员' }).waitFor()
      await stage.look(page, `staged-debrief-${account}`)
      await page.context().close()
    })
  }
}
