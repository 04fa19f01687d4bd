import { expect, test } from 'vitest'
import { purchase } from '../../test/fixtures'
import { changesOf, correctionOf } from './correction-form'
import { blankLot, formOf } from './draft-form'

const lot = {
  id: 'l1',
  number: 1,
  title: '助餐',
  categoryCode: 'A0402-01',
  category: null,
  serviceRegionCodes: [],
  serviceRegions: [],
  budgetFen: 9_800_000,
  description: '每日三十份',
  requirements: [],
  criteria: [{ name: '价格', weight: 100, kind: 'PRICE' as const, objective: false }],
  repeats: null,
}
/** With seconds, which the control does not show. */
const call = purchase({
  state: 'PUBLISHED',
  lots: [lot],
  bidDeadline: '2026-12-15T09:00:30Z',
  openingAt: '2026-12-15T09:00:30Z',
})

test('what nobody touched is not sent, nor a moment that lost its seconds on the way', () => {
  expect(changesOf(formOf(call), call)).toEqual({})
})

test('only what was changed is sent, and never what a correction may not change', () => {
  const form = formOf(call)
  const changed = {
    ...form,
    title: '别的',
    description: '新的要求',
    bidDeadline: '2026-12-16T17:00',
    lots: [{ ...blankLot(), ...form.lots[0], budgetFen: '1', description: '每日四十份' }],
  }
  expect(changesOf(changed, call)).toEqual({
    description: '新的要求',
    bidDeadline: '2026-12-16T09:00:00.000Z',
    lots: [{ description: '每日四十份' }],
  })
})

test('what was prepared before stands in the form again', () => {
  const prepared = {
    reason: '写错了',
    changes: [],
    findings: [],
    deadlineBefore: call.bidDeadline ?? '',
    concernsBids: true,
    earliest: null,
    officialPublication: null,
    writtenBy: '经办人',
    own: true,
    text: {
      description: '新的要求',
      lots: [{ description: '每日四十份', criteria: lot.criteria }],
      bidDeadline: '2026-12-16T09:00:00Z',
      openingAt: null,
      contact: call.contact,
      lowPrice: call.lowPrice,
      statutory: call.statutory,
    },
  }
  const form = correctionOf(call, prepared)
  expect(form.description).toBe('新的要求')
  expect(form.lots[0]?.description).toBe('每日四十份')
  expect(form.lots[0]?.budgetFen).toBe('98,000')
  expect(form.bidDeadline).toBe('2026-12-16T17:00')
})
