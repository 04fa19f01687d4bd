// npm run seal-bench: how long Chromium takes to seal a bid of 100 MB in a worker, and to read it again from the bidder's own key.
import { join } from 'node:path'
import { build, preview } from 'vite'
import { launch } from '../e2e/browser.mjs'

const RUNS = 7
const MEGABYTES = Number(process.env.SEAL_MB ?? 100)
const root = join(import.meta.dirname, 'seal')
const outDir = join(import.meta.dirname, '..', 'target', 'seal-bench')

await build({
  root,
  configFile: false,
  logLevel: 'warn',
  build: { outDir, emptyOutDir: true },
  worker: { format: 'es' },
})
const server = await preview({ root, configFile: false, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } })
const browser = await launch(join(import.meta.dirname, '..', 'target', 'e2e-browser'))
if (browser === null) throw new Error('No Chromium was found: install Chromium or Google Chrome.')
try {
  const page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${server.httpServer.address().port}/`)
  await page.waitForFunction(() => 'run' in window)
  const runs = []
  for (let i = 0; i < RUNS; i++) runs.push(await page.evaluate((size) => window.run(size), MEGABYTES))
  if (!runs.every(({ same }) => same)) throw new Error('what was opened is not what was sealed')
  const line = (name, of) => {
    const times = runs.map(of).toSorted((left, right) => left - right)
    const said = [times[Math.floor(RUNS / 2)], times[0], times[RUNS - 1]].map((time) => time.toFixed(0))
    console.log(`${name}: ${said[0]} ms (${said[1]} to ${said[2]})`)
  }
  console.log(`${MEGABYTES} MB to three holders, ${RUNS} runs, Chromium ${browser.version()}`)
  line('sealed', ({ sealed }) => sealed)
  line('read again', ({ read }) => read)
  line('longest pause of the page', ({ longest }) => longest)
  console.log(`manifest: ${(runs[0].manifest / 1000).toFixed(1)} kB`)
} finally {
  await browser.close()
  await server.close()
}
