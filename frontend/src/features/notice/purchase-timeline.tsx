import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Stage } from '../../api/types'
import { useNow } from '../../lib/clock'
import { shortDate, shortDateTime, timeLeft } from '../../lib/format'
import { paths } from '../../lib/paths'
import { useLanguage } from '../../lib/use-language'
import { Ribbon } from '../../ui/ribbon'
import { purchaseOf } from './queries'

/** The legal stages of the purchase with today on them; the notice stands without it. */
export function PurchaseTimeline({ purchaseId, here }: { purchaseId: string; here: string }) {
  const { t } = useTranslation('notice')
  const language = useLanguage()
  const now = useNow()
  const { data } = useQuery(purchaseOf(purchaseId))
  if (data === undefined || data.timeline.length === 0) return null

  const when = ({ state, at, until }: Stage) => {
    if (state === 'RUNNING' && until !== null) {
      return (
        <>
          {t('ribbon.until', { at: shortDateTime(until, language, now) })}
          <br />
          {timeLeft(until, language, now)}
        </>
      )
    }
    if (state === 'AHEAD' && at !== null) return shortDateTime(at, language, now)
    return at === null ? null : shortDate(at, language, now)
  }
  const stages = data.timeline.map((stage) => ({
    key: stage.stage,
    name: t(`stage.${stage.stage}`),
    state: stage.state,
    stateName: t(`ribbon.${stage.state}`),
    when: when(stage),
    note: stage.note,
    to: stage.noticeId === null || stage.noticeId === here ? undefined : paths.notice(stage.noticeId),
  }))
  return <Ribbon stages={stages} label={t('ribbon.label')} />
}
