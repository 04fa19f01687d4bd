import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Evaluation } from '../../api/types'
import { Button } from '../../ui/button'
import { ReasonDialog } from '../../ui/reason-dialog'
import { Strip } from '../../ui/strip'
import { useToast } from '../../ui/toast'
import styles from './evaluation.module.css'
import { useReplace } from './mutations'
import { PanelLeaves } from './panel-leaves'

interface PanelMembersProps {
  lot: string
  panel: NonNullable<Evaluation['panel']>
  /** Whether the caller may release somebody who does not do what is to be done. */
  replacing: boolean
  /** Whether points were revealed: nobody is replaced any more. */
  revealed: boolean
  /** Whether somebody told of a relation to a bidder when points had been revealed. */
  missed: boolean
  /** Whether it ended, and another is to be drawn. */
  former: boolean
  /** Whether names are still to be kept from bidders. */
  secret: boolean
}

type Member = NonNullable<Evaluation['panel']>['members'][number]

function standingOf({ declared, due, excused }: Member, missed: boolean) {
  // Of a panel with a relation the others decide nothing either.
  if (excused) return missed ? 'left' : 'excused'
  if (!declared) return 'undeclared'
  return due ? 'due' : 'declared'
}

/** Who sits, who left, and from what the draw can be repeated. */
export function PanelMembers({ lot, panel, replacing, revealed, missed, former, secret }: PanelMembersProps) {
  const { t } = useTranslation('evaluation')
  const toast = useToast()
  const replace = useReplace(lot)
  const [leaving, setLeaving] = useState<number | null>(null)
  const release = revealed ? 'panel.excuse' : 'panel.replace'
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
              {!former && (
                <Strip tone={member.due || member.excused ? 'unknown' : 'met'}>
                  {t(`panel.${standingOf(member, missed)}`)}
                </Strip>
              )}
              {replacing && member.due && (
                <Button weight="ghost" onClick={() => setLeaving(member.seat)}>
                  {t(release)}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      <PanelLeaves leaves={panel.leaves} />
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
        title={t('panel.replaceTitle', {
          name: panel.members.find(({ seat }) => seat === leaving)?.name ?? '',
        })}
        send={t(release)}
        hint={t(revealed ? 'panel.excuseHint' : 'panel.replaceHint')}
        busy={replace.isPending}
        onClose={() => setLeaving(null)}
        onSend={({ reason }, refused) =>
          replace.mutate(
            { seat: leaving ?? 0, reason },
            {
              onSuccess: () => {
                setLeaving(null)
                toast({ text: t(revealed ? 'panel.excusedDone' : 'panel.replaced') })
              },
              onError: refused,
            },
          )
        }
      />
    </>
  )
}
