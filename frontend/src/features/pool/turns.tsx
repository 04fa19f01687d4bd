import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Evaluator, PoolState } from '../../api/types'
import { Button } from '../../ui/button'
import { ReasonDialog } from '../../ui/reason-dialog'
import { useToast } from '../../ui/toast'
import { useTurn } from './mutations'

/** Suspends, takes back, ends: each with a reason, each to be taken back at once. */
export function Turns({ entry }: { entry: Evaluator }) {
  const { t } = useTranslation('pool')
  const say = useToast()
  const turn = useTurn(entry.id)
  const [next, setNext] = useState<PoolState | null>(null)
  const ways = (['ACTIVE', 'SUSPENDED', 'RETIRED'] as const).filter((state) => state !== entry.state)
  const undo = () => turn.mutate({ state: entry.state, reason: t('turn.undone') })
  return (
    <>
      {ways.map((state) => (
        <Button key={state} weight={state === 'RETIRED' ? 'quiet' : 'ghost'} onClick={() => setNext(state)}>
          {t(`turn.${state}`)}
        </Button>
      ))}
      {next !== null && (
        <ReasonDialog
          open
          title={t(`turn.${next}`)}
          send={t(`turn.${next}`)}
          weight={next === 'ACTIVE' ? 'primary' : 'danger'}
          hint={t('turn.hint')}
          busy={turn.isPending}
          onClose={() => setNext(null)}
          onSend={({ reason }, refused) =>
            turn.mutate(
              { state: next, reason },
              {
                onSuccess: () => {
                  setNext(null)
                  say({ text: t('turn.done', { name: entry.name, state: t(`state.${next}`) }), undo })
                },
                onError: refused,
              },
            )
          }
        >
          <p>{t(`turn.means.${next}`)}</p>
        </ReasonDialog>
      )}
    </>
  )
}
