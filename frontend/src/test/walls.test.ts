import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** One planted violation for each wall, with what it reaches for. */
const PLANTED: Record<string, Record<string, string>> = {
  'features-are-neighbours-not-roommates': {
    'src/features/left/page.ts': "import '../right/queries'",
    'src/features/right/queries.ts': 'export const right = 1',
  },
  'features-do-not-know-the-app': {
    'src/features/left/shell.ts': "import '../../app/shell'",
    'src/app/shell.ts': 'export const shell = 1',
  },
  'ui-knows-no-feature-and-no-fetch': {
    'src/ui/button.ts': "import '../lib/api'",
    'src/lib/api.ts': 'export const api = 1',
  },
  'lib-knows-no-screen': {
    'src/lib/format.ts': "import '../ui/money'",
    'src/ui/money.ts': 'export const money = 1',
  },
  'the-first-view-stays-light': { 'src/features/search/params.ts': "import 'zod'" },
  'the-generated-schema-stays-behind-its-aliases': {
    'src/features/left/types.ts': "import type { paths } from '../../api/schema'\nexport type P = paths",
    'src/api/schema.d.ts': 'export type paths = string',
  },
  'tests-are-not-shipped': {
    'src/lib/fake.ts': "import '../test/server'",
    'src/test/server.ts': 'export const server = 1',
  },
  'no-circles': {
    'src/lib/a.ts': "import './b'\nexport const a = 1",
    'src/lib/b.ts': "import './a'\nexport const b = 1",
  },
}

mkdirSync('target', { recursive: true })
const ground = mkdtempSync(resolve('target', 'walls-'))
let broken: string[] = []

beforeAll(() => {
  for (const [path, text] of Object.values(PLANTED).flatMap(Object.entries)) {
    mkdirSync(dirname(join(ground, path)), { recursive: true })
    writeFileSync(join(ground, path), `${text}\n`)
  }
  cpSync('tsconfig.json', join(ground, 'tsconfig.json'))
  cpSync('.dependency-cruiser.cjs', join(ground, 'walls.cjs'))
  symlinkSync(resolve('node_modules'), join(ground, 'node_modules'))
  const run = spawnSync(
    process.execPath,
    [
      resolve('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
      'src',
      '--config',
      'walls.cjs',
      '-T',
      'json',
    ],
    { cwd: ground, encoding: 'utf8', maxBuffer: 1 << 26 },
  )
  const report = JSON.parse(run.stdout) as { summary: { violations: { rule: { name: string } }[] } }
  broken = report.summary.violations.map(({ rule }) => rule.name)
}, 30_000)

afterAll(() => rmSync(ground, { recursive: true, force: true }))

test.each(Object.keys(PLANTED))('the wall %s can fall', (wall) => {
  expect(broken).toContain(wall)
})

test('every wall has its planted violation', async () => {
  const { forbidden } = (await import(resolve('.dependency-cruiser.cjs'))).default as { forbidden: { name: string }[] }
  expect(forbidden.map(({ name }) => name).sort()).toEqual(Object.keys(PLANTED).sort())
})
