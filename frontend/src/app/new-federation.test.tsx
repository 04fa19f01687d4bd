import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import type { Me } from '../api/types'
import { CLERK, FEDERATION, federationDetails, STREET } from '../test/fixtures'
import { renderPage } from '../test/render-page'
import { page, problem, server, signedIn } from '../test/server'

const COUNTY: Me = { ...CLERK, region: { code: '510104', name: '成都市 锦江区' } }
const ASSOCIATION = {
  id: 'o5',
  name: '春熙路街道社会组织协会',
  kind: 'LEGAL_PERSON',
  creditCode: '51510104MJQ1234567',
  region: { code: '510104', name: '锦江区' },
}

function standing(who: Me, federations: object[] = []) {
  signedIn(who)
  server.use(
    http.get('/api/regions/:code', () =>
      HttpResponse.json({ ...STREET, level: 4, parent: '510104', childCount: 3, path: [] }),
    ),
    http.get('/api/organizations', ({ request }) =>
      page(new URL(request.url).searchParams.get('kind') === 'FEDERATION' ? federations : [ASSOCIATION]),
    ),
  )
}

test('a clerk of the street searches, chooses, reads the sum and registers', async () => {
  standing(CLERK)
  const sent: unknown[] = []
  server.use(
    http.get('/api/organizations/f1', () => HttpResponse.json(federationDetails())),
    http.get('/api/federations/f1', () => HttpResponse.json(federationDetails())),
    http.post('/api/federations', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json({ id: 'f1', street: STREET }, { status: 201 })
    }),
  )
  const { router } = renderPage('/federations/new')
  fireEvent.click(await screen.findByRole('button', { name: '登记为联合会' }))
  expect(await screen.findByRole('link', { name: '请先查找并选一个社会团体' })).toBeTruthy()
  fireEvent.change(screen.getByLabelText('社会团体'), { target: { value: '春熙' } })
  fireEvent.click(screen.getByRole('button', { name: '查找' }))
  fireEvent.click(await screen.findByRole('button', { name: '选春熙路街道社会组织协会' }))
  expect(screen.getByText(/将登记：春熙路街道社会组织协会 担任/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '登记为联合会' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/federations/f1'))
  expect(sent).toEqual([{ organizationId: 'o5', streetCode: STREET.code }])
})

test('a refusal says which rule, and the choice stays', async () => {
  standing(CLERK)
  server.use(
    http.post('/api/federations', () =>
      problem(422, '/problems/federation/not-in-good-standing', {
        title: '登记状态不正常',
        detail: '请先移出异常名录',
      }),
    ),
  )
  renderPage('/federations/new')
  fireEvent.change(await screen.findByLabelText('社会团体'), { target: { value: '春熙' } })
  fireEvent.click(screen.getByRole('button', { name: '查找' }))
  fireEvent.click(await screen.findByRole('button', { name: '选春熙路街道社会组织协会' }))
  fireEvent.click(screen.getByRole('button', { name: '登记为联合会' }))
  expect(await within(await screen.findByRole('alert')).findByText('请先移出异常名录')).toBeTruthy()
  expect(screen.getByText(/将登记：春熙路街道社会组织协会/)).toBeTruthy()
})

test('a street that has one is told which', async () => {
  standing(CLERK, [{ ...FEDERATION, kind: 'FEDERATION' }])
  renderPage('/federations/new')
  expect(await screen.findByRole('link', { name: FEDERATION.name })).toBeTruthy()
  expect(screen.queryByRole('button', { name: '登记为联合会' })).toBeNull()
})

test('a county chooses among its streets that have none, those with most groups left out first', async () => {
  standing(COUNTY)
  const named = (code: string, name: string) => ({ code, name, level: 4, parent: '510104', childCount: 0 })
  server.use(
    http.get('/api/regions', () =>
      HttpResponse.json([
        named('510104024', '书院街街道'),
        named('510104025', '空白街道'),
        named(STREET.code, '春熙路街道'),
      ]),
    ),
    http.get('/api/indicators', () =>
      page([
        { region: STREET, federatedStreets: 0, unfederated: 17 },
        { region: { code: '510104024', name: '书院街街道' }, federatedStreets: 1, unfederated: 2 },
      ]),
    ),
  )
  const { router } = renderPage('/federations/new')
  const links = await screen.findAllByRole('link', { name: /街道$/ })
  expect(links.map(({ textContent }) => textContent)).toEqual(['春熙路街道', '空白街道'])
  fireEvent.click(screen.getByRole('link', { name: '春熙路街道' }))
  expect(await screen.findByRole('heading', { name: `由哪个社会团体担任${STREET.name}的联合会？` })).toBeTruthy()
  expect(router.state.location.search).toBe(`?street=${STREET.code}`)
})

test('above a county one goes down the tree', async () => {
  standing({ ...CLERK, region: { code: '5101', name: '成都市' } })
  server.use(
    http.get('/api/regions', () =>
      HttpResponse.json([{ code: '510104', name: '锦江区', level: 3, parent: '5101', childCount: 11 }]),
    ),
  )
  renderPage('/federations/new')
  expect((await screen.findByRole('link', { name: '锦江区' })).getAttribute('href')).toBe('/federations/new?in=510104')
})
