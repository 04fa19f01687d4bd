import { screen, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import type { OrganizationDetails, RegistryFact } from '../api/types'
import { federationDetails } from '../test/fixtures'
import { renderPage } from '../test/render-page'
import { server } from '../test/server'

const fact = (more: Partial<RegistryFact>): RegistryFact => ({
  kind: 'HEAD',
  kindName: '法定代表人',
  value: '示例负责人',
  valueName: '示例负责人',
  number: null,
  from: '2020-05-06',
  to: null,
  knownAt: '2026-01-02T02:00:00Z',
  source: '登记',
  unconfirmed: false,
  state: 'VALID',
  ...more,
})

const REGISTRATION: NonNullable<OrganizationDetails['registration']> = {
  registrationAuthority: '锦江区民政局',
  competentUnit: '春熙路街道办事处',
  industryUnit: null,
  purpose: null,
  activityArea: '春熙路街道',
  fundsFen: 3_000_000,
  institutionKind: null,
  foundationKind: null,
  charity: false,
  publicFundraising: null,
  certificateFrom: '2024-01-01',
  certificateTo: null,
  partyKind: 'JOINT',
  partyName: null,
  individualMembers: 60,
  unitMembers: 12,
  council: 9,
  supervisors: 1,
}

function shows(more: Partial<OrganizationDetails>) {
  server.use(http.get('/api/organizations/f1', () => HttpResponse.json(federationDetails({ members: [], ...more }))))
  renderPage('/organizations/f1')
}

test('the public reads what the certificate says, who leads, and how many work there', async () => {
  shows({
    registration: REGISTRATION,
    facts: [
      fact({}),
      fact({ kind: 'HEADCOUNT', kindName: '从业人数', value: '2024', valueName: '2024 年度', number: 5 }),
      fact({ kind: 'HEADCOUNT', kindName: '从业人数', value: '2025', valueName: '2025 年度', number: 0 }),
      fact({
        kind: 'TAX',
        kindName: '税收资格',
        value: 'INCOME_EXEMPTION',
        valueName: '非营利组织免税资格',
        to: '2027-12-31',
      }),
    ],
  })
  const part = (await screen.findByRole('heading', { name: '登记信息' })).closest('section') as HTMLElement
  for (const words of ['锦江区民政局', '春熙路街道', '30,000 元', '60 人', '12 个', '9 人', '联合组建']) {
    expect(within(part).getByText(words), words).toBeTruthy()
  }
  expect(within(part).getByText(/示例负责人/)).toBeTruthy()
  expect(within(part).getByText(/0 人（2025 年末）/)).toBeTruthy()
  expect(within(part).queryByText('宗旨')).toBeNull()
  expect(screen.getByText(/非营利组织免税资格 · 有效到 2027年12月31日/)).toBeTruthy()
})

test('nothing on record says so', async () => {
  const empty = Object.fromEntries(Object.keys(REGISTRATION).map((item) => [item, null]))
  shows({ registration: empty as unknown as typeof REGISTRATION })
  expect(await screen.findByText('登记机关还没有录入证书上的事项。')).toBeTruthy()
})
