import { lazy, Suspense } from 'react'
import { loadWords } from '../../lib/i18n'
import { Skeleton } from '../../ui/skeleton'

const Signals = lazy(async () => {
  const [{ Signals }] = await Promise.all([import('./signals'), loadWords('signals')])
  return { default: Signals }
})

/** Comes with its words after the page: what is to be done stands above it. */
export function LateSignals({ lot }: { lot: string }) {
  return (
    <Suspense fallback={<Skeleton lines={4} />}>
      <Signals lot={lot} />
    </Suspense>
  )
}
