import { lazy, Suspense } from 'react'
import { isTold, useMe } from '../../features/account/use-me'
import { loadWords } from '../../lib/i18n'

/** Comes after the page, and only for those who are told things. */
const SignedIn = lazy(async () => {
  const [{ SignedIn }] = await Promise.all([import('./signed-in'), loadWords('inbox')])
  return { default: SignedIn }
})

export function Live() {
  const who = useMe()
  if (who == null || !isTold(who)) return null
  return (
    <Suspense fallback={null}>
      <SignedIn key={who.account.id} who={who} />
    </Suspense>
  )
}
