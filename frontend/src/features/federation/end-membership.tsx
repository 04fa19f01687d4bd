import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RosterEntry } from '../../api/types'
import { platformNow } from '../../lib/clock'
import { Button } from '../../ui/button'
import { ReasonDialog } from '../../ui/reason-dialog'
import { useToast } from '../../ui/toast'
import { dayOf } from './day'
import { useEnd } from './mutations'

interface EndMembershipProps {
  entry: RosterEntry
  /** A member leaves without saying why; the federation that sends one away says it. */
  by: 'member' | 'federation'
}

/** The last day of a membership, by the member or by its federation. */
export function EndMembership({ entry, by }: EndMembershipProps) {
  const { t } = useTranslation('federation')
  const say = useToast()
  const end = useEnd()
  const [asked, setAsked] = useState(false)
  const close = () => setAsked(false)
  return (
    <>
      <Button weight={by === 'member' ? 'quiet' : 'ghost'} onClick={() => setAsked(true)}>
        {t(`end.${by}.act`)}
      </Button>
      <ReasonDialog
        open={asked}
        title={t(`end.${by}.title`, { federation: entry.federation.name, name: entry.member.name })}
        send={t(`end.${by}.send`)}
        lastDay={dayOf(platformNow())}
        reasonNeeded={by === 'federation'}
        busy={end.isPending}
        onClose={close}
        onSend={(values, refused) =>
          end.mutate(
            { id: entry.id, version: entry.version, ...values },
            {
              onSuccess: () => {
                close()
                say({ text: t('end.done') })
              },
              onError: refused,
            },
          )
        }
      >
        <p>{t(`end.${by}.means`)}</p>
      </ReasonDialog>
    </>
  )
}
