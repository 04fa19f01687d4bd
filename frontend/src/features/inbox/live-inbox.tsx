import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useToast } from '../../ui/toast'
import { placeOf } from './place'
import { type Arrival, useInboxStream } from './use-inbox-stream'

/** Hears what comes while a page is open: says it politely, and renews the counts and the feed. */
export default function LiveInbox() {
  const { t } = useTranslation('inbox')
  const queries = useQueryClient()
  const navigate = useNavigate()
  const say = useToast()
  const renew = useCallback(() => {
    queries.invalidateQueries({ queryKey: ['inbox'] })
    queries.invalidateQueries({ queryKey: ['matching', 'feed'] })
    queries.invalidateQueries({ queryKey: ['federation'] })
    queries.invalidateQueries({ queryKey: ['work'] })
    queries.invalidateQueries({ queryKey: ['evaluations'] })
  }, [queries])
  const onArrival = useCallback(
    ({ title, noticeId, purchaseId, lotId, bodyId, place, reasons }: Arrival) => {
      renew()
      queries.invalidateQueries({ queryKey: ['purchases'] })
      queries.invalidateQueries({ queryKey: ['purchase', purchaseId] })
      queries.invalidateQueries({ queryKey: ['evaluation', lotId] })
      queries.invalidateQueries({ queryKey: ['bidding', 'opening', lotId] })
      const why = reasons[0]
      say({
        text: why === undefined ? t('arrived', { title }) : t('arrivedWhy', { title, why }),
        action: {
          label: t('open'),
          run: () => navigate(placeOf({ noticeId, purchaseId, lotId, bodyId, place })),
        },
      })
    },
    [renew, queries, navigate, say, t],
  )
  useInboxStream({ onArrival, onResume: renew })
  return null
}
