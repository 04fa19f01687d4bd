import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react'
import { suggestions } from './queries'

/** The state of a combobox whose list only helps: typing and Enter work without it. */
export function useSuggestions(words: string, choose: (text: string) => void) {
  const id = useId()
  const [shown, setShown] = useState(false)
  const [at, setAt] = useState(-1)
  const asked = useDeferredValue(words.trim())
  const { data = [] } = useQuery({ ...suggestions(asked), enabled: shown && asked.length > 0 })
  const items = shown && asked.length > 0 ? data : []
  const isOpen = items.length > 0
  const optionId = (index: number) => `${id}-${index}`

  const close = () => {
    setShown(false)
    setAt(-1)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !isOpen) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const chosen = items[at]
    if (step !== undefined) {
      event.preventDefault()
      setAt(((at + step + items.length + 1 + 1) % (items.length + 1)) - 1)
    } else if (event.key === 'Enter' && chosen !== undefined) {
      event.preventDefault()
      choose(chosen.text)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      close()
    }
  }
  return {
    items,
    at,
    listId: id,
    optionId,
    close,
    open: () => {
      setShown(true)
      setAt(-1)
    },
    input: {
      role: 'combobox',
      autoComplete: 'off',
      'aria-autocomplete': 'list' as const,
      'aria-expanded': isOpen,
      'aria-controls': id,
      'aria-activedescendant': at >= 0 ? optionId(at) : undefined,
      onKeyDown,
      onBlur: close,
    },
  }
}

export type Combo = ReturnType<typeof useSuggestions>
