import { useEffect } from 'react'

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** The first way into each row of the list on the page: `[data-list]` holds `[data-row]`s. */
const rows = () =>
  [...document.querySelectorAll<HTMLElement>('[data-list] [data-row]')].flatMap(
    (row) => row.querySelector<HTMLElement>('a[href], button') ?? [],
  )

function step(by: 1 | -1) {
  const stops = rows()
  const here = document.activeElement?.closest('[data-row]')
  const at = stops.findIndex((stop) => stop.closest('[data-row]') === here)
  const next = stops[at < 0 ? (by === 1 ? 0 : stops.length - 1) : at + by]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

/** `/` search, `j k` through lists, `?` help; silent while one types, and wholly when switched off. */
export function useKeyboard(on: boolean, { search, help }: { search: () => void; help: () => void }) {
  useEffect(() => {
    if (!on) return
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
      if (document.querySelector('dialog[open]') !== null) return
      const acts: Record<string, () => void> = { '/': search, '?': help, j: () => step(1), k: () => step(-1) }
      const act = acts[event.key]
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [on, search, help])
}
