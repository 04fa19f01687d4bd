// Fails when the JavaScript of the first view (home and search, each with everything it loads at once) outweighs the limit.
import { existsSync, readFileSync, statSync } from 'node:fs'

const LIMIT_KB = 165
const out = new URL('../target/classes/static/', import.meta.url).pathname
const manifest = JSON.parse(readFileSync(`${out}.vite/manifest.json`, 'utf8'))
/** What travels: the packed file that the build laid beside it; very small ones travel as they are. */
const gzipped = (file) => statSync(existsSync(`${out}${file}.gz`) ? `${out}${file}.gz` : out + file).size

/** A chunk and all that it imports statically. */
const reach = (key, found = new Set()) => {
  if (!found.has(key)) {
    found.add(key)
    for (const next of manifest[key].imports ?? []) reach(next, found)
  }
  return found
}

/** What the router fetches for a route: its page and its words, in one language. */
const VIEWS = {
  home: ['src/app/routes/home.tsx', 'src/locales/zh-CN/search.json'],
  search: ['src/app/routes/notices.tsx', 'src/locales/zh-CN/search.json', 'src/locales/zh-CN/matching.json'],
}

let heaviest = 0
for (const [view, extra] of Object.entries(VIEWS)) {
  const chunks = new Set()
  for (const key of ['index.html', ...extra]) reach(key, chunks)
  const files = [...new Set([...chunks].map((key) => manifest[key].file))].filter((file) => file.endsWith('.js'))
  const weight = (files.reduce((sum, file) => sum + gzipped(file), 0) + gzipped('mode.js')) / 1000
  heaviest = Math.max(heaviest, weight)
  console.log(`${view}: ${weight.toFixed(1)} kB gzip in ${files.length + 1} files (limit ${LIMIT_KB})`)
}
if (heaviest > LIMIT_KB) process.exit(1)
