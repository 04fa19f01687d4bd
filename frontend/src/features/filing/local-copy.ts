import { recall, remember } from '../../lib/storage'
import type { FilingTyped } from './filing-form'
import type { Saved } from './mutations'

/** What was typed and not sent yet, kept in this browser. */
interface Copy {
  typed: FilingTyped
  saved: Saved | null
}

const key = (id: string | undefined) => `filing.${id ?? 'new'}`

export function localCopy(id: string | undefined): Copy | null {
  try {
    const kept = JSON.parse(recall(key(id)) ?? 'null') as Copy | null
    return kept !== null && typeof kept.typed?.name === 'string' ? kept : null
  } catch {
    return null
  }
}

export const keepLocally = (id: string | undefined, copy: Copy) => remember(key(id), JSON.stringify(copy))

export const dropLocalCopy = (id: string | undefined) => remember(key(id), '')
