import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Purchase } from '../../api/types'
import { findingsOf } from '../../lib/purchases'
import { Button } from '../../ui/button'
import { ApproveDialog } from './approve-dialog'
import { Findings } from './findings'
import { LotPools } from './lot-pools'
import styles from './purchase.module.css'
import { ReturnDialog } from './return-dialog'
import type { Staff } from './staff'

/** Whoever wrote or submitted any of it may not approve it (编制与审核岗位分离). */
const WRITING = ['CREATED', 'CHANGED', 'SUBMITTED']
const isAuthor = ({ history }: Purchase, name: string) =>
  history.some(({ by, act }) => by === name && WRITING.includes(act))

/** The second person decides: publish, or give back with a reason. */
export function Decision({ purchase, staff }: { purchase: Purchase; staff: Staff }) {
  const { t } = useTranslation('purchase')
  const [asked, setAsked] = useState<'approve' | 'return' | null>(null)
  const { data: findings = [] } = useQuery(findingsOf(purchase.id))
  const errors = findings.filter(({ severity }) => severity === 'ERROR').length
  const own = isAuthor(purchase, staff.name)
  const why = own ? 'decision.own' : staff.approver ? null : 'decision.notApprover'
  const close = () => setAsked(null)
  return (
    <div className={styles.decision}>
      <section>
        <h2>{t(why === null ? 'decision.title' : 'decision.waiting')}</h2>
        {why !== null && <p className={styles.lead}>{t(why)}</p>}
        {why === null && (
          <>
            <p className={styles.lead}>{t(errors > 0 ? 'decision.errors' : 'decision.lead', { count: errors })}</p>
            <div className={styles.acts}>
              <Button onClick={() => setAsked('approve')}>{t('decision.approve')}</Button>
              <Button weight="ghost" onClick={() => setAsked('return')}>
                {t('decision.return')}
              </Button>
            </div>
          </>
        )}
      </section>
      <Findings id={purchase.id} />
      <LotPools purchase={purchase} />
      <ApproveDialog purchase={purchase} open={asked === 'approve'} onClose={close} />
      <ReturnDialog purchase={purchase} open={asked === 'return'} onClose={close} />
    </div>
  )
}
