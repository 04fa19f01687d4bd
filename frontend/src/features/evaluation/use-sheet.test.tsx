import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import type { ReactNode } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import type { Desk, SheetScore } from '../../api/types'
import { problem, server } from '../../test/server'
import { deskKey } from './queries'
import { cellOf, useSheet } from './use-sheet'

const LOT = '01a225c4-65b4-7001-8d32-b8bc4a093f42'
const example: Desk = JSON.parse(
  readFileSync(join(process.cwd(), '../backend/src/main/resources/openapi/scoreDesk.answer.json'), 'utf8'),
)
const desk: Desk = { ...example, lotId: LOT, sheet: { ...example.sheet, version: 0, scores: [] } }
const BID = desk.bids[0]?.id ?? ''
const CELL = cellOf(BID, 1)

afterEach(() => vi.restoreAllMocks())

/** The sheet as the server keeps it: one version after the other, whatever becomes of its answers. */
function kept() {
  const sheet = { version: 0, scores: [] as SheetScore[], lost: 0 }
  server.use(
    http.put(`/api/lots/${LOT}/scores`, async ({ request }) => {
      if (request.headers.get('If-Match') !== `"${sheet.version}"`) return problem(412, '/problems/http/version-stale')
      sheet.scores = ((await request.json()) as { scores: SheetScore[] }).scores
      sheet.version += 1
      if (sheet.lost-- > 0) return HttpResponse.error()
      return HttpResponse.json({ version: sheet.version })
    }),
    http.get(`/api/lots/${LOT}/scores`, () =>
      HttpResponse.json({ ...desk, sheet: { ...desk.sheet, version: sheet.version, scores: sheet.scores } }),
    ),
  )
  return sheet
}

function opened() {
  const client = new QueryClient()
  client.setQueryData(deskKey(LOT), desk)
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  return { client, ...renderHook(() => useSheet(desk), { wrapper }) }
}

/** How often the server is called because of it. */
async function callsWhile(deed: () => void) {
  const fetched = vi.spyOn(globalThis, 'fetch')
  act(deed)
  await new Promise((next) => setTimeout(next))
  return fetched.mock.calls.length
}

const reasons = (scores: SheetScore[]) => scores.map(({ reason }) => reason)

test('what was typed just before one leaves is kept, and there for whoever comes back', async () => {
  const sheet = kept()
  const { result, unmount, client } = opened()
  act(() => result.current.write(CELL, { reason: '方案可行' }))
  expect(sheet.version).toBe(0)
  unmount()
  await waitFor(() => expect(reasons(sheet.scores)).toEqual(['方案可行']))
  await waitFor(() => expect(client.getQueryData<Desk>(deskKey(LOT))?.sheet.version).toBe(1))
  expect(reasons(client.getQueryData<Desk>(deskKey(LOT))?.sheet.scores ?? [])).toEqual(['方案可行'])
})

test('who is about to sign learns what is kept, and whether another window wrote on it', async () => {
  const sheet = kept()
  const { result } = opened()
  act(() => result.current.write(CELL, { reason: '方案可行' }))
  expect(await act(() => result.current.save())).toEqual({ version: 1, asTyped: true })
  sheet.version = 2
  sheet.scores = [...sheet.scores, { bid: BID, item: 2, points: 500, reason: '另一窗口写的' }]
  expect(await act(() => result.current.save())).toEqual({ version: 3, asTyped: false })
  expect(reasons(sheet.scores)).toEqual(['方案可行', '另一窗口写的'])
})

test('a page that is put away keeps it at once, and once', async () => {
  const sheet = kept()
  const { result, unmount } = opened()
  act(() => result.current.write(CELL, { reason: '方案可行' }))
  act(() => void window.dispatchEvent(new Event('pagehide')))
  await waitFor(() => expect(result.current.kept).toBe('saved'))
  expect(sheet.version).toBe(1)
  expect(await callsWhile(unmount)).toBe(0)
})

