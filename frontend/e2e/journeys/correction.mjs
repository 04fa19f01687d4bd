// The officer finds a mistake in what was published: the correction is written, published by the approver, told and read.
import { PHONE, settled } from '../stage.mjs'

const NEEDS =
  '为辖区六十岁以上独居、空巢老人提供每个工作日的午餐配送与就餐服务，含营养配餐、上门送餐、安全探访和满意度回访，服务期一年；夏季十一时开餐。需求来自居民议事会和入户走访，并向三家服务机构做过市场调查。'

export async function correction(stage, { purchaseId, title, noticePath }) {
  await write(stage, purchaseId)
  const listener = await stage.enter('organization')
  const stream = listener.waitForResponse((response) => response.url().endsWith('/api/me/events'))
  await listener.goto('/inbox')
  await stream
  await settled(listener)
  const correctionPath = await publish(stage, purchaseId)
  await stage.report.check('who was told of the call is told of its correction', () =>
    listener
      .locator('main [data-row]')
      .filter({ hasText: `${title} 更正公告` })
      .first()
      .waitFor(),
  )
  await listener.context().close()
  await read(stage, noticePath, correctionPath)
}

async function write(stage, purchaseId) {
  const page = await stage.enter('officer')
  await page.goto(`/purchases/${purchaseId}`)
  await page.getByRole('link', { name: '写更正公告' }).click()
  await page.locator('#description').waitFor()
  await stage.report.check('nothing is changed yet', () => page.getByText('还没有改动。').waitFor())
  await page.locator('#description').fill(NEEDS)
  const deadline = page.locator('#bidDeadline')
  const day = (await deadline.inputValue()).slice(0, 10)
  await deadline.fill(`${day}T17:30`)
  await stage.report.check('old and new stand side by side while one writes', async () => {
    await page.locator('#desk ins').filter({ hasText: '夏季十一时开餐' }).waitFor()
    await page.locator('#desk').getByText('提交截止时间由').waitFor()
    await page.getByText('没有发现问题，可以送审。').waitFor()
  })
  await page.getByRole('button', { name: '写好，交审核人' }).click()
  await stage.report.check('a reason is asked for, and nothing typed is lost', async () => {
    await page.getByRole('alert').waitFor()
    if ((await page.locator('#description').inputValue()) !== NEEDS) throw new Error('The text is gone')
  })
  await page.locator('#reason').fill('居民议事会提出，夏季老人用餐时间要提前。')
  await stage.look(page, 'correction-editor-desk')
  await page.setViewportSize(PHONE)
  await stage.look(page, 'correction-editor-phone')
  await page.getByRole('button', { name: '写好，交审核人' }).click()
  await page.waitForURL(`**/purchases/${purchaseId}`)
  await stage.report.check('the officer reads that it waits', () => page.getByText('等审核人发布').first().waitFor())
  await page.context().close()
}

async function publish(stage, purchaseId) {
  const page = await stage.enter('approver')
  await page.goto(`/purchases/${purchaseId}`)
  await page.getByRole('button', { name: '发布更正公告' }).click()
  await stage.look(page, 'correction-approve-desk')
  await page.getByRole('dialog').getByRole('button', { name: '现在发布' }).click()
  await page.waitForURL(/\/notices\/[0-9a-f-]{36}$/)
  await page.getByText('这是对公告').waitFor()
  const { pathname } = new URL(page.url())
  await page.context().close()
  return pathname
}

async function read(stage, noticePath, correctionPath) {
  await stage.lookAround(null, noticePath, 'corrected', (page) => page.locator('#corrections ins').first().waitFor())
  const page = await stage.enter(null)
  await page.goto(noticePath)
  await stage.report.check('a visitor reads what changed, and what it does to the deadline', async () => {
    await page.getByRole('link', { name: '看改了什么' }).click()
    await page.locator('#corrections').getByText('提交截止时间由').waitFor()
    await page.locator('#corrections del').first().waitFor()
  })
  await page.goto(correctionPath)
  await page.locator('#corrections ins').first().waitFor()
  await stage.look(page, 'correction-desk')
  await page.setViewportSize(PHONE)
  await stage.look(page, 'correction-phone')
  await page.context().close()
}
