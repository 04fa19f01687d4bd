import { recall, remember } from '../../lib/storage'
import type { DraftForm } from './draft-form'
import { draftShape } from './shape'

/** What was typed and not yet saved, kept in this browser. */
export interface LocalCopy {
  /** The version on the server that it was typed over. */
  version: number
  form: DraftForm
  at: string
  /** Of a correction: why. */
  reason?: string
}

const key = (id: string) => `draft.${id}`
/** The same object without the limits: also what is not well-formed yet must come back. */
const isForm = (value: unknown): value is DraftForm => {
  const read = draftShape.safeParse(value)
  return read.success || read.error.issues.every(({ code }) => code === 'custom' || code === 'too_big')
}

export function localCopy(id: string): LocalCopy | null {
  try {
    const kept = JSON.parse(recall(key(id)) ?? 'null') as LocalCopy | null
    return kept !== null && typeof kept.version === 'number' && isForm(kept.form) ? kept : null
  } catch {
    return null
  }
}

export const keepLocally = (id: string, copy: LocalCopy) => remember(key(id), JSON.stringify(copy))

export const dropLocalCopy = (id: string) => remember(key(id), '')
