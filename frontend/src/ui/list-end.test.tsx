import { fireEvent, render, screen } from '@testing-library/react'
import { MemoryRouter, useLocation } from 'react-router'
import { expect, test, vi } from 'vitest'
import { InnerListEnd } from './inner-list-end'
import { ListEnd } from './list-end'

const page = { items: ['甲', '乙'], total: 9, totalIsLowerBound: false }

const list = (pages: (typeof page)[], fetchNextPage: () => void) => ({
  data: { pages },
  hasNextPage: true,
  isFetching: false,
  isFetchingNextPage: false,
  isPlaceholderData: false,
  fetchNextPage,
})

const Address = () => <output title="address">{decodeURIComponent(useLocation().search)}</output>
const address = () => screen.getByTitle('address').textContent
const more = () => screen.getByRole('button')
const said = () => document.querySelector('p')?.textContent

test('how many pages are open stands in the address, and those that are wanted are fetched', () => {
  const next = vi.fn()
  render(
    <MemoryRouter initialEntries={['/?q=助餐']}>
      <ListEnd query={list([page], next)} />
      <Address />
    </MemoryRouter>,
  )
  expect(said()).toMatch(/2.*9/)
  expect(next).not.toHaveBeenCalled()
  fireEvent.click(more())
  expect(address()).toBe('?q=助餐&n=2')
  expect(next).toHaveBeenCalledOnce()
  expect(more().getAttribute('aria-busy')).toBe('true')
})

test('of a list beside others the address says nothing', () => {
  const next = vi.fn()
  render(
    <MemoryRouter>
      <InnerListEnd query={list([page, page], next)} />
      <Address />
    </MemoryRouter>,
  )
  expect(said()).toMatch(/4.*9/)
  fireEvent.click(more())
  expect(next).toHaveBeenCalledOnce()
  expect(address()).toBe('')
})

test('below an empty list stands nothing', () => {
  const none = list([{ items: [], total: 0, totalIsLowerBound: false }], () => {})
  expect(render(<InnerListEnd query={none} />).container.textContent).toBe('')
})
