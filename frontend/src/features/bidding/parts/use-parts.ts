import { useState } from 'react'
import type { Roster } from '../../../api/types'
import { draftOf, forgetParts, inOrderOf, isChanged, type PartsDraft, recallParts, rememberParts } from './parts-draft'

/** The roster in the making, beside the one that is saved. */
export interface Parts {
  roster: Roster
  draft: PartsDraft
  /** Whether something typed is not saved yet. */
  changed: boolean
  /** Whether the federation bids with groups at all. */
  together: boolean
  change: (draft: PartsDraft) => void
  saved: (roster: Roster) => void
  setTogether: (together: boolean) => void
}

export function useParts(organization: string, roster: Roster): Parts {
  const [draft, setDraft] = useState(() => recallParts(organization, roster))
  const [together, setTogether] = useState(() => draft.parts.length > 0)
  return {
    roster,
    draft,
    changed: isChanged(draft, roster),
    together,
    change: (changed) => {
      setDraft(changed)
      rememberParts(organization, roster.lotId, changed)
    },
    saved: (now) => {
      forgetParts(organization, now.lotId)
      setDraft((typed) => inOrderOf(typed, draftOf(now)))
    },
    setTogether,
  }
}
