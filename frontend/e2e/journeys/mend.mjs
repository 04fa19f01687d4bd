// What goes wrong at an opening, and how it is mended: another key file, a wrong share, absent holders, a damaged ciphertext (security.md 3.6).
import { readFileSync } from 'node:fs'
import { advance, begin, giveShares, keyFile, passDeadline, published, unlock } from '../scene.mjs'
import { PHONE } from '../stage.mjs'
import { saved, seal, WORDS } from './bid.mjs'

const BIDDERS = { organization: '263.11', organization2: '262.47', organization3: '260.29' }

/** Three bid; each keeps its recovery file, one also a copy of what it gave. */
export async function kept(stage, memory) {
  const sought = await published(stage, '开启时出了意外的助餐与探访服务', { lotTitle: '意外助餐与探访' })
  const files = {}
  for (const [account, price] of Object.entries(BIDDERS)) {
    const page = await stage.enter(account)
    await page.goto(`/lots/${sought.lot}/bid`)
    files[account] = { recovery: await seal(stage, page, price) }
    if (account === 'organization2') files[account].copy = await saved(page, '保存密文副本')
    await page.getByRole('button', { name: '提交响应文件' }).click()
    await page.getByRole('region', { name: '已提交的响应文件' }).getByText('有效').first().waitFor()
    await page.context().close()
  }
  memory.kept = { ...sought, files }
}

export async function mend(stage, memory) {
  const { lot, files } = memory.kept ?? {}
  if (lot === undefined) throw new Error('nobody bid before')
  await passDeadline(stage, memory.kept)
  const damaged = await damage(stage, lot)
  const officer = await stage.enter('officer')
  await begin(officer, lot)
  await advance(stage, 'PT16M')
  await otherKey(stage, officer)
  await wrongShare(stage, officer)
  await goOnWithout(stage, officer)
  await byRecovery(stage, lot, 'organization', files.organization, files.organization2)
  await byRecovery(stage, lot, 'organization2', files.organization2)
  if (damaged) await byCopy(stage, lot, files)
  else console.log('  no test holds the database: no ciphertext was damaged')
  await advance(stage, 'PT31M')
  await ended(stage, officer, lot)
}

const ownPart = (page) => page.getByRole('region', { name: '我的响应文件' })

/** Where the test holds the database: a piece of the second bid is no longer what was given. */
async function damage(stage, lot) {
  const faults = process.env.E2E_FAULTS
  if (faults === undefined) return false
  const page = await stage.enter('organization2')
  const { bids } = await (await page.request.get(`/api/lots/${lot}/bidding`)).json()
  await page.context().close()
  const done = await fetch(`${faults}/damaged?bid=${bids[0].id}`, { method: 'POST' })
  if (!done.ok) throw new Error(`the ciphertext cannot be damaged: ${done.status}`)
  return true
}

async function otherKey(stage, officer) {
  const approver = await stage.enter('approver')
  await approver.goto(officer.url())
  const others = await keyFile(approver)
  await approver.context().close()
  await stage.report.check("a holder is told that it is another's key file", async () => {
    await giveShares(officer, others)
    await officer.getByText('这不是要用的那个文件').first().waitFor()
    await stage.look(officer, 'mend-other-key')
  })
  await stage.report.check('a holder is told that the words do not open it', async () => {
    await unlock(officer, await keyFile(officer), 'other words', '打开并交出份额')
    await officer.getByText('口令不对，打不开这个文件').first().waitFor()
  })
}

/** As if the holder's program had altered what it opened: nothing of the batch is taken, and the record says whose it was. */
async function wrongShare(stage, officer) {
  await officer.route('**/opening/shares?kid=*', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    const shares = route.request().postDataJSON()
    shares[0].value = Buffer.alloc(32).toString('base64url')
    return route.continue({ postData: JSON.stringify(shares) })
  })
  await stage.report.check('a wrong share is refused, and stands in the record with its holder', async () => {
    await giveShares(officer, await keyFile(officer))
    await officer.getByText('有 1 个份额不是供应商封给您这把钥匙的').first().waitFor()
    await officer.getByText('交来的 1 个份额不正确，未采用').waitFor()
  })
  await stage.look(officer, 'mend-wrong-share')
  await officer.unroute('**/opening/shares?kid=*')
}

