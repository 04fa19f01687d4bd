import { useTranslation } from 'react-i18next'
import type { Purchase, Stage } from '../../api/types'
import { useNow } from '../../lib/clock'
import { shortDate, shortDateTime, timeLeft } from '../../lib/format'
import { paths } from '../../lib/paths'
import { joined } from '../../lib/punctuation'
import { useLanguage } from '../../lib/use-language'
import { Ribbon } from '../../ui/ribbon'

/** The legal stages of the purchase with today on them. */
export function Stages({ purchase }: { purchase: Purchase }) {
  const { t } = useTranslation('purchase')
  const language = useLanguage()
  const now = useNow()
  if (purchase.timeline.length === 0) return null
  const when = ({ state, at, until }: Stage) => {
    if (state === 'RUNNING' && until !== null)
      return joined(shortDateTime(until, language, now), timeLeft(until, language, now))
    if (at === null) return null
    return state === 'AHEAD' ? shortDateTime(at, language, now) : shortDate(at, language, now)
  }
  return (
    <Ribbon
      label={t('stages.label')}
      stages={purchase.timeline.map((stage) => ({
        key: stage.stage,
        name: t(`stages.${stage.stage}`),
        state: stage.state,
        stateName: t(`stages.${stage.state}`),
        when: when(stage),
        note: stage.note,
        to: stage.noticeId === null ? undefined : paths.notice(stage.noticeId),
      }))}
    />
  )
}
