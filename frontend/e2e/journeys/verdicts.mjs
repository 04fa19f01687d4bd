// Whoever may ask argues with a verdict: the group and the officer look at the same one, print it, and come back to its moment.
import { until } from '../stage.mjs'

export async function verdicts(stage, { noticePath }) {
  const page = await stage.enter('group')
  await page.goto(noticePath)
  const whole = page.locator('#may-i-bid a[href*="/eligibility?"]')
  await whole.waitFor()
  const address = await whole.getAttribute('href')
  await whole.click()
  await stage.report.check('the group sees every verdict with what it rests on', async () => {
    await page.locator('main h1').filter({ hasText: '资格判定' }).waitFor()
    await page.getByRole('list', { name: '依据' }).first().waitFor()
  })
  await stage.report.check('an article opens into plain words', async () => {
    await page.locator('main li button[aria-expanded="false"]').first().click()
    await page.locator('main li [role="note"]:not([hidden])').first().waitFor()
  })
  const kept = await page.getByRole('link', { name: '按这个时点留存的地址' }).getAttribute('href')
  const digest = await page.locator('main footer code').innerText()
  await stage.report.check('the printed sheet carries the same digest', async () => {
    const print = await page.getByRole('link', { name: '打印判定单' }).getAttribute('href')
    const sheet = await page.request.get(print)
    if (!(await sheet.text()).includes(digest)) throw new Error(`answered ${sheet.status()}`)
  })
  await page.context().close()
  const officer = await stage.enter('officer')
  await officer.goto(kept)
  await stage.report.check('an officer comes back to that moment and sees the same digest', () =>
    until(officer, 'the digest', async () => (await officer.locator('main footer code').innerText()) === digest),
  )
  await officer.context().close()
  await stage.lookAround('group', address, 'verdicts-group', firstVerdict)
  await stage.lookAround('officer', kept, 'verdicts-officer', firstVerdict)
}

const firstVerdict = (page) => page.locator('main ul li [data-verdict]').first().waitFor()
