import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { instantOf } from '../../lib/beijing-time'
import { useNow } from '../../lib/clock'
import { dateTime, timeLeft } from '../../lib/format'
import { useLanguage } from '../../lib/use-language'
import type { DraftForm } from './draft-form'

type Moment = 'bidDeadline' | 'openingAt' | 'statutory.documents.to'

/** The moment in words, with its weekday and how far away it is; before one is chosen, the rule. */
export function ReadBack({
  path,
  words,
}: {
  path: Moment
  words: 'times.deadlineHint' | 'times.openingHint' | 'times.tenderHint'
}) {
  const { t } = useTranslation('drafting')
  const language = useLanguage()
  const now = useNow()
  const instant = instantOf(useWatch<DraftForm, Moment>({ name: path }) ?? '')
  if (instant === null) return t(words)
  return t('times.read', { at: dateTime(instant, language), left: timeLeft(instant, language, now) })
}
