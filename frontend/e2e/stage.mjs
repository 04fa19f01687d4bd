// What every journey stands on: signed-in contexts, visits that are looked at, and waits that end when something is there.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import axe from 'axe-core'

export const WAIT_MS = 20_000
export const PASSWORD = 'goufu-demo'
export const DESK = { width: 1280, height: 900 }
export const PHONE = { width: 360, height: 740 }

/** Pictures are for eyes; where only checks are read, they are made of what broke off. */
const PICTURED = process.env.E2E_PICTURES !== 'broken'

/** How the pages of a journey are looked at: on the desk, in large type and in English on the phone, where they are hardest. In every look, dark and at 200 %, `walk` takes each page of the router. */
const LOOKS = [
  { name: 'desk', size: DESK },
  { name: 'phone-elder', size: PHONE, mode: 'elder', rules: [] },
]
const ENGLISH = { name: 'phone-english', size: PHONE, rules: [] }

export class Stage {
  constructor(browser, baseUrl, pictures, report) {
    this.browser = browser
    this.baseUrl = baseUrl
    this.pictures = pictures
    this.report = report
    this.accounts = new Map()
    this.formWorks = false
    mkdirSync(pictures, { recursive: true })
  }

  /** A fresh page of an account (null: a visitor); signing in happens once per account. */
  async enter(account, { size = DESK, language = 'zh-CN' } = {}) {
    const state = account === null ? undefined : await this.signedIn(account)
    const context = await this.browser.newContext({
      baseURL: this.baseUrl,
      locale: 'zh-CN',
      viewport: size,
      reducedMotion: 'reduce',
      ...(state === undefined ? {} : { storageState: state }),
    })
    context.setDefaultTimeout(WAIT_MS)
    await context.addInitScript((chosen) => localStorage.setItem('goufu.language', chosen), language)
    const page = await context.newPage()
    page.on('pageerror', (error) => this.report.fault(`${page.url()}: ${error.message}`))
    return page
  }

  /** After a journey: what still stands open is pictured if it broke off, and closed. */
  async clear(journey, brokenOff) {
    const pages = this.browser.contexts().flatMap((context) => context.pages())
    for (const [at, page] of pages.entries()) {
      if (brokenOff) await page.screenshot({ path: join(this.pictures, `broken-${journey}-${at}.png`), fullPage: true })
    }
    for (const context of this.browser.contexts()) await context.close()
  }

  /** The first one signs in by the form, as everybody does; after that it is no longer news that the form works. */
  async signedIn(account) {
    const known = this.accounts.get(account)
    if (known !== undefined) return known
    const page = await this.enter(null)
    await (this.formWorks ? bySession(page, account) : byForm(page, account))
    this.formWorks = true
    const state = await page.context().storageState()
    await page.context().close()
    this.accounts.set(account, state)
    return state
  }

  /** Looks at the page that stands: no accessibility finding, nothing wider than the screen, a picture where a person will look at it; `rules` as in {@link held}. */
  async look(page, name, rules) {
    await settled(page)
    if (PICTURED) await page.screenshot({ path: join(this.pictures, `${name}.png`), fullPage: true })
    await this.held(page, name, rules)
  }

  /** The same without a picture; `rules` are axe's: all (no argument), those named, or none. */
  async held(page, name, rules) {
    await this.report.check(`${name}: no sideways scroll`, async () => {
      const wide = await page.evaluate(tooWide)
      if (wide.length > 0) throw new Error(wide.join('\n'))
    })
    if (rules?.length === 0) return
    await this.report.check(`${name}: no accessibility finding`, async () => {
      const violations = await findings(page, rules)
      if (violations.length > 0) throw new Error(violations.map(told).join('\n'))
    })
  }

  /** The same address in every look; only the language needs a page of its own, which is looked at meanwhile. */
  async lookAround(account, address, name, ready = () => undefined) {
    if (account !== null) await this.signedIn(account)
    await Promise.all([
      this.lookInChinese(account, address, name, ready),
      this.lookInEnglish(account, address, name, ready),
    ])
  }

  async lookInChinese(account, address, name, ready) {
    const page = await this.enter(account)
    await open(page, address, ready)
    for (const look of LOOKS) {
      await wear(page, look)
      await this.look(page, `${name}-${look.name}`, look.rules)
    }
    await page.context().close()
  }

  async lookInEnglish(account, address, name, ready) {
    const page = await this.enter(account, { size: ENGLISH.size, language: 'en' })
    await open(page, address, ready)
    await this.look(page, `${name}-${ENGLISH.name}`, ENGLISH.rules)
    await page.context().close()
  }
}

async function byForm(page, account) {
  await page.goto('/sign-in')
  await page.locator('#username').fill(account)
  await page.locator('#password').fill(PASSWORD)
  await page.locator('form button[type=submit]').click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

async function bySession(page, username) {
  const answer = await page.request.post('/api/session', { data: { username, password: PASSWORD } })
  if (!answer.ok()) throw new Error(`${username} cannot sign in: ${answer.status()} ${await answer.text()}`)
}

async function open(page, address, ready) {
  await page.goto(address)
  await page.locator('main h1').first().waitFor({ state: 'attached' })
  await ready(page)
}

/** What the switches of the header and the browser's own text size do, without the way through the menus. */
export async function wear(page, { size, theme, mode, text }) {
  await page.setViewportSize(size)
  await page.evaluate(
    ([chosen, letters]) => {
      document.documentElement.style.fontSize = letters
      for (const [key, value] of Object.entries(chosen)) {
        if (value === null) delete document.documentElement.dataset[key]
        else document.documentElement.dataset[key] = value
      }
    },
    [{ theme: theme ?? null, mode: mode ?? null }, text ?? ''],
  )
}

export /** Straight in the page, which has no frames: a page of axe's own beside it would take ten times as long. */
async function findings(page, rules) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const options = { resultTypes: ['violations'], ...(rules === undefined ? {} : { runOnly: rules }) }
  const { violations } = await page.evaluate((asked) => window.axe.run(document, asked), options)
  return violations
}

/** In the page: what is wider than its room, whether it scrolls there or is cut off. What only readers hear has no room. */
function tooWide() {
  const over = document.documentElement.scrollWidth - window.innerWidth
  const found = over > 0 ? [`the page is ${over}px too wide`] : []
  for (const one of document.querySelectorAll('body *:not(input, select, textarea, svg, svg *, .visually-hidden)')) {
    const room = one.clientWidth
    if (room <= 1 || one.scrollWidth <= room + 1 || getComputedStyle(one).overflowX === 'visible') continue
    found.push(`${one.scrollWidth - room}px too wide in its room: ${one.outerHTML.slice(0, 160)}`)
  }
  return found
}

const told = ({ id, help, nodes }) =>
  `${id}: ${help}\n${nodes
    .slice(0, 4)
    .map(({ html, failureSummary }) => `    ${html.slice(0, 160)}\n      ${failureSummary?.replaceAll('\n', ' ')}`)
    .join('\n')}`

/** Nothing is on its way any more: no request under way, no skeleton, fonts ready. */
export async function settled(page) {
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"], main [class*="skeleton"]') === null)
  await page.evaluate(() => document.fonts.ready)
}

/** Asks again until the answer is true; the wait is on the page's own frames, never a fixed time. */
export async function until(page, what, question) {
  const end = Date.now() + WAIT_MS
  while (!(await question())) {
    if (Date.now() > end) throw new Error(`Waited in vain for: ${what}`)
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestIdleCallback(done))))
  }
}
