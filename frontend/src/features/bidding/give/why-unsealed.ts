import type { TFunction } from 'i18next'
import { ProblemError } from '../../../lib/problem'
import { UnprovenKey } from './proven-holders'
import { Unreadable } from './well-formed'

/** Why a bid was not sealed, and what to do. What the browser itself says of a file that is gone nobody need understand. */
export function whyUnsealed(failure: unknown, t: TFunction<'bid'>): string {
  if (failure instanceof UnprovenKey) return t('seal.unproven')
  if (failure instanceof Unreadable) return t('seal.unreadable')
  return failure instanceof ProblemError ? failure.message : t('seal.failed')
}
