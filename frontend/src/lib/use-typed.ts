import { useState } from 'react'

/**
 * What is typed into a field whose truth stands in the address: going back also brings back what stood there. The address is followed while
 * rendering, for an effect would come after the first letter and take it away.
 */
export function useTyped(asked: string) {
  const [typed, setTyped] = useState(asked)
  const [shown, setShown] = useState(asked)
  if (asked !== shown) {
    setShown(asked)
    setTyped(asked)
  }
  return [typed, setTyped] as const
}
