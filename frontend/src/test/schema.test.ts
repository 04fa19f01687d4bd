import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('the types are what the snapshot of the contract generates', () => {
  const generated = spawnSync(process.execPath, ['node_modules/openapi-typescript/bin/cli.js', 'openapi.json'], {
    encoding: 'utf8',
    // The types are longer than what a child may say by itself (1 MiB).
    maxBuffer: 1 << 26,
  })
  expect(generated.status, generated.stderr).toBe(0)
  expect(readFileSync('src/api/schema.d.ts', 'utf8'), 'run `npm run api`').toBe(generated.stdout)
})
