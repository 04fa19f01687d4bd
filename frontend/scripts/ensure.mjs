// Runs before anything is installed (plain Node >= 18): `npm ci` and `npm run build` only when their inputs changed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const files = (path) => {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => files(join(path, name)))
}

const fingerprint = (paths) => {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(files)) hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

const npm = (...args) => {
  // npm_execpath is the npm that started this script: no look-up on the PATH.
  const run = spawnSync(process.execPath, [process.env.npm_execpath, ...args], { stdio: 'inherit' })
  if (run.status !== 0) process.exit(run.status ?? 1)
}

const step = (name, stamp, inputs, output, args) => {
  const now = fingerprint(inputs)
  if (existsSync(output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) {
    console.log(`${name}: up to date`)
    return
  }
  npm(...args)
  mkdirSync(join(stamp, '..'), { recursive: true })
  writeFileSync(stamp, now)
}

const packages = ['package.json', 'package-lock.json', '.npmrc']
step('npm ci', 'node_modules/.ensure', packages, 'node_modules/.package-lock.json', ['ci', '--loglevel=error'])
step(
  'build',
  'target/.ensure-build',
  [
    ...packages,
    'src',
    'public',
    'index.html',
    'goufu-verify.html',
    'tsconfig.json',
    'vite.config.ts',
    'vite.verify.config.ts',
    'biome.json',
    'scripts',
  ],
  'target/classes/static/index.html',
  ['run', 'build'],
)
