// One organization drafts an agreement, others sign or refuse it on their phones; nobody can be in it and bid alone; the lead bids for all.
import { published } from '../scene.mjs'
import { PHONE } from '../stage.mjs'
import { give, seal } from './bid.mjs'

const OTHER = '银杏树社会工作服务中心'
const THIRD = '和悦长者服务促进中心'
const LIVE_MS = 15_000

/** What is bid: found again when prices may be known, and nowhere before. */
export const PRICES = { together: '261.37', alone: '259.91', federation: '262.83' }

export async function consortium(stage, memory) {
  const sought = await published(stage, '可以联合体参加、先技术后报价的助餐与探访服务', {
    lotTitle: '联合助餐与探访',
    acceptsConsortium: true,
    stagedOpening: true,
  })
  memory.together = sought
  const { lot } = sought
  const lead = await stage.enter('organization')
  await toAgreement(stage, lead, sought)
  const early = await sealedEarly(stage, lot)
  await draft(stage, lead)
  await stage.look(lead, 'consortium-lead')
  await sign(stage, lot, 'organization2', '签署联合体协议', 'consortium-asked')
  await stage.lookAround('organization2', `/lots/${lot}/consortium`, 'consortium-signer', (page) =>
    page.locator('main article').first().waitFor(),
  )
  await stage.report.check('the lead sees the signature arrive', () =>
    member(lead, OTHER).getByText('已签字').waitFor({ timeout: LIVE_MS }),
  )
  await notAlone(stage, early)
  await notTogether(stage, lot)
  await stage.report.check('the lead reads who refused', () =>
    member(lead, THIRD).getByText('不同意签字').waitFor({ timeout: LIVE_MS }),
  )
  await change(stage, lead)
  await sign(stage, lot, 'organization2', '改动了联合体协议', 'consortium-changed')
  await leadSigns(stage, lead)
  await takenBack(stage, lead, lot)
  await bidTogether(stage, lead)
  await seenByMember(stage, lead, lot)
  await one(stage, 'federation', lot, PRICES.federation)
  await lead.context().close()
}

/** A member of the text that is asked now; it stands before the texts of before. */
const member = (page, name) => page.locator('main article').first().locator('li').filter({ hasText: name })

async function one(stage, account, lot, price) {
  const page = await stage.enter(account)
  await page.goto(`/lots/${lot}/bid`)
  await give(stage, page, price)
  await page.context().close()
}

async function toAgreement(stage, page, { lot, notice }) {
  await page.goto(`/notices/${notice}`)
  await stage.report.check('notice and bid lead to the agreement', async () => {
    await page.getByRole('link', { name: '提交响应文件' }).click()
    await page.getByRole('link', { name: '与别的法人组成联合体' }).click()
    await page.waitForURL(`**/lots/${lot}/consortium`)
    await page.getByRole('heading', { name: '由我们牵头' }).waitFor()
  })
  await stage.look(page, 'consortium-empty')
}

/** Sealed before it joins: what was right then is refused when it comes. */
async function sealedEarly(stage, lot) {
  const page = await stage.enter('organization2')
  await page.goto(`/lots/${lot}/bid`)
  await seal(stage, page, '257')
  // What others do meanwhile it does not hear.
  await page.route('**/api/lots/*/consortium', (route) => route.abort())
  return page
}

async function draft(stage, page) {
  await stage.report.check('a filed group is shown the lawful way instead', async () => {
    await find(page, '荷邻')
    await page.getByText('备案团队不是法人，不能加入').first().waitFor()
    await stage.look(page, 'consortium-group')
  })
  await add(page, '银杏树', OTHER)
  await add(page, '和悦长者', THIRD)
  await write(page, [
    ['每个工作日送餐三十份，中午十二点前送到', '50'],
    ['每月上门探访六十位老人，记录需要', '30'],
    ['按季度组织满意度回访', '15'],
  ])
  await stage.report.check('shares that are not the whole are named, and nothing is lost', async () => {
    await page.getByRole('button', { name: '保存并请各方签字' }).click()
    await page.getByText('合计必须正好是 100%').first().waitFor()
    await stage.look(page, 'consortium-sum')
    await page.locator('[id="members.2.share"]').fill('20')
    await page.getByText('合计 100%').waitFor()
  })
  await page.getByRole('button', { name: '保存并请各方签字' }).click()
  await stage.report.check('all are asked', async () => {
    for (const name of [OTHER, THIRD]) await member(page, name).getByText('还没有签字').waitFor()
  })
}

async function find(page, words) {
  await page.getByLabel('从登记名册里找成员').fill(words)
  await page.getByRole('button', { name: '查找' }).click()
}

async function add(page, words, name) {
  await find(page, words)
  await page.getByRole('button', { name: new RegExp(`^加入.*${name}`) }).click()
  await page
    .getByRole('group', { name: new RegExp(name) })
    .getByText('符合联合体成员的法定条件')
    .waitFor()
}

async function write(page, parts) {
  for (const [index, [work, share]] of parts.entries()) {
    await page.locator(`[id="members.${index}.work"]`).fill(work)
    await page.locator(`[id="members.${index}.share"]`).fill(share)
  }
}

/** On a phone, from the inbox. */
async function sign(stage, lot, account, told, name) {
  const page = await asked(stage, lot, account, told)
  await stage.look(page, `${name}-phone`)
  await stage.report.check(`${account} reads the whole text and signs it (${name})`, async () => {
    const text = page.locator('main article').first()
    await text.getByText('每个工作日送餐三十份').waitFor()
    await text.getByText('连带责任').first().waitFor()
    await text.getByRole('button', { name: '代表贵机构签字' }).click()
    await member(page, OTHER).getByText('已签字').waitFor()
  })
  await page.context().close()
}

