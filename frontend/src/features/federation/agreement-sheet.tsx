import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Agreement } from '../../api/types'
import { date } from '../../lib/format'
import { paths } from '../../lib/paths'
import { useLanguage } from '../../lib/use-language'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Mark, type Tone } from '../../ui/strip'
import { useToast } from '../../ui/toast'
import styles from './federation.module.css'
import { useAgreementAnswer, useAgreementEnd } from './mutations'
import { Refused } from './refused'

/** Who looks at it. */
export type Side = 'member' | 'federation' | 'street'

const TONES: Record<Agreement['state'], Tone> = {
  PROPOSED: 'unknown',
  ACTIVE: 'met',
  DECLINED: 'not',
  ENDED: 'through',
}

interface AgreementSheetProps {
  agreement: Agreement
  membership: string
  side: Side
}

/** One agreement: for what, from when to when, how far it has come, its paper, and what this side can do. */
export function AgreementSheet({ agreement, membership, side }: AgreementSheetProps) {
  const { t } = useTranslation('federation')
  const language = useLanguage()
  const { id, scope, from, to, state, endedOn, documentId } = agreement
  return (
    <section className={styles.sheet} aria-labelledby={`agreement-${id}`}>
      <h2 id={`agreement-${id}`}>{scope}</h2>
      <p>
        <Mark tone={TONES[state]} /> <b>{t(`agreement.state.${state}`)}</b>
        {endedOn !== null && ` · ${t('agreement.endedOn', { day: date(endedOn, language) })}`}
      </p>
      <p className={styles.plain}>
        {t('agreement.days', { from: date(from, language), to: date(to, language) })}
        {documentId !== null && (
          <>
            {' · '}
            <a href={paths.paper(membership, documentId)}>{t('agreement.paper')}</a>
          </>
        )}
      </p>
      {state === 'PROPOSED' && side === 'member' && <Answer agreement={agreement} membership={membership} />}
      {state === 'PROPOSED' && side !== 'member' && <p className={styles.plain}>{t('agreement.waiting')}</p>}
      {state === 'ACTIVE' && side !== 'street' && <End agreement={agreement} membership={membership} />}
    </section>
  )
}

type Of = Pick<AgreementSheetProps, 'agreement' | 'membership'>

function Answer({ agreement, membership }: Of) {
  const { t } = useTranslation('federation')
  const say = useToast()
  const answer = useAgreementAnswer()
  const send = (agrees: boolean) =>
    answer.mutate(
      { membership, id: agreement.id, agrees },
      { onSuccess: () => say({ text: t(agrees ? 'agreement.agreed' : 'agreement.declined') }) },
    )
  return (
    <>
      <h3>{t('agreement.means')}</h3>
      <ul className={styles.means}>
        <li>{t('agreement.means1')}</li>
        <li>{t('agreement.means2')}</li>
        <li>{t('agreement.means3')}</li>
      </ul>
      <Refused failure={answer.error} />
      <div className={styles.acts}>
        <Button busy={answer.isPending} onClick={() => send(true)}>
          {t('agreement.agree')}
        </Button>
        <Button weight="ghost" busy={answer.isPending} onClick={() => send(false)}>
          {t('agreement.decline')}
        </Button>
      </div>
    </>
  )
}

function End({ agreement, membership }: Of) {
  const { t } = useTranslation('federation')
  const say = useToast()
  const end = useAgreementEnd()
  const [asked, setAsked] = useState(false)
  const close = () => setAsked(false)
  const send = () =>
    end.mutate(
      { membership, id: agreement.id },
      {
        onSuccess: () => {
          close()
          say({ text: t('agreement.ended') })
        },
      },
    )
  return (
    <>
      <div className={styles.acts}>
        <Button weight="quiet" onClick={() => setAsked(true)}>
          {t('agreement.end')}
        </Button>
      </div>
      <Dialog
        open={asked}
        title={t('agreement.endTitle', { scope: agreement.scope })}
        onClose={close}
        actions={
          <>
            <Button busy={end.isPending} onClick={send}>
              {t('agreement.endSend')}
            </Button>
            <Button weight="ghost" onClick={close}>
              {t('cancel')}
            </Button>
          </>
        }
      >
        <Refused failure={end.error} />
        <p>{t('agreement.endMeans')}</p>
      </Dialog>
    </>
  )
}
