import { useEffect, useState } from 'react'

const REST_MS = 350

/** The value once it has stopped moving; the same object while it says the same. */
export function useRested<T>(value: T): T {
  const text = JSON.stringify(value)
  const [rested, setRested] = useState({ value, text })
  useEffect(() => {
    const timer = setTimeout(() => setRested({ value: JSON.parse(text) as T, text }), REST_MS)
    return () => clearTimeout(timer)
  }, [text])
  return rested.value
}
