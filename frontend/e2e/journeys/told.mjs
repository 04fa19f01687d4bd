// Organization, federation and group each find the new lot among their opportunities and in their inbox, with the reasons.
import { until } from '../stage.mjs'

export async function told(stage, { title, noticePath, purchaseId }) {
  for (const account of ['organization', 'federation', 'group']) {
    const page = await stage.enter(account)
    await page.goto('/opportunities')
    await stage.report.check(`${account} finds it among the opportunities, with reasons`, async () => {
      const row = page.locator('main [data-row]').filter({ hasText: title })
      await page.locator('main [data-row]').first().waitFor()
      const more = page.getByRole('button', { name: '再显示一些' })
      await until(page, 'the new lot', async () => {
        if ((await row.count()) > 0) return true
        if ((await more.count()) > 0) await more.click()
        return false
      })
      await row.first().locator('article ul li').first().waitFor()
    })
    await page.goto('/inbox')
    await stage.report.check(`${account} marks it as read and takes that back`, () => markAndUndo(page, title))
    await page.goto(noticePath)
    await stage.report.check(`${account} reads on the notice whether it may bid`, () =>
      page.locator('#may-i-bid li').first().waitFor(),
    )
    await stage.look(page, `may-i-bid-${account}-desk`)
    await page.context().close()
  }
  await stage.lookAround('group', '/opportunities', 'opportunities', firstRow)
  await stage.lookAround('federation', '/opportunities', 'opportunities-federation', firstRow)
  await stage.lookAround('organization', '/opportunities?tab=near', 'near-misses')
  await stage.lookAround('group', '/opportunities/telling', 'telling')
  await stage.lookAround('group', '/inbox', 'inbox', firstRow)
  await stage.lookAround('officer', `/purchases/${purchaseId}?tab=matches`, 'matches', (page) =>
    page.locator('main [data-list] [data-row]').first().waitFor(),
  )
}

const firstRow = (page) => page.locator('main [data-row]').first().waitFor()

async function markAndUndo(page, title) {
  const row = page.locator('main [data-row]').filter({ hasText: title }).first()
  await row.getByRole('button', { name: /^标为已读/ }).click()
  await row.getByRole('button', { name: /^标为未读/ }).waitFor()
  await page.getByRole('button', { name: '撤销' }).click()
  await row.getByRole('button', { name: /^标为已读/ }).waitFor()
}