test('of a bid that fell out while one typed nothing is sent', async () => {
  const sheet = kept()
  server.use(
    http.get(`/api/lots/${LOT}/scores`, () =>
      HttpResponse.json({
        ...desk,
        bids: desk.bids.map((bid) => ({ ...bid, counts: bid.id !== BID })),
        sheet: { ...desk.sheet, version: sheet.version, scores: sheet.scores },
      }),
    ),
  )
  const { result } = opened()
  const other = cellOf(desk.bids[1]?.id ?? '', 1)
  act(() => result.current.write(CELL, { reason: '已经出局' }))
  act(() => result.current.write(other, { reason: '方案可行' }))
  // Taking it out of the sheet made another version.
  sheet.version = 1
  await act(() => result.current.save())
  expect(reasons(sheet.scores)).toEqual(['方案可行'])
  expect(result.current.kept).toBe('saved')
})

test('who typed nothing sends nothing', async () => {
  kept()
  const { unmount } = opened()
  const leaving = () => {
    window.dispatchEvent(new Event('pagehide'))
    unmount()
  }
  expect(await callsWhile(leaving)).toBe(0)
})

test('after an answer was lost the next one is kept on top', async () => {
  const sheet = kept()
  sheet.lost = 1
  const { result } = opened()
  act(() => result.current.write(CELL, { reason: '方案' }))
  await act(() => result.current.save().catch(() => {}))
  expect(result.current.kept).toBe('failed')
  expect(sheet.version).toBe(1)
  act(() => result.current.write(CELL, { reason: '方案可行' }))
  await act(() => result.current.save())
  expect(result.current.kept).toBe('saved')
  expect(reasons(sheet.scores)).toEqual(['方案可行'])
})

/** What another window of the same person has kept meanwhile. */
function keptElsewhere(sheet: ReturnType<typeof kept>, reason: string, item = 1) {
  sheet.scores = [{ bid: BID, item, points: null, reason }]
  sheet.version += 1
}

test('what was typed in two windows is put together, and one is told', async () => {
  const sheet = kept()
  const { result } = opened()
  keptElsewhere(sheet, '另一窗口所写', 2)
  act(() => result.current.write(CELL, { reason: '这里所写' }))
  await act(() => result.current.save())
  expect(reasons(sheet.scores)).toEqual(expect.arrayContaining(['另一窗口所写', '这里所写']))
  expect(result.current.sheet[cellOf(BID, 2)]?.reason).toBe('另一窗口所写')
  expect(result.current.merged).toBe(true)
  expect(result.current.kept).toBe('saved')
})

test('where both windows wrote in one cell nothing is overwritten before one chooses', async () => {
  const sheet = kept()
  const { result } = opened()
  keptElsewhere(sheet, '另一窗口所写')
  act(() => result.current.write(CELL, { reason: '这里所写' }))
  await act(() => result.current.save().catch(() => {}))
  expect(result.current.kept).toBe('clash')
  expect(result.current.failure).toBeNull()
  expect(result.current.clash?.cells).toEqual([CELL])
  expect(reasons(sheet.scores)).toEqual(['另一窗口所写'])
  expect(result.current.sheet[CELL]?.reason).toBe('这里所写')
  await act(() => result.current.save().catch(() => {}))
  expect(reasons(sheet.scores)).toEqual(['另一窗口所写'])

  act(() => result.current.settle(true))
  await act(() => result.current.save())
  expect(reasons(sheet.scores)).toEqual(['这里所写'])
  expect(result.current.kept).toBe('saved')
})

test('one may take what the other window wrote', async () => {
  const sheet = kept()
  const { result } = opened()
  keptElsewhere(sheet, '另一窗口所写')
  act(() => result.current.write(CELL, { reason: '这里所写' }))
  await act(() => result.current.save().catch(() => {}))
  act(() => result.current.settle(false))
  expect(result.current.sheet[CELL]?.reason).toBe('另一窗口所写')
  await act(() => result.current.save())
  expect(reasons(sheet.scores)).toEqual(['另一窗口所写'])
  expect(result.current.clash).toBeNull()
})
