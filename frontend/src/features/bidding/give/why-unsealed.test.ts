import type { TFunction } from 'i18next'
import { expect, test } from 'vitest'
import { ProblemError } from '../../../lib/problem'
import { malformed } from '../seal/fault'
import { UnprovenKey } from './proven-holders'
import { Unreadable } from './well-formed'
import { whyUnsealed } from './why-unsealed'

const why = (failure: unknown) => whyUnsealed(failure, ((key: string) => key) as unknown as TFunction<'bid'>)

test('what the platform says is shown as it says it', () => {
  expect(why(new ProblemError({ type: 'about:blank', title: '截止时间已过', status: 409 }))).toBe('截止时间已过')
  expect(why(new UnprovenKey('kid'))).toBe('seal.unproven')
  expect(why(new Unreadable('tech'))).toBe('seal.unreadable')
})

test('what the browser says of a changed file, or a worker that does not load, is said in words', () => {
  expect(why(new Error('NotReadableError: The requested file could not be read'))).toBe('seal.failed')
  expect(why(new Error(undefined))).toBe('seal.failed')
  expect(why(malformed('a manifest is shorter'))).toBe('seal.failed')
})
