import { expect, test } from 'vitest'
import { plainName } from './file-name'

test('a name reads as it is', () => {
  expect(plainName('证书\u202efdp.exe')).toBe('证书fdp.exe')
  expect(plainName('资质（副本）#1 & 100%.pdf')).toBe('资质（副本）#1 & 100%.pdf')
})
