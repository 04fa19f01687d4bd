import { createContext, use, useState } from 'react'
import type { z } from 'zod'
import { forget, recall, remember } from '../../lib/storage'

/** Whose words are kept: the name of the account that reads. */
export const KeptFor = createContext('')

/**
 * What was said and not yet sent: kept in this browser, so that a reload loses none of it, and of this account alone, for each evaluator
 * judges alone. The last of the three takes it away once it was sent.
 */
export function useKept<T>(place: string, shape: z.ZodType<T>, first: T) {
  const key = `evaluation.${use(KeptFor)}.${place}`
  const [said, setSaid] = useState(() => kept(key, shape) ?? first)
  const say = (next: T) => {
    remember(key, JSON.stringify(next))
    setSaid(next)
  }
  return [said, say, () => forget(key)] as const
}

/** Nothing where none is kept, or what is kept is of another shape than today's. */
function kept<T>(key: string, shape: z.ZodType<T>): T | undefined {
  try {
    return shape.parse(JSON.parse(recall(key) ?? 'null'))
  } catch {
    return undefined
  }
}
