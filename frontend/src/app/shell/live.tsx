import { lazy, Suspense } from 'react'
import { isTold, useMe } from '../../features/account/use-me'
import { loadWords } from '../../lib/i18n'

/** Comes after the page, and only for those who are told things. */
const LiveInbox = lazy(async () => {
  const [module] = await Promise.all([import('../../features/inbox/live-inbox'), loadWords('inbox')])
  return module
})

export function Live() {
  const who = useMe()
  if (!isTold(who)) return null
  return (
    <Suspense fallback={null}>
      <LiveInbox key={who?.account.id} />
    </Suspense>
  )
}
