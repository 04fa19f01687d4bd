import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConsortiumAgreement } from '../../../api/types'
import { Button } from '../../../ui/button'
import { ConfirmDialog } from '../../../ui/confirm-dialog'
import { ErrorSummary } from '../../../ui/error-summary'
import { useToast } from '../../../ui/toast'
import styles from './consortium.module.css'
import { useRefuse, useSign, useTakeBack } from './mutations'

interface AnsweringProps {
  lot: string
  agreement: ConsortiumAgreement
  organization: string
  account: string
}

/** Sign, refuse, take back: for the body's own person. */
export function Answering({ lot, agreement, organization, account }: AnsweringProps) {
  const { t } = useTranslation('consortium')
  const toast = useToast()
  const [leaving, setLeaving] = useState(false)
  const sign = useSign(lot, account, t('sign.otherText'))
  const refuse = useRefuse(lot)
  const takeBack = useTakeBack(lot)
  const failure = sign.error ?? refuse.error ?? takeBack.error
  const leads = agreement.lead.id === organization
  const state = agreement.members.find(({ body }) => body.id === organization)?.state
  const forgetFailures = () => {
    sign.reset()
    refuse.reset()
    takeBack.reset()
  }
  const leave = () => {
    setLeaving(false)
    forgetFailures()
    takeBack.mutate(undefined, { onSuccess: () => toast({ text: t('sign.takenBack') }) })
  }
  return (
    <div className={`${styles.answering} no-print`}>
      <ErrorSummary errors={failure === null ? [] : [{ message: failure.message }]} />
      {state === 'SIGNED' ? (
        <>
          <p className={styles.quiet}>{t('sign.canTakeBack')}</p>
          <p className={styles.ways}>
            <Button weight="danger" busy={takeBack.isPending} onClick={() => setLeaving(true)}>
              {t('sign.takeBack')}
            </Button>
          </p>
        </>
      ) : (
        agreement.version > 0 && (
          <>
            <p>{t(leads ? 'sign.exactlyOwn' : 'sign.exactly')}</p>
            <p className={styles.ways}>
              <Button
                busy={sign.isPending}
                onClick={() => {
                  forgetFailures()
                  sign.mutate(agreement, { onSuccess: () => toast({ text: t(leads ? 'sign.doneOwn' : 'sign.done') }) })
                }}
              >
                {t('sign.sign')}
              </Button>
              {!leads && state !== 'REFUSED' && (
                <Button
                  weight="ghost"
                  busy={refuse.isPending}
                  onClick={() => {
                    forgetFailures()
                    refuse.mutate(agreement, { onSuccess: () => toast({ text: t('sign.refused') }) })
                  }}
                >
                  {t('sign.refuse')}
                </Button>
              )}
            </p>
          </>
        )
      )}
      <ConfirmDialog
        open={leaving}
        title={t('sign.takeBackTitle')}
        send={t('sign.takeBack')}
        keep={t('sign.keep')}
        onSend={leave}
        onClose={() => setLeaving(false)}
      >
        <p>{t(leads ? 'sign.takeBackWhatOwn' : 'sign.takeBackWhat')}</p>
      </ConfirmDialog>
    </div>
  )
}
