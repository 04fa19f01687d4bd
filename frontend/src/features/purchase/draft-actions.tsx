import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Purchase } from '../../api/types'
import { paths } from '../../lib/paths'
import { saidBy } from '../../lib/problem'
import { ActionLink, Button } from '../../ui/button'
import { ConfirmDialog } from '../../ui/confirm-dialog'
import { useToast } from '../../ui/toast'
import { Findings } from './findings'
import { useDeletion, useForget } from './mutations'
import styles from './purchase.module.css'
import type { Staff } from './staff'

/** What can be done with a draft: write on, print, throw away. */
export function DraftActions({ purchase, staff }: { purchase: Purchase; staff: Staff }) {
  const { t } = useTranslation('purchase')
  const navigate = useNavigate()
  const say = useToast()
  const deletion = useDeletion()
  const forget = useForget()
  const [asked, setAsked] = useState(false)
  const drop = () =>
    deletion.mutate(purchase, {
      onSuccess: async () => {
        say({ text: t('draft.dropped') })
        await navigate(paths.purchases)
        forget(purchase.id)
      },
    })
  return (
    <div className={styles.decision}>
      <section>
        <h2>{t('draft.title')}</h2>
        <div className={styles.acts}>
          {staff.officer && <ActionLink to={paths.editPurchase(purchase.id)}>{t('draft.edit')}</ActionLink>}
          <Button weight="ghost" onClick={() => window.print()}>
            {t('draft.print')}
          </Button>
          {staff.officer && (
            <Button weight="danger" onClick={() => setAsked(true)}>
              {t('draft.drop')}
            </Button>
          )}
        </div>
      </section>
      <Findings id={purchase.id} />
      <ConfirmDialog
        open={asked}
        title={t('draft.drop')}
        send={t('draft.dropNow')}
        keep={t('cancel')}
        busy={deletion.isPending}
        refusal={deletion.isError ? saidBy(deletion.error, t('unreachable')) : undefined}
        refused={t('draft.notDropped')}
        onSend={drop}
        onClose={() => setAsked(false)}
      >
        <p>{t('draft.confirm', { title: purchase.title || t('untitled') })}</p>
      </ConfirmDialog>
    </div>
  )
}
