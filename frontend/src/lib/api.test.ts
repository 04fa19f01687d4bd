import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { problem, server } from '../test/server'
import { answer, api, done } from './api'
import { platformNow, setPlatformNow } from './clock'
import { ProblemError } from './problem'

const failure = (call: Promise<unknown>) =>
  call.then(
    () => expect.unreachable('it should have failed'),
    (error: unknown) => error as ProblemError,
  )

test('a refusal keeps the words of the server', async () => {
  const errors = [{ pointer: '/lots/0/budgetFen', code: 'purchase/over-limit', detail: '超过限额' }]
  server.use(http.get('/api/statistics', () => problem(422, '/problems/purchase/invalid', { detail: '有错', errors })))
  const error = await failure(answer(api.GET('/api/statistics')))
  expect(error).toBeInstanceOf(ProblemError)
  expect(error.message).toBe('有错')
  expect(error.problem.errors).toEqual(errors)
})

test('an answer that is no problem document becomes one, with the time to wait', async () => {
  server.use(
    http.get(
      '/api/statistics',
      () => new HttpResponse('<h1>no</h1>', { status: 503, headers: { 'Retry-After': '7' } }),
    ),
  )
  const error = await failure(answer(api.GET('/api/statistics')))
  expect(error.status).toBe(503)
  expect(error.retryAfter).toBe(7)
})

test('nobody answering is a problem of status 0', async () => {
  server.use(http.get('/api/statistics', () => HttpResponse.error()))
  const error = await failure(answer(api.GET('/api/statistics')))
  expect(error.status).toBe(0)
  expect(error.message).toBe('没有连上服务。填写的都还在，请稍后再试。')
})

test('a cancelled call stays a cancellation', async () => {
  server.use(http.get('/api/statistics', () => HttpResponse.json({})))
  const error = await failure(answer(api.GET('/api/statistics', { signal: AbortSignal.abort() })))
  expect(error.name).toBe('AbortError')
})

test('a change carries the CSRF token and the language, a read only the language', async () => {
  const seen: (string | null)[] = []
  server.use(
    http.get('/api/session/csrf', () => new HttpResponse(null, { status: 204 })),
    http.delete('/api/session', ({ request }) => {
      seen.push(request.headers.get('X-XSRF-TOKEN'), request.headers.get('Accept-Language'))
      return new HttpResponse(null, { status: 204 })
    }),
  )
  // biome-ignore lint/suspicious/noDocumentCookie: the server sets it in life
  document.cookie = 'XSRF-TOKEN=abc%3D'
  await done(api.DELETE('/api/session'))
  expect(seen).toEqual(['abc=', 'zh-CN'])
})

test('repeated parameters are repeated, not joined', async () => {
  let query = ''
  server.use(
    http.get('/api/me/eligibility', ({ request }) => {
      query = new URL(request.url).search
      return HttpResponse.json({ items: [] })
    }),
  )
  await answer(api.GET('/api/me/eligibility', { params: { query: { notice: ['a', 'b'] } } }))
  expect(query).toBe('?notice=a&notice=b')
})

test('every answer tells the time that pages count by', async () => {
  const hour = 3_600_000
  const headers = { 'Goufu-Now': new Date(Date.now() + 2 * hour).toISOString() }
  server.use(http.get('/api/statistics', () => HttpResponse.json({}, { headers })))
  await answer(api.GET('/api/statistics'))
  expect(Math.round((platformNow().getTime() - Date.now()) / hour)).toBe(2)
  setPlatformNow(new Date())
})

test('a refusal tells it too', async () => {
  const hour = 3_600_000
  const headers = { 'Goufu-Now': new Date(Date.now() - hour).toISOString() }
  server.use(http.get('/api/statistics', () => HttpResponse.json({ status: 409 }, { status: 409, headers })))
  await failure(answer(api.GET('/api/statistics')))
  expect(Math.round((platformNow().getTime() - Date.now()) / hour)).toBe(-1)
  setPlatformNow(new Date())
})
