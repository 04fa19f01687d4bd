import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Evaluation } from '../../api/types'
import { Button } from '../../ui/button'
import { ReasonDialog } from '../../ui/reason-dialog'
import { Strip } from '../../ui/strip'
import { useToast } from '../../ui/toast'
import styles from './evaluation.module.css'
import { useReplace } from './mutations'

interface PanelMembersProps {
  lot: string
  panel: NonNullable<Evaluation['panel']>
  /** Whether the caller may give the seat of somebody who does not come to the next. */
  replacing: boolean
  /** Whether names are still to be kept from bidders. */
  secret: boolean
}

/** Who sits, who left, and from what the draw can be repeated. */
export function PanelMembers({ lot, panel, replacing, secret }: PanelMembersProps) {
  const { t } = useTranslation('evaluation')
  const toast = useToast()
  const replace = useReplace(lot)
  const [leaving, setLeaving] = useState<number | null>(null)
  return (
    <>
      {secret && <p className={styles.quiet}>{t('panel.secret')}</p>}
      <ul className={styles.list}>
        {panel.members.map((member) => (
          <li key={member.seat} className={styles.row} data-row>
            <span>
              <b>{member.name}</b> <small>{t(`kind.${member.kind}`)}</small>
            </span>
            <div className={styles.beside}>
              <Strip tone={member.declared ? 'met' : 'unknown'}>
                {t(member.declared ? 'panel.declared' : 'panel.undeclared')}
              </Strip>
              {replacing && !member.declared && (
                <Button weight="ghost" onClick={() => setLeaving(member.seat)}>
                  {t('panel.replace')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {panel.leaves.map((leave) => (
        <p key={`${leave.seat}${leave.at}`} className={styles.quiet}>
          {t(leave.own ? 'panel.leftOwn' : 'panel.leftOther', { name: leave.name, reason: leave.reason })}
        </p>
      ))}
      {panel.seed !== null && (
        <details>
          <summary>{t('panel.howDrawn')}</summary>
          <p className={styles.text}>
            {t('panel.howDrawnText', { candidates: panel.candidates, size: panel.ledgerSize ?? 0 })}
          </p>
          <p className={styles.seed}>
            <code>{panel.seed}</code>
          </p>
        </details>
      )}
      <ReasonDialog
        open={leaving !== null}
        title={t('panel.replaceTitle')}
        send={t('panel.replace')}
        hint={t('panel.replaceHint')}
        busy={replace.isPending}
        onClose={() => setLeaving(null)}
        onSend={({ reason }, refused) =>
          replace.mutate(
            { seat: leaving ?? 0, reason },
            {
              onSuccess: () => {
                setLeaving(null)
                toast({ text: t('panel.replaced') })
              },
              onError: refused,
            },
          )
        }
      />
    </>
  )
}
