import { screen } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { federationDetails, hit, searchPage } from '../test/fixtures'
import { renderPage } from '../test/render-page'
import { problem, server } from '../test/server'

const body = () =>
  server.use(
    http.get('/api/organizations/o1', () =>
      HttpResponse.json(federationDetails({ members: [], id: 'o1', name: '春熙助老中心' })),
    ),
  )

test('a profile lists the results and acceptances that name the body, and leads to all of them', async () => {
  body()
  const asked: URLSearchParams[] = []
  server.use(
    http.get('/api/notices', ({ request }) => {
      asked.push(new URL(request.url).searchParams)
      return HttpResponse.json(
        searchPage([hit({ id: 'n9', type: 'RESULT', title: '助餐服务 结果公示' })], { total: 12, next: 'x' }),
      )
    }),
  )
  renderPage('/organizations/o1')
  const link = await screen.findByRole('link', { name: '助餐服务 结果公示' })
  expect(link.getAttribute('href')).toBe('/notices/n9')
  expect(asked[0]?.get('q')).toBe('"春熙助老中心"')
  expect(asked[0]?.getAll('type')).toEqual(['RESULT', 'ACCEPTANCE'])
  const all = screen.getByRole('link', { name: '看全部 12 份公告' })
  expect(new URLSearchParams(all.getAttribute('href')?.split('?')[1]).get('q')).toBe('"春熙助老中心"')
})

test('without any it says so, and without search it says that', async () => {
  body()
  server.use(http.get('/api/notices', () => HttpResponse.json(searchPage([]))))
  const { unmount } = renderPage('/organizations/o1')
  expect(await screen.findByText('平台上还没有写明由它承接的结果公告或验收公告。')).toBeTruthy()
  unmount()
  server.use(http.get('/api/notices', () => problem(503, '/problems/search/unavailable')))
  renderPage('/organizations/o1')
  expect(await screen.findByText('中标（成交）和验收的公告现在读不到，请稍后再看。')).toBeTruthy()
})
