import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Evaluation } from '../../api/types'
import { dateTime, yuan } from '../../lib/format'
import { paths } from '../../lib/paths'
import { ProblemError } from '../../lib/problem'
import { winnerOf } from '../../lib/ranking'
import { useLanguage } from '../../lib/use-language'
import { Banner } from '../../ui/banner'
import { ActionLink, Button } from '../../ui/button'
import { TextArea } from '../../ui/field'
import styles from './evaluation.module.css'
import { Failure } from './failure'
import { usePassOver, usePropose } from './mutations'
import { RenewPanel } from './renew-panel'
import { useWon } from './use-won'

const is = (error: unknown, ...problems: string[]): error is ProblemError =>
  error instanceof ProblemError && problems.some((one) => error.problem.type === `/problems/evaluation/${one}`)

/** Whoever is first, or others that are ranked, leave the ranking. */
const isRefused = (error: unknown): error is ProblemError => is(error, 'winner-refused', 'bids-in-conflict')
const isToExplain = (error: unknown): error is ProblemError =>
  is(error, 'recusal-missed', 'namesake-unexplained', 'openness-unexplained')

/** Who may not be awarded any more, and why, with the way on in the server's words. */
export function Refused({ error }: { error: unknown }) {
  return (
    <>
      <Failure error={error} />
      {(isRefused(error) || isToExplain(error)) && <p className={styles.text}>{error.problem.detail}</p>}
    </>
  )
}

/** An officer proposes whoever is first. */
export function Propose({ evaluation }: { evaluation: Evaluation }) {
  const { t } = useTranslation('evaluation')
  const propose = usePropose(evaluation.lotId)
  const passOver = usePassOver(evaluation.lotId)
  const [note, setNote] = useState('')
  const [namesakes, setNamesakes] = useState('')
  const [openness, setOpenness] = useState('')
  const won = useWon(evaluation.method)
  const first = winnerOf(evaluation.ranking, evaluation.bids)
  if (first === undefined) {
    return (
      <>
        <p>{t('award.nobody', won)}</p>
        <div className={styles.actions}>
          <ActionLink to={paths.purchase(evaluation.purchaseId)} weight="ghost">
            {t('award.toPurchase')}
          </ActionLink>
        </div>
      </>
    )
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        propose.mutate({ note: note.trim(), namesakes: namesakes.trim(), openness: openness.trim() })
      }}
    >
      <Refused error={passOver.error ?? propose.error} />
      {evaluation.returned && <Banner tone="amber">{t('award.returned', { reason: evaluation.returned })}</Banner>}
      <p>{t('award.proposeWhat', { name: first.name, ...won })}</p>
      <TextArea
        id="note"
        label={t('award.note')}
        hint={t('award.noteHint')}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      {(namesakes !== '' || is(propose.error, 'namesake-unexplained')) && (
        <TextArea
          id="namesakes"
          label={t('award.namesakes')}
          hint={t('award.namesakesHint')}
          maxLength={500}
          value={namesakes}
          onChange={(event) => setNamesakes(event.target.value)}
        />
      )}
      {(openness !== '' || is(propose.error, 'openness-unexplained')) && (
        <TextArea
          id="openness"
          label={t('award.openness')}
          hint={t('award.opennessHint')}
          maxLength={500}
          value={openness}
          onChange={(event) => setOpenness(event.target.value)}
        />
      )}
      <div className={styles.actions}>
        <Button type="submit" busy={propose.isPending}>
          {t('award.propose')}
        </Button>
        {is(propose.error, 'recusal-missed') && !evaluation.recusalMissed && <RenewPanel lot={evaluation.lotId} />}
        {isRefused(propose.error) && (
          <>
            <Button
              weight="ghost"
              busy={passOver.isPending}
              onClick={() => passOver.mutate(undefined, { onSuccess: () => propose.reset() })}
            >
              {t(is(propose.error, 'bids-in-conflict') ? 'award.takeOut' : 'award.passOver', won)}
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

/** Who is to be awarded for how much, and what the proposer wrote down, for whoever decides and whoever supervises. */
export function Proposed({ evaluation: { proposal, ranking, bids, method } }: { evaluation: Evaluation }) {
  const { t } = useTranslation('evaluation')
  const language = useLanguage()
  const won = useWon(method)
  if (proposal === null) return null
  const { proposer, proposedAt, note, namesakes, openness } = proposal
  const winner = winnerOf(ranking, bids)
  const who = { name: proposer, time: dateTime(proposedAt, language), ...won }
  return (
    <>
      <p className={styles.text}>
        {winner === undefined
          ? t('award.proposedNobody', who)
          : t('award.proposedBy', { ...who, winner: winner.name, price: yuan(winner.priceFen, language) })}
      </p>
      {note && <p className={styles.text}>{note}</p>}
      {namesakes && (
        <Banner tone="amber">
          {t('award.namesakesSaid', { names: namesakes.names.join(t('award.separator')), reason: namesakes.reason })}
        </Banner>
      )}
      {openness && <Banner tone="amber">{t('award.opennessSaid', { reason: openness })}</Banner>}
    </>
  )
}
