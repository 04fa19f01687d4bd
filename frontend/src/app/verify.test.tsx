import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { fireEvent, screen } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { notice, purchase } from '../test/fixtures'
import { testLedger } from '../test/ledger'
import { renderPage } from '../test/render-page'
import { problem, server } from '../test/server'

const { key, receipts } = JSON.parse(
  readFileSync(join(process.cwd(), '../backend/src/test/resources/ledger/vectors.json'), 'utf8'),
) as { key: string; receipts: { text: string; fault: string | null }[] }

const bundles = JSON.parse(
  gunzipSync(readFileSync(join(process.cwd(), '../backend/src/test/resources/ledger/bundles.json.gz'))).toString(),
) as { key: string; bundles: { name: string; zip: string; kept: string[] }[] }
const bundleKey = bundles.key

const archive = (name: string) => {
  const zip = bundles.bundles.find((one) => one.name === name)?.zip ?? ''
  return Uint8Array.from(Buffer.from(zip, 'base64'))
}

const fileOf = (name: string) => new File([archive(name)], `${name}.zip`)

const receipt = (fault: string | null) => receipts.find((one) => one.fault === fault)?.text ?? ''

const keyStands = () => server.use(http.get('/api/ledger/key', () => new HttpResponse(`${key}\n`)))

const paste = (text: string) => fireEvent.change(screen.getByLabelText(/把回执内容粘贴/), { target: { value: text } })

const check = () => fireEvent.click(screen.getByRole('button', { name: '验证' }))

test('a pasted receipt is checked here, and what is wrong is said', async () => {
  keyStands()
  renderPage('/verify')
  expect(await screen.findByDisplayValue(/goufu.example.org\/ledger/)).toBeTruthy()
  paste(receipt(null))
  check()
  expect(await screen.findByRole('heading', { name: '回执有效' })).toBeTruthy()
  for (const [fault, words] of [
    ['SIGNATURE', /不是这个公钥对应的账本签的/],
    ['CHECKPOINT', /不是这个账本的状态/],
    ['ENTRY', /记的不是这件事/],
  ] as const) {
    paste(receipt(fault))
    check()
    expect(await screen.findByText(words)).toBeTruthy()
    expect(screen.getByRole('heading', { name: '回执无效' })).toBeTruthy()
  }
})

test('whatever kind of act was entered is said in words, and shown as it stands', async () => {
  const entered = await testLedger()
  renderPage('/verify')
  await screen.findByDisplayValue(/ledger.test/)
  paste(await entered({ kind: 'BID_REPLACED', lot: 'l1' }))
  check()
  expect(await screen.findByText('替换响应文件')).toBeTruthy()
  expect(screen.getByText('{"kind":"BID_REPLACED","lot":"l1"}')).toBeTruthy()
  paste(await entered({ kind: 'OF_ANOTHER_AGE' }))
  check()
  expect(await screen.findByText(/还不会用文字说明/)).toBeTruthy()
})

test('every kind of act that the contract knows has its words', () => {
  const read = (file: string) => JSON.parse(readFileSync(join(process.cwd(), file), 'utf8'))
  const kinds: string[] = read('openapi.json').components.schemas.LedgerActKind.enum
  for (const language of ['zh-CN', 'en'])
    expect(Object.keys(read(`src/locales/${language}/ledger.json`).kind).sort()).toEqual([...kinds].sort())
})

test('what is no receipt and no key is refused beside its field, and stays as typed', async () => {
  keyStands()
  renderPage('/verify')
  await screen.findByDisplayValue(/goufu.example.org\/ledger/)
  paste('你好')
  fireEvent.change(screen.getByLabelText(/账本公钥/), { target: { value: 'x' } })
  check()
  expect(await screen.findAllByText(/这不是存证回执/)).toHaveLength(2)
  expect(screen.getAllByText(/这不是账本公钥/)).toHaveLength(2)
  expect(screen.getByDisplayValue('你好')).toBeTruthy()
})

test('a notice leads to its own receipt, which is checked at once', async () => {
  keyStands()
  server.use(
    http.get('/api/notices/n1', () => HttpResponse.json(notice())),
    http.get('/api/purchases/p1', () => HttpResponse.json(purchase())),
    http.get('/api/ledger/entries', () =>
      HttpResponse.json({
        items: [{ index: 41, kind: 'NOTICE_PUBLISHED', subject: 'n1', enteredAt: '2026-11-23T01:12:00Z' }],
        total: 1,
        totalIsLowerBound: false,
        next: null,
      }),
    ),
    http.get('/api/ledger/entries/41/proof', () => new HttpResponse(receipt(null))),
  )
  renderPage('/notices/n1')
  expect(await screen.findByText(/是第 42 条/)).toBeTruthy()
  expect(screen.getByRole('link', { name: '下载回执' }).getAttribute('href')).toBe('/api/ledger/entries/41/proof')
  fireEvent.click(screen.getByRole('link', { name: '验证' }))
  expect(await screen.findByRole('heading', { name: '回执有效' })).toBeTruthy()
})

