import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Purchase } from '../../api/types'
import { useNow } from '../../lib/clock'
import { paths } from '../../lib/paths'
import { preparedCorrection } from '../../lib/purchases'
import { ActionLink, Button } from '../../ui/button'
import { CorrectionDiff } from '../../ui/correction-diff'
import { Confirm } from './confirm'
import { type Act, useCorrectionAct } from './mutations'
import styles from './purchase.module.css'
import type { Staff } from './staff'

/** How a published call is corrected until its deadline: one person writes it, another publishes it. */
export function Correction({ purchase, staff }: { purchase: Purchase; staff: Staff }) {
  const { t } = useTranslation('purchase')
  const now = useNow()
  const [asked, setAsked] = useState<Act | null>(null)
  const correction = useCorrectionAct(purchase.id)
  const open = purchase.bidDeadline !== null && Date.parse(purchase.bidDeadline) > now.getTime()
  const { data: prepared } = useQuery({ ...preparedCorrection(purchase.id), enabled: open })
  if (!open || prepared === undefined) return null
  const difference = prepared && (
    <CorrectionDiff items={prepared.changes} before={prepared.deadlineBefore} after={prepared.text.bidDeadline} />
  )
  return (
    <section className={styles.decision}>
      <h2>{t('correction.title')}</h2>
      {prepared === null ? (
        <p className={styles.lead}>{t('correction.none')}</p>
      ) : (
        <>
          <p className={styles.lead}>
            {t('correction.by', { name: prepared.writtenBy })}
            {!staff.approver && t('correction.waiting')}
            {staff.approver && prepared.own && t('correction.own')}
          </p>
          <blockquote className={styles.lead}>{prepared.reason}</blockquote>
          {difference}
        </>
      )}
      <div className={styles.acts}>
        {prepared && staff.approver && !prepared.own && (
          <Button onClick={() => setAsked('publish')}>{t('correction.publish')}</Button>
        )}
        {staff.officer && (
          <ActionLink to={paths.correctPurchase(purchase.id)} weight="ghost">
            {t(prepared ? 'correction.reword' : 'correction.write')}
          </ActionLink>
        )}
        {staff.officer && prepared && (
          <Button weight="quiet" onClick={() => setAsked('drop')}>
            {t('correction.drop')}
          </Button>
        )}
      </div>
      {asked !== null && prepared && (
        <Confirm
          of="correction"
          act={asked}
          weight={asked === 'drop' ? 'danger' : 'primary'}
          sending={correction}
          onClose={() => setAsked(null)}
        >
          <p>{t(asked === 'publish' ? 'correction.confirm' : 'correction.confirmDrop')}</p>
          {asked === 'publish' && difference}
        </Confirm>
      )}
    </section>
  )
}
