import { expect, test } from 'vitest'
import { instantOf, localOf, mondayOf, plusDays } from '../../lib/beijing-time'
import { fenOf, typedYuan } from '../../lib/yuan-input'
import { purchase } from '../../test/fixtures'
import { differences } from './differences'
import { blankLot, blankRequirement, draftOf, formOf, requirementOf, weightsOf } from './draft-form'
import { draftShape } from './shape'

test.each([
  ['98,000', 9_800_000],
  ['98000 元', 9_800_000],
  ['9.8万', 9_800_000],
  ['9.8 万元', 9_800_000],
  ['0.01', 1],
  ['12，345.6', 1_234_560],
  ['9.876543万', 9_876_543],
  ['１０００', 100_000],
  ['￥９８，０００．５０', 9_800_050],
])('%s is read as %d fen', (typed, fen) => expect(fenOf(typed)).toBe(fen))

test.each(['', 'abc', '-1', '0', '0.001', '1e5', '9.8765432万', '1.2.3'])('%j is no amount', (typed) =>
  expect(fenOf(typed)).toBeUndefined(),
)

test('a saved amount stands in the field as it is written', () => {
  expect(typedYuan(9_800_000)).toBe('98,000')
  expect(typedYuan(1_234_505)).toBe('12,345.05')
  expect(typedYuan(null)).toBe('')
})

test('a deadline is meant in Beijing, wherever the browser stands', () => {
  expect(instantOf('2026-12-15T17:00')).toBe('2026-12-15T09:00:00.000Z')
  expect(localOf('2026-12-15T09:00:00Z')).toBe('2026-12-15T17:00')
  expect(instantOf('')).toBeNull()
})

test('weeks of the calendar begin on Monday, also across the year', () => {
  expect(mondayOf('2026-11-23')).toBe('2026-11-23')
  expect(mondayOf('2026-11-29')).toBe('2026-11-23')
  expect(mondayOf('2027-01-01')).toBe('2026-12-28')
  expect(plusDays('2026-12-30', 3)).toBe('2027-01-02')
})

test('what is not written is sent as missing, not as empty', () => {
  const draft = draftOf({ ...formOf(purchase({ title: null })), lots: [blankLot()] })
  expect(draft.title).toBeNull()
  expect(draft.bidDeadline).toBeNull()
  expect(draft.lots?.[0]).toMatchObject({ title: null, categoryCode: null, budgetFen: null, requirements: [] })
})

test('a requirement carries only the parameters of its kind', () => {
  expect(
    requirementOf({ ...blankRequirement('PROFESSIONAL_STAFF'), qualification: 'SOCIAL_WORKER', count: '2' }),
  ).toEqual({ kind: 'PROFESSIONAL_STAFF', qualification: 'SOCIAL_WORKER', count: 2 })
  const read = formOf(
    purchase({
      lots: [
        {
          ...({ id: 'l1', title: '', categoryCode: null, serviceRegionCodes: [], budgetFen: null } as never as object),
          requirements: [{ kind: 'SPECIAL_QUALIFICATION', qualification: 'X', text: '具有有效的 X' }],
          criteria: [],
        } as never,
      ],
    }),
  )
  expect(read.lots[0]?.requirements[0]?.text).toBe('')
})

test('reading and writing again changes nothing', () => {
  const form = formOf(purchase({ title: '助餐', description: '每天一餐' }))
  expect(differences(form, formOf(purchase({ title: '助餐', description: '每天一餐' })))).toEqual([])
})

test('two versions differ leaf by leaf', () => {
  const mine = { ...formOf(purchase({ title: '助餐' })), lots: [blankLot(['510104023'])] }
  const theirs = { ...formOf(purchase({ title: '送餐' })), lots: [] }
  expect(differences(mine, theirs)).toEqual([
    { path: 'title', mine: '助餐', theirs: '送餐' },
    { path: 'lots.0.serviceRegionCodes', mine: '510104023', theirs: null },
  ])
})

test('points are added up as far as they are numbers', () => {
  expect(weightsOf([{ weight: '50' }, { weight: '' }, { weight: '3x' }, { weight: '20' }])).toBe(73)
})

test('the shape accepts what is missing and refuses what is malformed', () => {
  const blank = { ...formOf(purchase({})), lots: [blankLot()] }
  expect(draftShape.safeParse(blank).success).toBe(true)
  const wrong = {
    ...blank,
    title: '长'.repeat(201),
    lots: [
      {
        ...blankLot(),
        budgetFen: '很多',
        criteria: [{ name: '价格', weight: '101', kind: 'PRICE' as const, objective: false }],
      },
    ],
    contact: { name: '', phone: '12', email: 'nobody' },
  }
  const issues = draftShape.safeParse(wrong).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
  expect(issues).toEqual([
    'title tooLong',
    'lots.0.budgetFen amount',
    'lots.0.criteria.0.weight weight',
    'contact.phone phone',
    'contact.email email',
  ])
})

test('points in wide digits are points', () => {
  expect(weightsOf([{ weight: '３０' }, { weight: '70' }])).toBe(100)
  const criteria = [{ name: '服务方案', weight: '３０', kind: 'QUALITY' as const, objective: false }]
  const wide = { ...formOf(purchase()), lots: [{ ...blankLot([]), criteria }] }
  expect(draftShape.safeParse(wide).success).toBe(true)
  expect(draftOf(wide).lots?.[0]?.criteria?.[0]?.weight).toBe(30)
})
