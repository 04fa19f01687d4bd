import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fireEvent, screen } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { notice, purchase } from '../test/fixtures'
import { renderPage } from '../test/render-page'
import { problem, server } from '../test/server'

const { key, receipts } = JSON.parse(
  readFileSync(join(process.cwd(), '../backend/src/test/resources/ledger/vectors.json'), 'utf8'),
) as { key: string; receipts: { text: string; fault: string | null }[] }

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
