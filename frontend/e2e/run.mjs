// npm run e2e: the journeys of every kind of user against BASE_URL, in a real browser.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { launch } from './browser.mjs'
import { journeys } from './journeys/all.mjs'
import { Report } from './report.mjs'
import { Stage } from './stage.mjs'

const target = join(import.meta.dirname, '..', 'target')
const baseUrl = process.env.BASE_URL ?? 'http://localhost:8080'
const only = process.env.E2E_ONLY?.split(',')

const browser = await launch(join(target, 'e2e-browser'))
if (browser === null) {
  console.error('No Chromium was found: install Chromium or Google Chrome, or run npm ci to get the packaged one.')
  process.exit(1)
}
const pictures = join(target, 'e2e')
rmSync(pictures, { recursive: true, force: true })
const report = new Report()
const stage = new Stage(browser, baseUrl, pictures, report)
const memory = {}
for (const [name, journey] of Object.entries(journeys)) {
  if (only !== undefined && !only.includes(name)) continue
  const done = await report.journey(name, () => journey(stage, memory))
  await stage.clear(name, !done)
}
await browser.close()
process.exitCode = report.end()
