// Lays a .gz and a .br beside every text file of the build: packed once and well, the server only hands them out.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const out = new URL('../target/classes/static/', import.meta.url).pathname
const SMALLEST = 1024

for (const name of readdirSync(out, { recursive: true })) {
  if (!/\.(js|css|html|svg|json)$/.test(name)) continue
  const file = join(out, name)
  const content = readFileSync(file)
  if (content.length < SMALLEST) continue
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
  writeFileSync(`${file}.br`, brotliCompressSync(content))
}