async function goOnWithout(stage, officer) {
  await stage.report.check('the department goes on without holders, and says why', async () => {
    await officer.getByRole('button', { name: '开启人无法到场' }).click()
    const dialog = officer.getByRole('dialog')
    await dialog.getByRole('button', { name: '不再等待' }).click()
    await dialog.locator('#why-reason').and(officer.locator('[aria-invalid=true]')).waitFor()
    await dialog.locator('#why-reason').fill('两位开启人的钥匙文件都损坏，已报主管部门备案。')
    await stage.look(officer, 'mend-without')
    await dialog.getByRole('button', { name: '不再等待' }).click()
    await officer.getByText('供应商可以在').first().waitFor()
  })
  await stage.look(officer, 'mend-waiting')
}

/** On a phone, from the inbox; first with what does not fit. */
async function byRecovery(stage, lot, account, { recovery }, others) {
  const page = await stage.enter(account, { size: PHONE })
  await stage.report.check(`${account} is told, and led to the remedy`, async () => {
    await page.goto('/inbox?kind=opening')
    await page.locator('main [data-row]').filter({ hasText: '用恢复文件' }).getByRole('link').first().click()
    await page.waitForURL(`**/lots/${lot}/opening`)
    await page.getByRole('heading', { name: '现在可以补救' }).waitFor()
  })
  if (others !== undefined) await refusals(stage, page, recovery, others.recovery)
  await stage.report.check(`${account} opens its bid with the file that it kept`, async () => {
    await unlock(page, recovery, WORDS, '用恢复文件打开')
    await page.locator('#ciphertext-copy').or(ownPart(page).getByText('已开启')).first().waitFor()
  })
  await page.context().close()
  await stage.lookAround(account, `/lots/${lot}/opening`, `mend-${account}`, (one) =>
    one.locator('#bidder-title').waitFor(),
  )
}

async function refusals(stage, page, recovery, others) {
  await stage.look(page, 'mend-remedy-phone')
  await stage.report.check("another bid's file is refused beside the field, and so are other words", async () => {
    await unlock(page, others, WORDS, '用恢复文件打开')
    await page.getByText('这不是要用的那个文件').first().waitFor()
    await unlock(page, recovery, 'a passphrase of others', '用恢复文件打开')
    await page.getByText('口令不对，打不开这个文件').first().waitFor()
    await stage.look(page, 'mend-other-words-phone')
  })
}

/** What the platform lost the bidder gives again, byte for byte. */
async function byCopy(stage, lot, { organization, organization2 }) {
  const page = await stage.enter('organization2', { size: PHONE })
  await page.goto(`/lots/${lot}/opening`)
  await page.locator('#ciphertext-copy').waitFor()
  await stage.look(page, 'mend-damaged-phone')
  const present = async (file) => {
    await page.locator('#ciphertext-copy').setInputFiles(file)
    await page.getByRole('button', { name: '再交一次' }).click()
  }
  await stage.report.check('another file is refused, the copy is taken', async () => {
    await present({
      name: 'other.goufubid',
      mimeType: 'application/octet-stream',
      buffer: readFileSync(organization.recovery),
    })
    await page.getByText('这个文件不是这份响应文件的密文').first().waitFor()
    await present(organization2.copy)
    await ownPart(page).getByText('已开启').waitFor()
  })
  await stage.look(page, 'mend-presented-phone')
  await page.context().close()
}

/** Who did nothing within the time is not opened; the others are, and everybody reads why. */
async function ended(stage, officer, lot) {
  await stage.report.check('the record says who was absent, what was mended and what was not', async () => {
    await officer.getByText('有 1 份没有打开').waitFor()
    await officer.getByText('开启人未交够份额').first().waitFor()
    await officer.getByText('未等齐开启人').waitFor()
    await officer.getByText('95,801.55').first().waitFor()
  })
  await stage.lookAround(null, `/lots/${lot}/opening`, 'mend-record', (page) => page.getByRole('table').waitFor())
  const page = await stage.enter('organization3', { size: PHONE })
  await page.goto(`/lots/${lot}/opening`)
  await stage.report.check('who was late reads so, and what can still be done', () =>
    page.getByText('补救的时间已过').waitFor(),
  )
  await stage.look(page, 'mend-late-phone')
  await page.context().close()
}
