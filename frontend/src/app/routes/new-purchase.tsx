import { useMe } from '../../features/account/use-me'
import { StartPage } from '../../features/drafting/start-page'

/** A new purchase begins with the department's own place and the writer as its contact. */
export default function NewPurchaseRoute() {
  const who = useMe()
  return <StartPage region={who?.department?.regionCode ?? null} contact={who?.account.displayName ?? ''} />
}
