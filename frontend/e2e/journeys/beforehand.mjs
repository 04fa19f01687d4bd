// Before they bid: a federation reads what stands in its way, and a group why it cannot join a consortium and what it can do instead.

export async function beforehand(stage, { noticePath }) {
  const page = await stage.enter('federation')
  await page.goto(noticePath)
  await page.getByRole('link', { name: '投标前核对' }).click()
  await stage.report.check(
    'the federation is told that its own street buys, with the basis and what to do',
    async () => {
      await page.getByText('采购人是联合会的业务主管单位').first().waitFor()
      await page.getByText('避免“内部化”购买').first().waitFor()
      await page.getByText('请采购人采用公开方式').first().waitFor()
    },
  )
  await stage.report.check('it names who would do the work, and the address keeps them', async () => {
    await page.locator('main summary').first().click()
    // The tick stands in the address: it is there once the page has asked anew.
    await page.locator('main details input[type=checkbox]').first().click()
    await page.waitForURL('**/before-bidding?*member=*')
    await page.locator('main details input[type=checkbox]:checked').first().waitFor()
  })
  const conflicts = new URL(page.url())
  await page.context().close()
  await stage.lookAround('federation', conflicts.pathname + conflicts.search, 'conflicts', (one) =>
    one.locator('#found-title').waitFor(),
  )
  await together(stage, noticePath)
}

async function together(stage, noticePath) {
  const page = await stage.enter('group')
  await page.goto(noticePath)
  await page.getByRole('link', { name: '能和别家一起投吗？' }).click()
  await stage.report.check(
    'a group learns that it cannot join a consortium, why, and what it can do instead',
    async () => {
      await page.getByLabel('想和谁一起投？').fill('服务中心')
      await page.keyboard.press('Enter')
      await page
        .getByRole('button', { name: /^加入核对/ })
        .first()
        .click()
      await page.getByText('不能这样组成联合体').waitFor()
      await page.getByText('第二十四条').first().waitFor()
      await page.getByText('可以这样做').first().waitFor()
    },
  )
  const { pathname, search } = new URL(page.url())
  await page.context().close()
  await stage.lookAround('group', pathname + search, 'consortium', (one) => one.locator('#together-title').waitFor())
}