test('an entry that is not there is said to be not there', async () => {
  keyStands()
  server.use(http.get('/api/ledger/entries/99/proof', () => problem(404, '/problems/ledger/entry-not-found')))
  renderPage('/verify?entry=99')
  expect(await screen.findByText(/存证账本里没有这一条/)).toBeTruthy()
})

test('a chosen bundle is checked here: good, tampered with, or not wholly to be checked', async () => {
  server.use(http.get('/api/ledger/key', () => new HttpResponse(`${bundleKey}\n`)))
  renderPage('/verify')
  await screen.findByDisplayValue(/goufu.example.org\/ledger/)
  for (const [name, heading, words] of [
    ['HONEST 3', '验证包有效', /1 份公告与入账时一字不差/],
    ['ENTRY_DELETED', '验证包被改动过', /它前面缺少一条存证/],
    ['NOTICE_DELETED', '未能全部验证', /验证包里却没有/],
  ] as const) {
    fireEvent.change(screen.getByLabelText('选择回执或验证包'), { target: { files: [fileOf(name)] } })
    expect(await screen.findByRole('heading', { name: heading })).toBeTruthy()
    expect(screen.getByText(words)).toBeTruthy()
  }
  expect(screen.getByText('已选验证包：NOTICE_DELETED.zip')).toBeTruthy()
})

test('receipts that are chosen with a bundle are held against it', async () => {
  server.use(http.get('/api/ledger/key', () => new HttpResponse(`${bundleKey}\n`)))
  renderPage('/verify')
  await screen.findByDisplayValue(/goufu.example.org\/ledger/)
  const choose = (files: File[]) => fireEvent.change(screen.getByLabelText('选择回执或验证包'), { target: { files } })
  const keptWith = (name: string) =>
    (bundles.bundles.find((one) => one.name === name)?.kept ?? []).map(
      (text, at) => new File([text], `${at}.tlog-proof`),
    )
  choose([...keptWith('BID_LEFT_OUT'), fileOf('BID_LEFT_OUT')])
  expect(await screen.findByRole('heading', { name: '验证包被改动过' })).toBeTruthy()
  expect(screen.getByText(/与您保存的回执不符/)).toBeTruthy()
  choose([fileOf('HONEST RECEIPTS'), ...keptWith('HONEST RECEIPTS')])
  expect(await screen.findByRole('heading', { name: '验证包有效' })).toBeTruthy()
  expect(screen.getByText(/您保存的 \d+ 份回执都在其中/)).toBeTruthy()
  choose([fileOf('HONEST RECEIPTS'), new File(['hello'], 'hello.tlog-proof')])
  expect(await screen.findAllByText(/这不是存证回执/)).toHaveLength(2)
})

test('a damaged bundle is refused beside the field', async () => {
  keyStands()
  renderPage('/verify')
  await screen.findByDisplayValue(/goufu.example.org\/ledger/)
  const damaged = new File([archive('HONEST 0').slice(0, 300)], 'damaged.zip')
  fireEvent.change(screen.getByLabelText('选择回执或验证包'), { target: { files: [damaged] } })
  expect(await screen.findAllByText(/这不是验证包，或者文件已损坏/)).toHaveLength(2)
})

test('the bundle of a purchase is fetched and checked at once', async () => {
  const purchase = '0191d3c4-0000-7000-8000-000000000001'
  server.use(
    http.get('/api/ledger/key', () => new HttpResponse(`${bundleKey}\n`)),
    http.get(`/api/purchases/${purchase}/bundle`, () => new HttpResponse(archive('HONEST 1'))),
  )
  renderPage(`/verify?purchase=${purchase}`)
  expect(await screen.findByRole('heading', { name: '验证包有效' })).toBeTruthy()
})

test('a purchase that has none is said to have none', async () => {
  const purchase = '0191d3c4-0000-7000-8000-000000000002'
  keyStands()
  server.use(http.get(`/api/purchases/${purchase}/bundle`, () => problem(404, '/problems/ledger/bundle-not-found')))
  renderPage(`/verify?purchase=${purchase}`)
  expect(await screen.findByText(/它还没有发布过公告/)).toBeTruthy()
})
