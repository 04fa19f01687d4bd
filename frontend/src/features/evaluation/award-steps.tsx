import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Evaluation } from '../../api/types'
import { dateTime } from '../../lib/format'
import { paths } from '../../lib/paths'
import { ProblemError } from '../../lib/problem'
import { winnerOf } from '../../lib/ranking'
import { useLanguage } from '../../lib/use-language'
import { Banner } from '../../ui/banner'
import { ActionLink, Button } from '../../ui/button'
import { TextArea } from '../../ui/field'
import { ReasonDialog } from '../../ui/reason-dialog'
import { useToast } from '../../ui/toast'
import styles from './evaluation.module.css'
import { Failure } from './failure'
import { useDecide, useGiveBack, usePassOver, usePropose } from './mutations'

const isRefused = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && error.problem.type === '/problems/evaluation/winner-refused'

/** Who may not be awarded any more, and why, with the way on in the server's words. */
function Refused({ error }: { error: unknown }) {
  return (
    <>
      <Failure error={error} />
      {isRefused(error) && <p className={styles.text}>{error.problem.detail}</p>}
    </>
  )
}

/** An officer proposes whoever is first. */
export function Propose({ evaluation }: { evaluation: Evaluation }) {
  const { t } = useTranslation('evaluation')
  const propose = usePropose(evaluation.lotId)
  const passOver = usePassOver(evaluation.lotId)
  const [note, setNote] = useState('')
  const first = winnerOf(evaluation.ranking, evaluation.bids)
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        propose.mutate(note.trim())
      }}
    >
      <Refused error={passOver.error ?? propose.error} />
      {evaluation.returned && <Banner tone="amber">{t('award.returned', { reason: evaluation.returned })}</Banner>}
      <p>{t('award.proposeWhat', { name: first?.name ?? '' })}</p>
      <TextArea
        id="note"
        label={t('award.note')}
        hint={t('award.noteHint')}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className={styles.actions}>
        <Button type="submit" busy={propose.isPending}>
          {t('award.propose')}
        </Button>
        {isRefused(propose.error) && (
          <>
            <Button
              weight="ghost"
              busy={passOver.isPending}
              onClick={() => passOver.mutate(undefined, { onSuccess: () => propose.reset() })}
            >
              {t('award.passOver')}
            </Button>
            <ActionLink to={paths.purchase(evaluation.purchaseId)} weight="ghost">
              {t('award.toPurchase')}
            </ActionLink>
          </>
        )}
      </div>
    </form>
  )
}

/** Another person decides, and everything becomes public. */
export function Decide({ evaluation }: { evaluation: Evaluation }) {
  const { t } = useTranslation('evaluation')
  const language = useLanguage()
  const go = useNavigate()
  const toast = useToast()
  const decide = useDecide(evaluation.lotId)
  const giveBack = useGiveBack(evaluation.lotId)
  const [asking, setAsking] = useState(false)
  const { proposal } = evaluation
  if (!proposal) return null
  return (
    <>
      <Refused error={decide.error} />
      <p>{t('award.proposedBy', { name: proposal.proposer, time: dateTime(proposal.proposedAt, language) })}</p>
      {proposal.note && <p className={styles.text}>{proposal.note}</p>}
      <p className={styles.quiet}>{t('award.decideWhat')}</p>
      <div className={styles.actions}>
        <Button
          busy={decide.isPending}
          onClick={() =>
            decide.mutate(undefined, {
              onSuccess: ({ noticeId }) => {
                toast({ text: t('award.decided') })
                go(paths.notice(noticeId))
              },
            })
          }
        >
          {t('award.decide')}
        </Button>
        <Button weight="ghost" onClick={() => setAsking(true)}>
          {t('award.giveBack')}
        </Button>
      </div>
      <ReasonDialog
        open={asking}
        title={t('award.giveBackTitle')}
        send={t('award.giveBack')}
        busy={giveBack.isPending}
        onClose={() => setAsking(false)}
        onSend={({ reason }, refused) =>
          giveBack.mutate(reason, { onSuccess: () => setAsking(false), onError: refused })
        }
      />
    </>
  )
}
