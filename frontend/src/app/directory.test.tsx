import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import type { OrganizationPage, OrganizationSummary } from '../api/types'
import { FEDERATION, STREET } from '../test/fixtures'
import { renderPage } from '../test/render-page'
import { server } from '../test/server'

const group: OrganizationSummary = {
  id: 'o1',
  name: '桐梓互助会',
  kind: 'FILED_GROUP',
  legalForm: null,
  creditCode: null,
  filingNumber: 'BA-510104023-2025-0001',
  region: STREET,
  grade: null,
  status: 'ACTIVE',
  categories: [],
  federation: FEDERATION,
  highlight: '桐梓<em>互助</em>会',
}

const found = (items: OrganizationSummary[]): OrganizationPage => ({
  items,
  total: items.length,
  totalIsLowerBound: false,
  next: null,
  facets: {
    region: [{ key: '5101', name: '成都市', count: 7 }],
    category: [{ key: 'A', name: '公共服务', count: 5 }],
    kind: [{ key: 'FILED_GROUP', name: '备案社区团队', count: 6 }],
    legalForm: [],
    legalPerson: [],
    minGrade: [{ key: 'A3', name: '3A 级及以上', count: 2 }],
    status: [{ key: 'ACTIVE', name: '备案有效', count: 4 }],
    federated: [{ key: 'false', name: '没有加入联合会', count: 3 }],
  },
})

test('every choice says how many it leaves and leads to its own address', async () => {
  const asked: string[] = []
  server.use(
    http.get('/api/organizations', ({ request }) => {
      asked.push(new URL(request.url).search)
      return HttpResponse.json(found([group]))
    }),
    http.get('/api/regions', () =>
      HttpResponse.json([{ code: '5101', name: '成都市', level: 2, parent: '51', childCount: 20 }]),
    ),
  )
  const { router } = renderPage('/organizations')
  const place = await screen.findByLabelText('市（州）')
  expect(await within(place).findByRole('option', { name: '成都市 (7)' })).toBeTruthy()
  expect(screen.getByRole('option', { name: '3A 级及以上 (2)' })).toBeTruthy()
  fireEvent.change(screen.getByLabelText('联合会'), { target: { value: 'false' } })
  await waitFor(() => expect(router.state.location.search).toBe('?federated=false'))
  fireEvent.change(screen.getByLabelText('现在的状态'), { target: { value: 'ACTIVE' } })
  await waitFor(() => expect(asked.at(-1)).toContain('status=ACTIVE&federated=false'))
  expect(screen.getByText('互助').tagName).toBe('MARK')
})

test('names are offered while one types', async () => {
  server.use(
    http.get('/api/organizations', () => HttpResponse.json(found([]))),
    http.get('/api/organizations/suggestions', () =>
      HttpResponse.json({ items: [{ text: '春熙路街道联合会', kind: 'ORGANIZATION' }] }),
    ),
  )
  const { container } = renderPage('/organizations')
  fireEvent.change(await screen.findByLabelText('名称、统一社会信用代码或备案号'), { target: { value: '春熙' } })
  await waitFor(() =>
    expect(container.querySelector('datalist option')?.getAttribute('value')).toBe('春熙路街道联合会'),
  )
})
