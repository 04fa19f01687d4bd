// Anybody finds the purchase by plain words, by a synonym, by pinyin and by its initials, reads it and prints its form.
const WORDS = ['助餐', '老年食堂', 'zhucan', 'zc']

export async function visitor(stage, { title, noticePath }) {
  const page = await stage.enter(null)
  await page.goto('/')
  await page.locator('main h1').first().waitFor({ state: 'attached' })
  for (const words of WORDS) {
    await stage.report.check(`a visitor finds it by ${words}`, async () => {
      await page.goto(`/notices?${new URLSearchParams({ q: words, sort: 'published' })}`)
      await page.locator('main [data-row] a').filter({ hasText: title }).first().waitFor()
    })
  }
  await page.goto(`/notices?${new URLSearchParams({ q: WORDS[0], sort: 'published' })}`)
  await page
    .locator('main [data-row] a')
    .filter({ hasText: `${title} 采购公告` })
    .first()
    .click()
  await page.waitForURL(`**${noticePath}`)
  await stage.report.check('the notice says what is asked and when it ends', async () => {
    await page.locator('main h1').filter({ hasText: title }).waitFor()
    await page.getByText('98,000 元').first().waitFor()
  })
  await stage.report.check('the official form can be printed', async () => {
    const form = await page.request.get(`/api${noticePath}.html`)
    const text = await form.text()
    if (!form.ok() || !text.includes(title)) throw new Error(`answered ${form.status()}`)
  })
  await ledger(stage, page, noticePath)
  await page.context().close()
  await stage.lookAround(null, '/', 'home')
  await stage.lookAround(null, `/notices?q=${encodeURIComponent(WORDS[0])}`, 'search', (one) =>
    one.locator('main [data-row]').first().waitFor(),
  )
  await stage.lookAround(null, noticePath, 'notice')
  await stage.lookAround(null, '/organizations', 'organizations')
  await stage.lookAround(null, '/federations', 'federations')
  await stage.lookAround(null, '/sign-in', 'sign-in')
  await organization(stage)
}

/** The browser checks by itself that the notice stands in the ledger, and finds out a receipt that was touched. */
async function ledger(stage, page, noticePath) {
  await page.goto(noticePath)
  await stage.report.check('the notice stands in the ledger, as the browser proves', async () => {
    await page.getByRole('link', { name: '验证', exact: true }).click()
    await page.getByRole('heading', { name: '回执有效' }).waitFor()
    await page.getByText('本站现在显示的公告与入账时完全一致。').waitFor()
  })
  await stage.report.check('a receipt that was touched is found out', async () => {
    const receipt = await page.locator('#receipt').inputValue()
    await page.locator('#receipt').fill(receipt.replace(/^index .*$/m, 'index 0'))
    await page.getByRole('button', { name: '验证', exact: true }).click()
    await page.getByRole('heading', { name: '回执无效' }).waitFor()
  })
}

async function organization(stage) {
  const page = await stage.enter(null)
  await page.goto('/organizations')
  const first = page.locator('main a[href^="/organizations/"]').first()
  await first.waitFor()
  const address = await first.getAttribute('href')
  await page.context().close()
  await stage.lookAround(null, address, 'organization')
}
