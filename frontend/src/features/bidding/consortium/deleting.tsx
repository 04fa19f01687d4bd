import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConsortiumAgreement } from '../../../api/types'
import { Button } from '../../../ui/button'
import { ConfirmDialog } from '../../../ui/confirm-dialog'
import { useToast } from '../../../ui/toast'
import { useDropAgreement } from './mutations'

/** The lead gives up a text that nobody has signed. */
export function Deleting({ lot, agreement }: { lot: string; agreement: ConsortiumAgreement }) {
  const { t } = useTranslation('consortium')
  const toast = useToast()
  const [asked, setAsked] = useState(false)
  const drop = useDropAgreement(lot)
  return (
    <>
      <p className="no-print">
        <Button
          weight="danger"
          onClick={() => {
            drop.reset()
            setAsked(true)
          }}
        >
          {t('drop.drop')}
        </Button>
      </p>
      <ConfirmDialog
        open={asked}
        title={t('drop.title')}
        send={t('drop.drop')}
        keep={t('drop.keep')}
        busy={drop.isPending}
        refusal={drop.error?.message}
        refused={t('drop.refused')}
        onSend={() => drop.mutate(agreement.version, { onSuccess: () => toast({ text: t('drop.done') }) })}
        onClose={() => setAsked(false)}
      >
        <p>{t('drop.what')}</p>
      </ConfirmDialog>
    </>
  )
}
