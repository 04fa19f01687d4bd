import { useState } from 'react'
import type { RosterEntry } from '../../api/types'
import { Button } from '../../ui/button'
import { ReasonDialog } from '../../ui/reason-dialog'
import { useToast } from '../../ui/toast'
import { useRefusal } from './mutations'

interface RefuseProps {
  entry: RosterEntry
  /** What is pressed, and pressed again below the reason. */
  act: string
  title: string
  done: string
}

/** Says no to an invitation, whichever side one stands on, with a reason that the others read. */
export function Refuse({ entry, act, title, done }: RefuseProps) {
  const say = useToast()
  const refuse = useRefusal()
  const [asked, setAsked] = useState(false)
  const close = () => setAsked(false)
  return (
    <>
      <Button weight="ghost" onClick={() => setAsked(true)}>
        {act}
      </Button>
      <ReasonDialog
        open={asked}
        title={title}
        send={act}
        busy={refuse.isPending}
        onClose={close}
        onSend={({ reason }, refused) =>
          refuse.mutate(
            { id: entry.id, version: entry.version, reason },
            {
              onSuccess: () => {
                close()
                say({ text: done })
              },
              onError: refused,
            },
          )
        }
      />
    </>
  )
}
