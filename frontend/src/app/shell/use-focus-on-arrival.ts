import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

/** A new page takes the focus to its beginning, so that the next Tab starts there; filters and parts of a page do not. */
export function useFocusOnArrival() {
  const main = useRef<HTMLElement>(null)
  const { pathname, hash } = useLocation()
  const seen = useRef(pathname)
  useEffect(() => {
    if (seen.current === pathname) return
    seen.current = pathname
    if (hash === '') main.current?.focus({ preventScroll: true })
  }, [pathname, hash])
  return main
}
