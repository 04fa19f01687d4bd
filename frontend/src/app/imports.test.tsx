import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import type { ImportRow, Me, RegistryImport } from '../api/types'
import words from '../locales/zh-CN/imports.json'
import { OFFICER } from '../test/fixtures'
import { renderPage } from '../test/render-page'
import { problem, server } from '../test/server'

const REGISTRAR: Me = {
  ...OFFICER,
  account: { id: 'a8', username: 'registrar', displayName: '登记员', roles: ['REGISTRAR'] },
  department: null,
  region: { code: '510114', name: '成都市 新都区' },
}

const one = (more: Partial<RegistryImport> = {}): RegistryImport => ({
  id: 'i1',
  kind: 'REGISTER',
  state: 'PREVIEW',
  unattended: false,
  byName: '登记员',
  fileName: '2026年台账.xlsx',
  fileSize: 12_000,
  createdAt: '2026-11-23T01:00:00Z',
  appliedAt: null,
  undoneAt: null,
  done: 0,
  total: 500,
  counts: { created: 12, changed: 300, unchanged: 168, refused: 20, undone: 0, kept: 0 },
  columns: [
    { heading: '名称', field: 'NAME' },
    { heading: '备注', field: null },
  ],
  problem: null,
  earlier: null,
  version: 3,
  ...more,
})

const row = (more: Partial<ImportRow> = {}): ImportRow => ({
  number: 2,
  outcome: 'CHANGED',
  name: '示例服务中心',
  creditCode: '52510114MJ9XX001XX',
  bodyId: 'b1',
  changes: { ADDRESS: ['老住所1号', '新住所9号'], CAPITAL: [null, '3000000'], INSPECTION_2025: [null, 'QUALIFIED'] },
  problems: [],
  undone: null,
  keptFor: null,
  ...more,
})

const page = <T,>(items: T[]) => ({ items, total: items.length, totalIsLowerBound: false, next: null })

function stands(states: RegistryImport[], rows: ImportRow[] = [row()]) {
  server.use(
    http.get('/api/me', () => HttpResponse.json(REGISTRAR)),
    http.get('/api/registry/imports', () => HttpResponse.json(page([]))),
    http.get('/api/registry/imports/i1', () => HttpResponse.json(states.length > 1 ? states.shift() : states[0])),
    http.get('/api/registry/imports/i1/rows', () => HttpResponse.json(page(rows))),
  )
}

test('a chosen file is sent at once, read while one watches, and nothing is written', async () => {
  stands([one({ state: 'READING', done: 120, total: 0 }), one()])
  const kinds: (string | null)[] = []
  server.use(
    http.post('/api/registry/imports', ({ request }) => {
      kinds.push(new URL(request.url).searchParams.get('kind'))
      return HttpResponse.json({ id: 'i1' }, { status: 201 })
    }),
  )
  renderPage('/registry/imports')
  fireEvent.click(await screen.findByRole('radio', { name: /活动异常名录/ }))
  const file = new File(['名称'], '名录.csv', { type: 'text/csv' })
  fireEvent.change(screen.getByLabelText('选择文件'), { target: { files: [file] } })
  expect(await screen.findByText('正在读取文件，还没有写入任何数据。')).toBeTruthy()
  expect(await screen.findByText('还没有写入任何数据。请看看下面的变化，再决定。')).toBeTruthy()
  expect(kinds).toEqual(['ABNORMAL_LIST'])
})

test('a file that is refused keeps the page and says why', async () => {
  stands([one()])
  server.use(
    http.post('/api/registry/imports', () => problem(422, '/problems/sheet/macros', { detail: '文件带有宏。' })),
  )
  renderPage('/registry/imports')
  const file = new File(['x'], '台账.xlsm')
  fireEvent.change(await screen.findByLabelText('选择文件'), { target: { files: [file] } })
  expect(await screen.findByText('文件带有宏。')).toBeTruthy()
})

test('every change stands there as old and new, in words', async () => {
  stands([one()])
  renderPage('/registry/imports/i1')
  expect((await screen.findByText('老住所1号')).tagName).toBe('DEL')
  expect(screen.getByText('新住所9号').tagName).toBe('INS')
  expect(screen.getByText('30,000 元')).toBeTruthy()
  expect(screen.getByText('2025 年度检查：').parentElement?.textContent).toContain('合格')
})

test('refused rows say which cell and why, and can be taken home', async () => {
  stands(
    [one()],
    [
      row({
        outcome: 'REFUSED',
        changes: {},
        problems: [{ column: '成立日期', code: 'date', detail: '看不懂日期“去年”。' }],
      }),
    ],
  )
  renderPage('/registry/imports/i1')
  expect(await screen.findByText(/看不懂日期“去年”。/)).toBeTruthy()
  expect(screen.getByRole('link', { name: '下载需要修改的 20 行' }).getAttribute('href')).toBe(
    '/api/registry/imports/i1/refused.xlsx',
  )
})

