import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Evaluation } from '../../api/types'
import { dateTime } from '../../lib/format'
import { useLanguage } from '../../lib/use-language'
import { Button } from '../../ui/button'
import { ReasonDialog } from '../../ui/reason-dialog'
import { useToast } from '../../ui/toast'
import styles from './evaluation.module.css'
import { useRenewPanel } from './mutations'

/** A panel with a member who is related to a bidder ends; what it found counts no more (87号令 第67条). */
export function RenewPanel({ lot }: { lot: string }) {
  const { t } = useTranslation('evaluation')
  const toast = useToast()
  const renew = useRenewPanel(lot)
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button weight="danger" onClick={() => setAsking(true)}>
        {t('renew.open')}
      </Button>
      <ReasonDialog
        open={asking}
        title={t('renew.open')}
        send={t('renew.send')}
        weight="danger"
        hint={t('renew.hint')}
        busy={renew.isPending}
        onClose={() => setAsking(false)}
        onSend={({ reason }, refused) =>
          renew.mutate(reason, {
            onSuccess: () => {
              setAsking(false)
              toast({ text: t('renew.done') })
            },
            onError: refused,
          })
        }
      >
        <p className={styles.text}>{t('renew.what')}</p>
      </ReasonDialog>
    </>
  )
}

/** Panels that ended because of it, for whoever supervises. */
export function Renewals({ renewals }: { renewals: Evaluation['renewals'] }) {
  const { t } = useTranslation('evaluation')
  const language = useLanguage()
  return (
    <ul className={styles.list}>
      {renewals.map((one) => (
        <li key={one.at} data-row>
          <b>{t('renew.of', { round: one.round, name: one.by, time: dateTime(one.at, language) })}</b>
          <p className={styles.text}>{one.reason}</p>
          {one.found.map((found) => (
            <p key={found} className={styles.quiet}>
              {found}
            </p>
          ))}
        </li>
      ))}
    </ul>
  )
}
