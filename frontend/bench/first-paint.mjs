// npm run paint: how soon public pages show something on a slow machine, against a running platform (BASE_URL), nothing cached.
import { join } from 'node:path'
import { launch } from '../e2e/browser.mjs'

const RUNS = 7
const SLOWDOWN = 4
const baseURL = process.env.BASE_URL ?? 'http://localhost:8080'

const browser = await launch(join(import.meta.dirname, '..', 'target', 'e2e-browser'))
if (browser === null) throw new Error('No Chromium was found: install Chromium or Google Chrome.')

const firstId = async (list) => (await (await fetch(`${baseURL}${list}`)).json()).items[0].id

const PAGES = {
  home: '/',
  search: '/notices?q=助餐',
  notice: `/notices/${await firstId('/api/notices?size=1')}`,
  organization: `/organizations/${await firstId('/api/organizations?size=1')}`,
}

/** One visit by somebody who was never here: a context of its own has no cache. */
async function visit(address) {
  const context = await browser.newContext({ baseURL, locale: 'zh-CN', viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
  await page.goto(address)
  await page.locator('main h1').first().waitFor({ state: 'attached' })
  await page.waitForLoadState('networkidle')
  const seen = await page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
    scripts: performance
      .getEntriesByType('resource')
      .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  }))
  await context.close()
  return seen
}

const median = (numbers) => numbers.toSorted((left, right) => left - right)[Math.floor(numbers.length / 2)]

for (const [name, address] of Object.entries(PAGES)) {
  await visit(address)
  const visits = []
  while (visits.length < RUNS) visits.push(await visit(address))
  const paints = visits.map(({ paint }) => paint)
  const weight = median(visits.map(({ scripts }) => scripts)) / 1000
  console.log(
    `${name}: first contentful paint ${median(paints).toFixed(0)} ms (${Math.min(...paints).toFixed(0)} to ` +
      `${Math.max(...paints).toFixed(0)}), JavaScript ${weight.toFixed(1)} kB as sent`,
  )
}
await browser.close()
