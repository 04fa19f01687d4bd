// Three organizations and a federation with two groups bid; one replaces, one withdraws; the clock passes the deadline; officer and
// supervisor open.
import { advance, giveShares, keyFile, passDeadline, published, unlock } from '../scene.mjs'
import { DESK, PASSWORD, PHONE, until } from '../stage.mjs'
import { give } from './bid.mjs'
import { giveWithGroups } from './federation-bid.mjs'

export async function opening(stage, memory) {
  const sought = await published(stage, '四家响应的助餐与探访服务', { supervisedOpening: true })
  const { lot, purchase } = sought
  memory.openedLot = lot
  memory.openedPurchase = purchase
  await bids(stage, lot)
  await stage.report.check('nobody is told of a bid before the opening', () => unseen(stage, sought))
  await passDeadline(stage, sought)
  const officer = await stage.enter('officer')
  await stage.report.check('an officer finds the opening among what waits', () =>
    fromWorklist(stage, officer, lot, 'opening-todo'),
  )
  const visitor = await stage.enter(null)
  await visitor.goto(`/lots/${lot}/opening`)
  await visitor.getByText('响应文件已经封存').first().waitFor()
  await officer.getByRole('button', { name: '开始开启' }).click()
  await officer.getByText('核对封存').first().waitFor()
  await stage.report.check('a visitor sees it begin without asking again', () =>
    visitor.getByText('3 份').first().waitFor({ timeout: 10_000 }),
  )
  await visitor.context().close()
  await stage.look(officer, 'opening-seal-check')
  await sealChecked(stage, lot)
  await advance(stage, 'PT16M')
  await stage.report.check('an officer gives the shares of the own key file', () => shares(stage, officer, lot))
  await stage.report.check('the supervisor gives those of its own, and all is open', () =>
    supervised(stage, lot, memory.supervisorKey),
  )
  await officer.getByText('95,000.01').first().waitFor()
  await stage.look(officer, 'opening-opened')
  await officer.setViewportSize(PHONE)
  await stage.look(officer, 'opening-opened-phone')
  await officer.setViewportSize(DESK)
  await officer.context().close()
  await stage.report.check('a visitor reads the prices', async () => {
    const visitor = await stage.enter(null)
    await visitor.goto(`/lots/${lot}/opening`)
    await visitor.getByText('95,000.01').first().waitFor()
    await stage.look(visitor, 'opening-public')
    await visitor.context().close()
  })
  await ofGroup(stage, lot)
}

/** On a phone, from the inbox: what became of the bid, and the group's own amount, a third of the price to the fen. */
async function ofGroup(stage, lot) {
  const page = await stage.enter('group', { size: PHONE })
  await stage.report.check('a group is told, and reads its own amount and no other', async () => {
    await page.goto('/inbox?kind=opening')
    await page.locator(`main a[href="/lots/${lot}/consents"]`).first().click()
    await page.getByText('31,663.50').waitFor()
    if (await page.getByText('95,000.01').count()) throw new Error('the price of the whole bid stands here')
  })
  await page.context().close()
  await stage.lookAround('group', `/lots/${lot}/consents`, 'consent-opened', (one) =>
    one.getByText('31,663.50').waitFor(),
  )
}

async function bids(stage, lot) {
  await one(stage, 'organization', lot, '265', async (page) => {
    await page.getByRole('button', { name: '替换' }).click()
    await give(stage, page, '262')
    await page.getByText('已被替换').first().waitFor()
  })
  await one(stage, 'organization2', lot, '258')
  await one(stage, 'organization3', lot, '250', async (page) => {
    await page.getByRole('button', { name: '撤回', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: '撤回', exact: true }).click()
    await page.getByText('已撤回').first().waitFor()
  })
  await giveWithGroups(stage, lot)
}

async function one(stage, account, lot, price, then = async () => undefined) {
  const page = await stage.enter(account)
  await page.goto(`/lots/${lot}/bid`)
  await give(stage, page, price)
  await then(page)
  await page.context().close()
}

async function unseen(stage, { lot, purchase, notice }) {
  for (const account of ['officer', 'supervisor', 'admin', null]) {
    const page = await stage.enter(account)
    for (const address of [
      `/api/purchases/${purchase}`,
      `/api/notices/${notice}`,
      `/api/ledger/entries?purchase=${purchase}`,
      `/api/lots/${lot}/opening`,
    ]) {
      const said = await (await page.request.get(address)).text()
      if (said.includes('BID_') || said.includes('"bids":4')) throw new Error(`${account} reads of bids at ${address}`)
    }
    await page.context().close()
  }
}

async function fromWorklist(stage, page, lot, name) {
  const link = page.locator(`main a[href="/lots/${lot}/opening"]`)
  await until(page, 'the opening', async () => {
    await page.goto('/worklist')
    await page.locator('main [role=status]').filter({ hasText: /\S/ }).waitFor()
    return (await link.count()) > 0
  })
  await stage.look(page, name)
  await link.click()
  await page.waitForURL(`**/lots/${lot}/opening`)
}

/** A bidder's browser computes the chain again. */
async function sealChecked(stage, lot) {
  const page = await stage.enter('organization2', { size: PHONE })
  await page.goto('/inbox?kind=opening')
  await stage.report.check('a bidder is told, and led to the seal', async () => {
    await page.locator('main [data-row]').filter({ hasText: '核对您的响应文件' }).getByRole('link').first().click()
    await page.waitForURL(`**/lots/${lot}/opening`)
  })
  await page.getByRole('button', { name: '核对封存' }).click()
  await stage.report.check('a bidder finds its seal whole', () => page.getByText('封存完好：').waitFor())
  await stage.look(page, 'opening-bidder-phone')
  await page.context().close()
}

async function shares(stage, officer, lot) {
  await officer.goto(`/lots/${lot}/opening`)
  await officer.getByRole('button', { name: '打开并交出份额' }).waitFor()
  const file = await keyFile(officer)
  await officer.locator('input[type=file]').setInputFiles(file)
  await officer.locator('input[type=password]').fill(PASSWORD)
  await stage.look(officer, 'opening-holder')
  await giveShares(officer, file)
  await officer.getByText('您已经交过这一阶段的份额').waitFor()
}

/** With the key that it made in its browser, if it did; else with that of the demo. */
async function supervised(stage, lot, ownKey) {
  const supervisor = await stage.enter('supervisor')
  await fromWorklist(stage, supervisor, lot, 'opening-todo-supervisor')
  const { file, passphrase } = ownKey ?? { file: await keyFile(supervisor), passphrase: PASSWORD }
  await unlock(supervisor, file, passphrase, '打开并交出份额')
  await supervisor.getByText('95,000.01').first().waitFor()
  await supervisor.context().close()
}
