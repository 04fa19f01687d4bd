import { expect, test } from 'vitest'
import { readCredentials } from './credentials'

const SEALED = {
  format: 'goufu-cred/1',
  body: { id: 'b1', name: '锦江区荷邻社会工作服务中心' },
  asOf: '2026-11-28T02:00:00Z',
  digest: 'x',
  facts: [{ rule: 'R1', fact: '登记状态正常', day: '2026-11-28', verdict: 'MET' }],
  statements: [{ rule: 'C06', article: '有关规定', text: '负责人是否为在职领导干部：没有' }],
}

test('what the form has sealed is read again', () => {
  expect(readCredentials(JSON.stringify(SEALED))).toMatchObject({ statements: SEALED.statements })
})

test('what a stranger made otherwise is not shown', () => {
  expect(readCredentials('{')).toBeNull()
  expect(readCredentials(JSON.stringify({ ...SEALED, statements: 'none' }))).toBeNull()
  expect(readCredentials(JSON.stringify({ ...SEALED, facts: [{ fact: {}, verdict: 'MET' }] }))).toBeNull()
  expect(readCredentials(JSON.stringify({ ...SEALED, format: 'goufu-cred/9' }))).toBeNull()
})
