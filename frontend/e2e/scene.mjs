// What journeys find and leave: a published purchase, a clock that moved on, a holder's key in hand.
import { readFileSync } from 'node:fs'
import { program } from './program.mjs'
import { PASSWORD } from './stage.mjs'

const DAYS_UNTIL_DEADLINE = 21
const DAY_MS = 86_400_000

/** By the interface that other programs use; what officer and approver see of it stands in other journeys. */
export async function published(
  stage,
  title,
  {
    lotTitle = '助餐与探访',
    budgetFen = 9_800_000,
    buyers: [writes, approves] = ['officer', 'approver'],
    ...besides
  } = {},
) {
  const officer = await program(stage, writes)
  const region = (await officer.call('GET', '/api/me')).department.regionCode
  const now = Date.parse((await officer.call('GET', '/api/demo/clock')).now)
  const deadline = workday(now + DAYS_UNTIL_DEADLINE * DAY_MS)
  const draft = await officer.call('POST', '/api/purchases', {
    title,
    method: 'BT_COMPARE',
    regionCode: region,
    description: '为辖区六十岁以上独居、空巢老人提供每个工作日的午餐配送，每月上门探访，按季度回访满意度。',
    lots: [
      {
        title: lotTitle,
        categoryCode: 'A0402-01',
        serviceRegionCodes: [region],
        budgetFen,
        description: '每个工作日不少于三十份午餐，每月探访六十位老人，服务期十二个月。',
        requirements: [],
        criteria: [
          { name: '报价', weight: 20, kind: 'PRICE' },
          { name: '服务方案', weight: 50, kind: 'QUALITY' },
          { name: '持证人员', weight: 30, kind: 'QUALITY' },
        ],
      },
    ],
    bidDeadline: deadline,
    openingAt: deadline,
    contact: { name: '示例联系人', phone: '028-00001234', email: 'lianxi@example.org' },
    ...besides,
  })
  await officer.call('POST', `/api/purchases/${draft.id}/submission`)
  await officer.end()
  const approver = await program(stage, approves)
  const notice = await approver.call('POST', `/api/purchases/${draft.id}/approval`)
  await approver.end()
  return { lot: notice.lots[0].id, purchase: draft.id, notice: notice.id, deadline }
}

function workday(moment) {
  const day = new Date(moment)
  while ([0, 6].includes(day.getUTCDay())) day.setTime(day.getTime() + DAY_MS)
  day.setUTCHours(2, 0, 0, 0)
  return day.toISOString()
}

/** Until a minute after the deadline, if it is still ahead. The clock is the platform's only one: everybody signs in anew. */
export async function passDeadline(stage, { deadline }) {
  const admin = await program(stage, 'admin')
  const now = Date.parse((await admin.call('GET', '/api/demo/clock')).now)
  const seconds = Math.ceil((Date.parse(deadline) + 60_000 - now) / 1000)
  if (seconds > 0) {
    await admin.call('POST', '/api/demo/clock', { advance: `PT${seconds}S` })
    stage.accounts.clear()
  }
  await admin.end()
}

export async function advance(stage, duration) {
  const admin = await program(stage, 'admin')
  await admin.call('POST', '/api/demo/clock', { advance: duration })
  await admin.end()
}

/** Begins on the page as soon as the box is closed. */
export async function begin(officer, lot) {
  await officer.goto(`/lots/${lot}/opening`)
  await officer.getByText('响应文件已经封存').first().waitFor()
  await officer.getByRole('button', { name: '开始开启' }).click()
  await officer.getByText('正在核对自己的封存').first().waitFor()
}

/** The key file that the demo made for whoever is signed in. */
export async function keyFile(page) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载我的演示钥匙' }).click(),
  ])
  return { name: 'key.json', mimeType: 'application/json', buffer: readFileSync(await download.path()) }
}

/** A secret file and its passphrase, given in the form that stands on the page. */
export async function unlock(page, file, words, button) {
  await page.locator('main input[type=file]').setInputFiles(file)
  await page.locator('main input[type=password]').fill(words)
  await page.getByRole('button', { name: button }).click()
}

export const giveShares = async (page, file) => unlock(page, file, PASSWORD, '打开并交出份额')
