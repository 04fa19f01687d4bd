// Every page of the router, as the account who uses it, in every look. A path nobody walks fails, so that none is forgotten.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { program } from '../program.mjs'
import { DESK, PHONE, settled, wear } from '../stage.mjs'
import { PAGES } from './pages.mjs'

const APP = join(import.meta.dirname, '..', '..', 'src', 'app')
const WORDS = JSON.parse(readFileSync(join(APP, '..', 'locales', 'zh-CN', 'common.json'), 'utf8')).errors
/** Pages that say that the asked one is not to be had: standing on one of them is not the page. */
const DEAD_ENDS = [WORDS.offlineTitle, WORDS.busyTitle, WORDS.crashTitle, WORDS.forbiddenTitle]
const AT_ONCE = 3

/** The whole of axe where the parts differ, the colours alone where only the colours do; high contrast is held to 7:1 (WCAG 1.4.6). */
const LOOKS = [
  { name: 'desk', size: DESK },
  { name: 'phone', size: PHONE },
  { name: 'dark', size: PHONE, theme: 'dark', rules: ['color-contrast'] },
  { name: 'contrast', size: PHONE, theme: 'contrast', rules: ['color-contrast-enhanced'] },
  { name: 'elder', size: PHONE, mode: 'elder', rules: [] },
  { name: 'text 200 %', size: PHONE, text: '200%', rules: [] },
  { name: 'zoom 200 %', size: { width: DESK.width / 2, height: DESK.height / 2 }, rules: [] },
]

export async function walk(stage, memory) {
  await stage.report.check('every path of the router is walked', () => {
    const missing = pathsOfRouter().filter((path) => !(path in PAGES))
    const gone = Object.keys(PAGES).filter((path) => !pathsOfRouter().includes(path))
    if (missing.length + gone.length > 0) throw new Error(`not walked: ${missing}; not in the router: ${gone}`)
  })
  const known = await things(stage, memory)
  // Signed in before several walk at once: each account signs in once.
  for (const as of new Set(Object.values(PAGES).map((page) => page.as))) if (as !== undefined) await stage.signedIn(as)
  const ways = Object.entries(PAGES)
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = ways.shift(); next !== undefined; next = ways.shift()) await visit(stage, known, ...next)
    }),
  )
  await known.end()
}

function pathsOfRouter() {
  const text = ['router.tsx', 'feature-routes.tsx'].map((file) => readFileSync(join(APP, file), 'utf8')).join('\n')
  const paths = [...text.matchAll(/\bpath: '([^']+)'/g)].map(([, path]) => path)
  const lazy = [...text.matchAll(/\blazy: /g)].length
  // The start page has no path of its own, and what is nowhere has no page of its own.
  if (paths.length !== lazy)
    throw new Error(`${paths.length} paths, ${lazy} pages: the router is written otherwise now`)
  return ['/', ...paths]
}

async function visit(stage, known, path, { as = null, address, there = 'main h1' }) {
  await stage.report.check(`${path}: comes`, async () => {
    const page = await stage.enter(as)
    await page.goto(address(known))
    await page.locator(there).first().waitFor()
    await settled(page)
    const end = await page.evaluate((ends) => ends.find((one) => document.body.innerText.includes(one)), DEAD_ENDS)
    if (end !== undefined) throw new Error(`There stands: ${end}`)
    for (const look of LOOKS) {
      await wear(page, look)
      await stage.held(page, `${path} (${look.name})`, look.rules)
    }
    await page.context().close()
  })
}

/** What the pages are about: from the journeys before, or else from what the demo has. */
async function things(stage, memory) {
  const ends = []
  const as = async (account) => {
    const one = await program(stage, account)
    ends.push(one.end)
    return one.call
  }
  const [officer, group, federation, street, registrar, organization] = await Promise.all(
    ['officer', 'group', 'federation', 'street', 'registrar', 'organization'].map(as),
  )
  const first = async (call, path) => (await call('GET', path)).items[0].id
  const notice = memory.noticePath?.split('/').at(-1) ?? (await first(officer, '/api/notices?status=OPEN&size=1'))
  const called = memory.onThePortal?.notice ?? notice
  const draft = (await officer('POST', '/api/purchases', { title: '走一遍', lots: [] })).id
  const bid = (await organization('GET', '/api/me/bids?size=1')).items[0]?.id
  const sheet = await registrar('POST', '/api/registry/imports', undefined, { multipart: { file: SHEET } })
  return {
    notice,
    lot: (await officer('GET', `/api/notices/${notice}`)).lots[0].id,
    portalLot: (await officer('GET', `/api/notices/${called}`)).lots[0].id,
    organization: await first(registrar, '/api/registry/organizations?size=1'),
    federation: (await federation('GET', '/api/me')).organization.id,
    purchase: memory.purchaseId ?? draft,
    draft,
    membership: await first(group, '/api/me/memberships?state=CONFIRMED&size=1'),
    filing: await first(street, '/api/filings?state=FILED_ACTIVE&size=1'),
    import: sheet.id,
    // Whoever has no receipt yet is told so.
    bid: bid ?? draft,
    end: async () => {
      for (const end of ends) await end()
    },
  }
}

const SHEET = {
  name: '走一遍.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('名称,统一社会信用代码,法定代表人\r\n走一遍服务中心,不是代码,张三\r\n'),
}
