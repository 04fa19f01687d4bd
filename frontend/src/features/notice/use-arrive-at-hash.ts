import { useEffect } from 'react'
import { useLocation } from 'react-router'

/** A link to a part of the page brings the eye and the focus there, once that part stands. */
export function useArriveAtHash() {
  const { hash } = useLocation()
  useEffect(() => {
    if (hash.length < 2) return
    const target = document.getElementById(hash.slice(1))
    target?.scrollIntoView({ block: 'start' })
    target?.focus({ preventScroll: true })
  }, [hash])
}