test('writing is asked for with its numbers, names the version, and is watched', async () => {
  stands([
    one(),
    one({ state: 'APPLYING', done: 250, version: 4 }),
    one({ state: 'APPLIED', appliedAt: '2026-11-23T02:00:00Z', version: 5 }),
  ])
  const tags: (string | null)[] = []
  server.use(
    http.post('/api/registry/imports/i1/application', ({ request }) => {
      tags.push(request.headers.get('If-Match'))
      return new HttpResponse(null, { status: 202 })
    }),
  )
  renderPage('/registry/imports/i1')
  fireEvent.click(await screen.findByRole('button', { name: '写入登记库' }))
  const dialog = await screen.findByRole('dialog')
  expect(within(dialog).getByText(/会新增 12 个组织，变更 300 个组织/)).toBeTruthy()
  expect(within(dialog).getByText(/需要修改的 20 行不会写入/)).toBeTruthy()
  fireEvent.click(within(dialog).getByRole('button', { name: '写入' }))
  expect(await screen.findByText('250 / 500 行')).toBeTruthy()
  expect(await screen.findByText(/还有 20 行没有写入。/)).toBeTruthy()
  expect(tags).toEqual(['"3"'])
  expect(screen.getByRole('button', { name: '撤销这次导入' })).toBeTruthy()
})

test('an import that changed meanwhile is not decided about unseen', async () => {
  stands([one()])
  server.use(http.post('/api/registry/imports/i1/application', () => problem(412, '/problems/http/version-stale')))
  renderPage('/registry/imports/i1')
  fireEvent.click(await screen.findByRole('button', { name: '写入登记库' }))
  fireEvent.click(await within(await screen.findByRole('dialog')).findByRole('button', { name: '写入' }))
  expect(await screen.findByText(/这次导入刚刚有了变化/)).toBeTruthy()
})

test('a column that was taken for something else can be chosen otherwise', async () => {
  stands([one()])
  const sent: unknown[] = []
  server.use(
    http.put('/api/registry/imports/i1/columns', async ({ request }) => {
      sent.push(await request.json())
      return new HttpResponse(null, { status: 202 })
    }),
  )
  renderPage('/registry/imports/i1')
  fireEvent.change(await screen.findByLabelText('备注'), { target: { value: 'HEAD' } })
  fireEvent.click(screen.getByRole('button', { name: '按新的对应重新读取' }))
  await waitFor(() => expect(sent).toEqual([{ fields: ['NAME', 'HEAD'] }]))
})

test('what undoing left alone is named', async () => {
  stands(
    [
      one({
        state: 'UNDONE',
        undoneAt: '2026-11-23T03:00:00Z',
        counts: { created: 1, changed: 1, unchanged: 0, refused: 0, undone: 1, kept: 1 },
      }),
    ],
    [row({ undone: false, keptFor: 'MEMBERSHIP' })],
  )
  renderPage('/registry/imports/i1')
  expect(await screen.findByText(/变更 · 已有会员关系，没有动/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '写入登记库' })).toBeNull()
})

const STEPS = [
  ['application', words.apply, one()],
  ['undoing', words.undo, one({ state: 'APPLIED', appliedAt: '2026-11-23T02:00:00Z' })],
  ['discarding', words.discard, one()],
] as const

test.each(STEPS)(
  '%s: why it is not possible stands in the dialog, also when nobody answers',
  async (step, said, now) => {
    stands([now])
    let down = false
    const refused = () =>
      down ? HttpResponse.error() : problem(409, '/problems/import/busy', { detail: '这次导入正在处理中。' })
    server.use(http.post(`/api/registry/imports/i1/${step}`, refused), http.delete('/api/registry/imports/i1', refused))
    renderPage('/registry/imports/i1')
    fireEvent.click(await screen.findByRole('button', { name: said.open }))
    const dialog = within(await screen.findByRole('dialog'))
    fireEvent.click(dialog.getByRole('button', { name: said.now }))
    expect(await dialog.findByText('这次导入正在处理中。')).toBeTruthy()
    down = true
    fireEvent.click(dialog.getByRole('button', { name: said.now }))
    expect(await dialog.findByText(words.unreachable)).toBeTruthy()
  },
)

test('columns that do not fit are refused, and the choice stays', async () => {
  stands([one()])
  server.use(
    http.put('/api/registry/imports/i1/columns', () =>
      problem(422, '/problems/import/mapping-invalid', { detail: '列的对应不对。' }),
    ),
  )
  renderPage('/registry/imports/i1')
  fireEvent.change(await screen.findByLabelText('备注'), { target: { value: 'HEAD' } })
  fireEvent.click(screen.getByRole('button', { name: words.columns.again }))
  expect(await screen.findByText('列的对应不对。')).toBeTruthy()
  expect(screen.getByLabelText<HTMLSelectElement>('备注').value).toBe('HEAD')
})

test('a file that did not arrive is said to be so', async () => {
  stands([one()])
  server.use(http.post('/api/registry/imports', () => HttpResponse.error()))
  renderPage('/registry/imports')
  fireEvent.change(await screen.findByLabelText(words.upload.file), {
    target: { files: [new File(['x'], '台账.csv')] },
  })
  expect(await screen.findByText(words.upload.unreachable)).toBeTruthy()
})
