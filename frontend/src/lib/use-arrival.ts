import { useLayoutEffect, useRef } from 'react'

/**
 * What stands in the place of what was just done takes the focus, each time the count moves: it is read out, scrolled to, and the keys go on
 * from there, before it is painted. At zero nobody has done anything yet.
 */
export function useArrival<T extends HTMLElement>(count: number) {
  const place = useRef<T>(null)
  useLayoutEffect(() => {
    if (count > 0) place.current?.focus()
  }, [count])
  return place
}
