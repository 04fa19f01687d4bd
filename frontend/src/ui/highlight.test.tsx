import { render } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Highlight } from './highlight'

const ESCAPED = '&ldquo;长者&rdquo;<em>助餐</em> &lt;b&gt;A&amp;B&lt;/b&gt; <img src=x> &amp;lt;'

test('entities are read, marks are marks, tags are text', () => {
  const { container } = render(<Highlight text={ESCAPED} />)
  expect(container.textContent).toBe('“长者”助餐 <b>A&B</b> <img src=x> &lt;')
  expect(container.querySelectorAll('mark')).toHaveLength(1)
  expect(container.querySelector('img, b')).toBeNull()
})
