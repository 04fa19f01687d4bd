import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { FileField } from './file-field'

const file = (name: string) => new File(['x'], name)

test('a file is chosen in our own words, by its label, and its name stands there', () => {
  const chosen = vi.fn()
  const { rerender } = render(<FileField label="恢复文件" hint="以 goufu 开头" onChoose={chosen} />)
  const input = screen.getByLabelText('恢复文件')
  expect(screen.getByText('选择文件')).toBeTruthy()
  fireEvent.change(input, { target: { files: [file('a.json')] } })
  expect(chosen.mock.calls[0]?.[0][0].name).toBe('a.json')
  rerender(<FileField label="恢复文件" hint="以 goufu 开头" chosen="a.json" onChoose={chosen} />)
  expect(screen.getByText('已选择 a.json')).toBeTruthy()
  expect(screen.getByText('换一个文件')).toBeTruthy()
  const described = input.getAttribute('aria-describedby')?.split(' ') ?? []
  expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual(['以 goufu 开头', '已选择 a.json'])
})

test('what is dropped counts as chosen, one where one is asked for; beside the place the page stays', () => {
  const chosen = vi.fn()
  render(<FileField label="附件" onChoose={chosen} />)
  const place = screen.getByText('也可以把文件拖到这里')
  fireEvent.drop(place, { dataTransfer: { files: [file('a.pdf'), file('b.pdf')] } })
  expect(chosen.mock.calls[0]?.[0].map(({ name }: File) => name)).toEqual(['a.pdf'])
  // False: the browser would have opened it in the page's place.
  expect(fireEvent.drop(document.body, { dataTransfer: { files: [file('c.pdf')] } })).toBe(false)
  expect(chosen).toHaveBeenCalledTimes(1)
})

test('while one file is on its way no other is taken, and what need not be there can be left out', () => {
  const chosen = vi.fn()
  const cleared = vi.fn()
  render(<FileField label="附件" busy chosen="a.pdf" onChoose={chosen} onClear={cleared} />)
  fireEvent.change(screen.getByLabelText('附件'), { target: { files: [file('b.pdf')] } })
  expect(chosen).not.toHaveBeenCalled()
  fireEvent.click(screen.getByRole('button', { name: '移除 a.pdf' }))
  expect(cleared).toHaveBeenCalled()
})
