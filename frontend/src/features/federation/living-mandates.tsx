import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GivenMandate, RosterEntry } from '../../api/types'
import { Button, type Weight } from '../../ui/button'
import { ReasonDialog } from '../../ui/reason-dialog'
import { useToast } from '../../ui/toast'
import styles from './federation.module.css'
import { MandateLine } from './mandate-line'
import { useRevocation } from './mutations'

const lives = ({ state }: GivenMandate) => state === 'VALID' || state === 'FUTURE'

interface LivingMandatesProps {
  entry: RosterEntry
  /** What stands here when there is none. */
  none: string
  weight: Weight
}

/** What the federation may do for the member now or soon; either side takes it back with one press and a second thought. */
export function LivingMandates({ entry, none, weight }: LivingMandatesProps) {
  const living = entry.mandates.filter(lives)
  if (living.length === 0) return <p className={styles.warn}>{none}</p>
  return living.map((mandate) => (
    <div key={mandate.id} className={styles.given}>
      <MandateLine mandate={mandate} of={entry.id} />
      <Revoke entry={entry} mandate={mandate} weight={weight} />
    </div>
  ))
}

interface RevokeProps {
  entry: RosterEntry
  mandate: GivenMandate
  weight: Weight
}

function Revoke({ entry, mandate, weight }: RevokeProps) {
  const { t } = useTranslation('federation')
  const say = useToast()
  const revoke = useRevocation()
  const [asked, setAsked] = useState(false)
  const close = () => setAsked(false)
  return (
    <>
      <Button weight={weight} onClick={() => setAsked(true)}>
        {t('revoke.act')}
      </Button>
      <ReasonDialog
        open={asked}
        title={t('revoke.title')}
        send={t('revoke.send')}
        reasonNeeded={false}
        busy={revoke.isPending}
        onClose={close}
        onSend={({ reason }, refused) =>
          revoke.mutate(
            { id: entry.id, mandateId: mandate.id, reason },
            {
              onSuccess: () => {
                close()
                say({ text: t('revoke.done') })
              },
              onError: refused,
            },
          )
        }
      >
        <p>{t('revoke.means')}</p>
      </ReasonDialog>
    </>
  )
}
