import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewForm } from '../../api/types'
import { Button } from '../../ui/button'
import { ErrorSummary, type FieldError } from '../../ui/error-summary'
import { TextField } from '../../ui/field'
import styles from './evaluation.module.css'
import { Failure } from './failure'
import { type Judgement, Judgements, judgementField, type Rule } from './judgements'
import { useReview } from './mutations'

type Check = ReviewForm['ballots'][number]['check']

interface CheckFormProps {
  lot: string
  /** @see Judgements for what a bidder declared */
  bids: { id: string; name: string; declared: Rule[] }[]
  checks: Check[]
  byDepartment: boolean
  /** What is read of a bid before it is answered for. */
  about: (bid: CheckFormProps['bids'][number]) => ReactNode
}

/** Every check of every bid has its answer; what did not pass has its reason. */
export function CheckForm({ lot, bids, checks, byDepartment, about }: CheckFormProps) {
  const { t } = useTranslation('evaluation')
  const review = useReview(lot, byDepartment)
  /** By check and bid: why it did not pass. */
  const [failed, setFailed] = useState<Record<string, string>>({})
  /** By bid, what was found about what its bidder declared. */
  const [judged, setJudged] = useState<Record<string, Judgement[]>>({})
  const judge = (bid: string, given: Judgement) => {
    const others = (judged[bid] ?? []).filter(({ rule }) => rule !== given.rule)
    setJudged({ ...judged, [bid]: [...others, given] })
    const key = keyOf(bid, 'QUALIFICATION')
    // Who is barred is not qualified, and the reason is the same until another is written.
    if (given.bars) fail(key, given.reason)
  }
  const keyOf = (bid: string, check: Check) => `${check}-${bid}`
  const fail = (key: string, reason: string) => setFailed({ ...failed, [key]: reason })
  const pass = (key: string) => setFailed(Object.fromEntries(Object.entries(failed).filter(([one]) => one !== key)))
  const [problems, setProblems] = useState<FieldError[]>([])
  const errorOf = (field: string) => problems.find((one) => one.field === field)?.message
  /** What is still to be said, each with the control where it is said. */
  const missing = bids.flatMap(({ id, name, declared }): FieldError[] => [
    ...(checks.includes('QUALIFICATION') ? declared : []).flatMap((rule) => {
      const what = t(`declared.rule.${rule}`)
      const found = judged[id]?.find((one) => one.rule === rule)
      if (found === undefined)
        return [{ field: judgementField(id, rule, 'choice'), message: t('check.unjudged', { name, what }) }]
      if (found.reason.trim() !== '') return []
      return [{ field: judgementField(id, rule, 'reason'), message: t('check.unreasoned', { name, what }) }]
    }),
    ...checks
      .filter((check) => failed[keyOf(id, check)]?.trim() === '')
      .map((check) => ({
        field: `reason-${keyOf(id, check)}`,
        message: t('check.unreasoned', { name, what: t(`check.${check}`) }),
      })),
  ])
  const ballots = bids.flatMap((bid) =>
    checks.map((check) => {
      const reason = failed[keyOf(bid.id, check)]
      return {
        bid: bid.id,
        check,
        passed: reason === undefined,
        reason: reason ?? null,
        judgements: check === 'QUALIFICATION' ? (judged[bid.id] ?? []) : [],
      }
    }),
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        setProblems(missing)
        if (missing.length === 0) review.mutate({ ballots })
      }}
    >
      <ErrorSummary errors={problems} />
      {problems.length === 0 && <Failure error={review.error} />}
      <ul className={styles.list}>
        {bids.map((bid) => (
          <li key={bid.id}>
            <h3>{bid.name}</h3>
            {about(bid)}
            {checks.includes('QUALIFICATION') && (
              <Judgements
                bid={bid.id}
                rules={bid.declared}
                given={judged[bid.id] ?? []}
                onGive={(given) => judge(bid.id, given)}
                errorOf={errorOf}
              />
            )}
            {checks.map((check) => {
              const key = keyOf(bid.id, check)
              const reason = failed[key]
              return (
                <fieldset key={check} className={styles.choices}>
                  <legend>{t(`check.${check}`)}</legend>
                  <div className={styles.radios}>
                    <label>
                      <input type="radio" name={key} checked={reason === undefined} onChange={() => pass(key)} />
                      {t('check.passed')}
                    </label>
                    <label>
                      <input type="radio" name={key} checked={reason !== undefined} onChange={() => fail(key, '')} />
                      {t('check.failed')}
                    </label>
                  </div>
                  {reason !== undefined && (
                    <TextField
                      id={`reason-${key}`}
                      error={errorOf(`reason-${key}`)}
                      label={t('check.reason')}
                      value={reason}
                      maxLength={500}
                      onChange={(event) => fail(key, event.target.value)}
                    />
                  )}
                </fieldset>
              )
            })}
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button type="submit" busy={review.isPending}>
          {t('check.send')}
        </Button>
        <span className={styles.quiet}>{t('check.once')}</span>
      </div>
    </form>
  )
}
