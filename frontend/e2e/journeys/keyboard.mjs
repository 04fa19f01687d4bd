// A search from the first key to an open notice, without a pointer.
import { settled } from '../stage.mjs'

export async function keyboard(stage) {
  const page = await stage.enter(null)
  await page.goto('/')
  await page.locator('main [data-search]').waitFor()
  await stage.report.check('the first Tab is the way past the header', async () => {
    await page.keyboard.press('Tab')
    const href = await page.evaluate(() => document.activeElement?.getAttribute('href'))
    if (href !== '#main') throw new Error(`The focus is on ${href}`)
  })
  await stage.report.check('/ starts the search and Enter sends it', async () => {
    await page.keyboard.press('/')
    await page.waitForFunction(() => document.activeElement?.matches('[data-search]'))
    await page.keyboard.type('助餐')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/notices\?.*q=/)
    // The start page has rows of its own; it is gone once the tab is named after the words.
    await page.waitForFunction(() => document.title.includes('助餐'))
    await page.locator('main [data-row]').first().waitFor()
  })
  await stage.report.check('j and k walk through the results and Enter opens one', async () => {
    await settled(page)
    await page.locator('main').focus()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    await page.waitForFunction(() => document.activeElement?.closest('[data-row]') !== null)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/notices\/[0-9a-f-]{36}/)
    await page.locator('main h1').first().waitFor()
  })
  await stage.report.check('the focus is always visible', async () => {
    await page.keyboard.press('Tab')
    const width = await page.evaluate(() => getComputedStyle(document.activeElement).outlineWidth)
    if (Number.parseFloat(width) < 2) throw new Error(`The outline is ${width}`)
  })
  await stage.report.check('a file is chosen by key, by a button that speaks the language of the page', async () => {
    // Asked for before anything is pressed: a chooser that opens while the browser is still being told to hand it over is lost.
    page.once('filechooser', (chooser) =>
      chooser.setFiles({ name: 'x.txt', mimeType: 'text/plain', buffer: Buffer.from('no receipt') }),
    )
    await page.goto('/verify')
    const input = page.getByLabel('选择回执或验证包')
    await page.locator('#key').focus()
    for (let back = 0; back < 2; back += 1) await page.keyboard.press('Shift+Tab')
    const shown = await input.evaluate((field) => [
      document.activeElement === field,
      field.parentElement.innerText,
      getComputedStyle(field.parentElement).outlineWidth,
    ])
    if (shown.join() !== 'true,添加文件,3px') throw new Error(shown.join())
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
  })
  await page.context().close()
}
