import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { ChoiceBox } from './choice-box'

const CHOICES = [
  { key: '510104023', name: '春熙路街道', detail: '成都市 锦江区' },
  { key: '510105001', name: '草堂街道', detail: '成都市 青羊区' },
]

test('a choice is found by typing and told by its key', async () => {
  const choose = vi.fn()
  render(<ChoiceBox label="地区" choices={CHOICES} chosen={null} onChoose={choose} none="没有" />)
  const box = screen.getByRole('combobox', { name: '地区' })
  act(() => box.focus())
  fireEvent.change(box, { target: { value: '草堂' } })
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1))
  fireEvent.keyDown(box, { key: 'ArrowDown' })
  fireEvent.keyDown(box, { key: 'Enter' })
  expect(choose).toHaveBeenCalledWith('510105001')
})
