import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Desk, Ground } from '../../api/types'
import { paths } from '../../lib/paths'
import { Button } from '../../ui/button'
import { Select } from '../../ui/field'
import { ReasonDialog } from '../../ui/reason-dialog'
import { useToast } from '../../ui/toast'
import styles from './evaluation.module.css'
import { useDeclare } from './mutations'
import { AFTER_THE_PANEL, REVEALED } from './phases'

/** Where the next takes the seat, and what was given in it counts no more. */
const PASSING: Desk['phase'][] = ['DECLARING', 'QUALIFYING', 'REVIEWING', 'SCORING']
const GROUNDS: Ground[] = ['RELATED', 'UNABLE']

/** Whoever finds a relation only now, or cannot go on, leaves the panel with a reason. */
export function StepDown({ desk }: { desk: Desk }) {
  const { t } = useTranslation('evaluation')
  const leave = useDeclare(desk.lotId)
  const go = useNavigate()
  const toast = useToast()
  const [open, setOpen] = useState(false)
  const grounds = AFTER_THE_PANEL.includes(desk.phase) ? GROUNDS.slice(0, 1) : GROUNDS
  const [chosen, setChosen] = useState<Ground>('UNABLE')
  const ground = grounds.find((one) => one === chosen) ?? 'RELATED'
  const passing = PASSING.includes(desk.phase)
  if (!desk.declared || desk.excused || !(passing || REVEALED.includes(desk.phase))) return null
  return (
    <div className={styles.part}>
      <p className={styles.text}>{t('stepDown.when')}</p>
      <Button weight="ghost" onClick={() => setOpen(true)}>
        {t('stepDown.open')}
      </Button>
      <ReasonDialog
        open={open}
        title={t('stepDown.title')}
        send={t('stepDown.send')}
        weight="danger"
        hint={t('stepDown.hint')}
        busy={leave.isPending}
        onClose={() => setOpen(false)}
        onSend={({ reason }, refused) =>
          leave.mutate(
            { unrelated: false, ground, reason },
            {
              onSuccess: () => {
                toast({ text: t('stepDown.done') })
                go(paths.seats)
              },
              onError: refused,
            },
          )
        }
      >
        <p className={styles.text}>
          {t(passing ? 'stepDown.passing' : ground === 'RELATED' ? 'stepDown.related' : 'stepDown.excusing')}
        </p>
        <Select
          label={t('stepDown.ground')}
          value={ground}
          onChange={({ target }) => setChosen(grounds.find((one) => one === target.value) ?? 'RELATED')}
        >
          {grounds.map((one) => (
            <option key={one} value={one}>
              {t(`ground.${one}`)}
            </option>
          ))}
        </Select>
      </ReasonDialog>
    </div>
  )
}
