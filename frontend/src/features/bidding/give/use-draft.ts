import { useEffect, useState } from 'react'
import { type BidDraft, forgetDraft, isOfDraft, recallDraft, rememberDraft } from './bid-draft'

/** The draft that this browser keeps; another tab that writes the same one is told of, for the later of the two would win unnoticed. */
export function useDraft(organization: string, lot: string) {
  const [draft, setDraft] = useState(() => recallDraft(organization, lot))
  const [elsewhere, setElsewhere] = useState(false)
  useEffect(() => {
    const heard = (event: StorageEvent) => {
      if (isOfDraft(event.key, organization, lot) && event.newValue !== null) setElsewhere(true)
    }
    window.addEventListener('storage', heard)
    return () => window.removeEventListener('storage', heard)
  }, [organization, lot])
  const change = (changed: BidDraft) => {
    setDraft(changed)
    rememberDraft(organization, lot, changed)
  }
  return {
    draft,
    change,
    clear: () => setDraft(forgetDraft(organization, lot)),
    /** Another tab has written it since. */
    elsewhere,
    takeOver: () => {
      setDraft(recallDraft(organization, lot))
      setElsewhere(false)
    },
    keepOwn: () => {
      change(draft)
      setElsewhere(false)
    },
  }
}