async function asked(stage, lot, account, told) {
  const page = await stage.enter(account, { size: PHONE })
  await page.goto('/inbox?kind=bid')
  await page.locator('main [data-row]').filter({ hasText: told }).first().getByRole('link').first().click()
  await page.waitForURL(`**/lots/${lot}/consortium`)
  await page.locator('main article').first().waitFor()
  return page
}

async function notAlone(stage, page) {
  await stage.report.check('who has signed cannot bid alone, and is told why and what to do', async () => {
    await page.getByRole('button', { name: '提交响应文件' }).click()
    await page.getByText('已在本包的一份联合体协议上签字').first().waitFor()
    await page.getByText('实施条例》第二十二条第二款').first().waitFor()
  })
  await stage.look(page, 'consortium-not-alone')
  await page.unrouteAll()
  await page.reload()
  await stage.report.check('its bid page says who bids for it', async () => {
    await page.getByText('响应文件由牵头人提交').waitFor()
    if (await page.getByRole('button', { name: '下一步：封装' }).count())
      throw new Error('there is a form to bid alone')
  })
  await stage.look(page, 'consortium-member-bid')
  await page.context().close()
}

/** The other way round: it bids alone, so its signature is refused, and it refuses. */
async function notTogether(stage, lot) {
  await one(stage, 'organization3', lot, PRICES.alone)
  const page = await asked(stage, lot, 'organization3', '签署联合体协议')
  await stage.report.check('who bids alone cannot sign, and is told why and what to do', async () => {
    await page.getByRole('button', { name: '代表贵机构签字' }).click()
    await page.getByText('不能再参加联合体').first().waitFor()
  })
  await stage.look(page, 'consortium-not-together')
  await page.getByRole('button', { name: '不同意' }).click()
  await member(page, THIRD).getByText('不同意签字').waitFor()
  await page.context().close()
}

async function change(stage, page) {
  await stage.report.check('the lead goes on without it, and all sign anew', async () => {
    await page.getByRole('heading', { name: '改动协议' }).click()
    await page.getByRole('button', { name: /^去掉这一家.*和悦/ }).click()
    await write(page, [
      ['每个工作日送餐三十份，中午十二点前送到；按季度回访', '60'],
      ['每月上门探访六十位老人，记录需要', '40'],
    ])
    await page.getByRole('button', { name: '保存并请各方签字' }).click()
    await member(page, OTHER).getByText('还没有签字').waitFor()
    await member(page, THIRD).waitFor({ state: 'detached' })
  })
}

async function leadSigns(stage, page) {
  await stage.report.check('the lead signs last and is led to the bid', async () => {
    await page.locator('main article').first().getByRole('button', { name: '代表贵机构签字' }).click()
    await page.getByRole('link', { name: '签齐了，去提交响应文件' }).waitFor()
  })
  await stage.look(page, 'consortium-signed')
}

/** Before the bid: without all signatures there is none. */
async function takenBack(stage, lead, lot) {
  const page = await stage.enter('organization2', { size: PHONE })
  await page.goto(`/lots/${lot}/consortium`)
  await stage.report.check('a member takes its signature back', async () => {
    await page.getByRole('button', { name: '撤回签字' }).first().click()
    await stage.look(page, 'consortium-leaving')
    await page.getByRole('dialog').getByRole('button', { name: '撤回签字' }).click()
    await member(page, OTHER).getByText('撤回了签字').waitFor()
  })
  await stage.report.check('the lead is told, and cannot bid', async () => {
    await lead.goto('/inbox?kind=bid')
    await lead.locator('main [data-row]').filter({ hasText: '撤回了联合体协议上的签字' }).first().waitFor()
    await lead.goto(`/lots/${lot}/bid`)
    await lead.getByText('还没有签齐').filter({ hasText: OTHER }).waitFor()
  })
  await stage.look(lead, 'consortium-waiting')
  await page.locator('main article').first().getByRole('button', { name: '代表贵机构签字' }).click()
  await member(page, OTHER).getByText('已签字').waitFor()
  await page.context().close()
}

async function bidTogether(stage, page) {
  await stage.report.check('signed anew, the lead gives the bid for both', () =>
    page.getByText('以联合体提交').filter({ hasText: OTHER }).waitFor({ timeout: LIVE_MS }),
  )
  await page.getByLabel('项目内容').fill('工作日午餐')
  await page.getByLabel('数量').fill('365')
  await page.getByLabel('单价（元）').fill(PRICES.together)
  await stage.report.check('the price is divided to the fen', async () => {
    const table = page.getByRole('table', { name: '成员分工' })
    await table.getByText('57,240.03').waitFor()
    await table.getByText('38,160.02').waitFor()
  })
  await stage.look(page, 'consortium-bid')
  await give(stage, page, PRICES.together)
}

/** After the bid a member that leaves endangers it: lead and member read so. */
async function seenByMember(stage, lead, lot) {
  const page = await stage.enter('organization2', { size: PHONE })
  await page.goto(`/lots/${lot}/consortium`)
  await page.getByRole('button', { name: '撤回签字' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: '撤回签字' }).click()
  await member(page, OTHER).getByText('撤回了签字').waitFor()
  await stage.report.check('the lead reads that its bid is in danger', async () => {
    await lead.reload()
    await lead.getByText('开启时作无效处理').first().waitFor()
  })
  await stage.look(lead, 'consortium-endangered')
  await page.locator('main article').first().getByRole('button', { name: '代表贵机构签字' }).click()
  await member(page, OTHER).getByText('已签字').waitFor()
  await page.context().close()
}
