import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { Desk } from '../../api/types'
import { useNow } from '../../lib/clock'
import { Button } from '../../ui/button'
import { Deadline } from '../../ui/deadline'
import { Checkbox, TextField } from '../../ui/field'
import { Money } from '../../ui/money'
import styles from './evaluation.module.css'
import { Failure } from './failure'
import { useFinding, useOpinion } from './mutations'
import { useKept } from './use-kept'

/** Prices, now that points stand: is any of them too low for good and honest work? */
export function PriceOpinion({ desk }: { desk: Desk }) {
  const { t } = useTranslation('evaluation')
  const opinion = useOpinion(desk.lotId)
  const [doubts, setDoubts, dropKept] = useKept(`doubts.${desk.lotId}`, z.record(z.string(), z.string()), {})
  const asked = desk.questions.map((question) => question.bid)
  const without = (bid: string) => Object.fromEntries(Object.entries(doubts).filter(([one]) => one !== bid))
  return (
    <section className={styles.part} aria-labelledby="prices-title">
      <h2 id="prices-title">{t('todo.PRICING')}</h2>
      <p className={styles.text}>{t('price.what')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          opinion.mutate(
            Object.entries(doubts).map(([bid, reason]) => ({ bid, reason })),
            { onSuccess: dropKept },
          )
        }}
      >
        <Failure error={opinion.error} />
        <ul className={styles.list}>
          {desk.bids
            .filter((bid) => bid.counts)
            .map((bid) => (
              <li key={bid.id}>
                <div className={styles.row}>
                  <b>{bid.body.name}</b>
                  <Money fen={bid.priceFen ?? null} />
                </div>
                {asked.includes(bid.id) ? (
                  <p className={styles.quiet}>{t('price.askedAlready')}</p>
                ) : (
                  <Checkbox
                    label={t('price.tooLow')}
                    checked={doubts[bid.id] !== undefined}
                    onChange={(event) =>
                      setDoubts(event.target.checked ? { ...doubts, [bid.id]: '' } : without(bid.id))
                    }
                  />
                )}
                {doubts[bid.id] !== undefined && (
                  <TextField
                    id={`doubt-${bid.id}`}
                    label={t('price.why')}
                    maxLength={500}
                    value={doubts[bid.id] ?? ''}
                    onChange={(event) => setDoubts({ ...doubts, [bid.id]: event.target.value })}
                  />
                )}
              </li>
            ))}
        </ul>
        <div className={styles.actions}>
          <Button type="submit" busy={opinion.isPending}>
            {t(Object.keys(doubts).length === 0 ? 'price.noDoubt' : 'price.doubt')}
          </Button>
        </div>
      </form>
    </section>
  )
}

/** Explanations of low prices: the panel's majority finds, and nobody else. */
export function Findings({ desk }: { desk: Desk }) {
  const { t } = useTranslation('evaluation')
  if (desk.questions.length === 0) return null
  return (
    <section className={styles.part} aria-labelledby="findings-title">
      <h2 id="findings-title">{t('inquiry.title')}</h2>
      <ul className={styles.list}>
        {desk.questions.map((question) => (
          <li key={question.bid}>
            <Question desk={desk} question={question} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Question({ desk, question }: { desk: Desk; question: Desk['questions'][number] }) {
  const { t } = useTranslation('evaluation')
  const finding = useFinding(desk.lotId)
  const now = useNow()
  const [reason, setReason, dropKept] = useKept(`finding.${question.bid}`, z.string(), '')
  const bid = desk.bids.find((one) => one.id === question.bid)
  const late = new Date(question.answerBy) <= now
  const open = question.accepted == null && !question.found && (question.explanation != null || late)
  const find = (accepted: boolean) => finding.mutate({ bid: question.bid, accepted, reason }, { onSuccess: dropKept })
  return (
    <>
      <div className={styles.row}>
        <b>{bid?.body.name}</b>
        <Money fen={bid?.priceFen ?? null} />
      </div>
      <ul>
        {question.triggers.map((trigger) => (
          <li key={trigger}>{t(`inquiry.trigger.${trigger}`)}</li>
        ))}
      </ul>
      {question.explanation == null ? (
        <p>
          {t(late ? 'inquiry.ranOut' : 'inquiry.unexplained')} {!late && <Deadline at={question.answerBy} full />}
        </p>
      ) : (
        <p className={styles.text}>{question.explanation}</p>
      )}
      <Failure error={finding.error} />
      {open && (
        <>
          <TextField
            id={`finding-${question.bid}`}
            label={t('inquiry.why')}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <div className={styles.actions}>
            {question.explanation != null && (
              <Button busy={finding.isPending} onClick={() => find(true)}>
                {t('inquiry.accept')}
              </Button>
            )}
            <Button weight="danger" busy={finding.isPending} onClick={() => find(false)}>
              {t('inquiry.refuse')}
            </Button>
          </div>
        </>
      )}
      {question.found && question.accepted == null && <p className={styles.quiet}>{t('inquiry.found')}</p>}
    </>
  )
}
