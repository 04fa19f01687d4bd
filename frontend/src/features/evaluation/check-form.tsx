import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { ReviewForm } from '../../api/types'
import { Button } from '../../ui/button'
import { ErrorSummary, type FieldError } from '../../ui/error-summary'
import styles from './evaluation.module.css'
import { Failure } from './failure'
import { type Judgement, Judgements, judgementOf, type Rule } from './judgements'
import { useReview } from './mutations'
import { choiceField, ReasonedChoice } from './reasoned-choice'
import { useKept } from './use-kept'

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

/** The reason says why it did not pass; it stays while one changes one's mind. */
const checkAnswer = z.object({ passed: z.boolean(), reason: z.string() })
type CheckAnswer = z.infer<typeof checkAnswer>

const rule = z.custom<Rule>((given) => typeof given === 'string')
const saidShape = z.object({
  /** By check and bid; what is not there has not been answered. */
  answers: z.record(z.string(), checkAnswer),
  /** By bid, what was found about what its bidder declared. */
  judged: z.record(z.string(), z.array(z.object({ rule, bars: z.boolean(), reason: z.string() }))),
})

const PASSED: CheckAnswer = { passed: true, reason: '' }
const keyOf = (bid: string, check: Check) => `${check}-${bid}`

/** Every check of every bid has its answer, and nobody gives it but the reader; what did not pass has its reason. */
export function CheckForm({ lot, bids, checks, byDepartment, about }: CheckFormProps) {
  const { t } = useTranslation('evaluation')
  const review = useReview(lot, byDepartment)
  const [said, say, dropKept] = useKept(`checks.${lot}`, saidShape, { answers: {}, judged: {} })
  const { answers, judged } = said
  const answer = (key: string, given: CheckAnswer) => say({ ...said, answers: { ...answers, [key]: given } })
  const judge = (bid: string, given: Judgement) => {
    const others = (judged[bid] ?? []).filter(({ rule }) => rule !== given.rule)
    // Who is barred is not qualified, and the reason is the same until another is written.
    const barred = given.bars ? { [keyOf(bid, 'QUALIFICATION')]: { passed: false, reason: given.reason } } : {}
    say({ answers: { ...answers, ...barred }, judged: { ...judged, [bid]: [...others, given] } })
  }
  const passRest = (bid: string) =>
    say({ ...said, answers: { ...Object.fromEntries(checks.map((check) => [keyOf(bid, check), PASSED])), ...answers } })
  const [problems, setProblems] = useState<FieldError[]>([])
  /** What is still to be said, each with the control where it is said. */
  const missing = bids.flatMap(({ id, name, declared }): FieldError[] => [
    ...(checks.includes('QUALIFICATION') ? declared : []).flatMap((rule) => {
      const key = judgementOf(id, rule)
      const what = t(`declared.rule.${rule}`)
      const found = judged[id]?.find((one) => one.rule === rule)
      if (found === undefined)
        return [{ field: choiceField(key, 'choice'), message: t('check.unjudged', { name, what }) }]
      if (found.reason.trim() !== '') return []
      return [{ field: choiceField(key, 'reason'), message: t('check.unreasoned', { name, what }) }]
    }),
    ...checks.flatMap((check) => {
      const key = keyOf(id, check)
      const what = t(`check.${check}`)
      const given = answers[key]
      if (given === undefined)
        return [{ field: choiceField(key, 'choice'), message: t('check.unanswered', { name, what }) }]
      if (given.passed || given.reason.trim() !== '') return []
      return [{ field: choiceField(key, 'reason'), message: t('check.unreasoned', { name, what }) }]
    }),
  ])
  /** Named beside its control until it is said. */
  const errorOf = (field: string) =>
    missing.find((one) => one.field === field && problems.some((named) => named.field === field))?.message
  const options = [true, false].map((passed) => ({ value: passed, label: t(passed ? 'check.passed' : 'check.failed') }))
  const ballots = bids.flatMap(({ id }) =>
    checks.map((check) => {
      const { passed, reason } = answers[keyOf(id, check)] ?? { passed: false, reason: '' }
      return {
        bid: id,
        check,
        passed,
        reason: passed ? null : reason,
        judgements: check === 'QUALIFICATION' ? (judged[id] ?? []) : [],
      }
    }),
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        setProblems(missing)
        if (missing.length === 0) review.mutate({ ballots }, { onSuccess: dropKept })
      }}
    >
      <ErrorSummary errors={missing.length === 0 ? [] : problems} />
      {problems.length === 0 && <Failure error={review.error} />}
      <ul className={styles.list}>
        {bids.map((bid) => {
          const open = checks.filter((check) => answers[keyOf(bid.id, check)] === undefined).length
          return (
            <li key={bid.id}>
              <h3 id={`bid-${bid.id}`}>{bid.name}</h3>
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
                const given = answers[key]
                return (
                  <ReasonedChoice
                    key={check}
                    name={key}
                    legend={t(`check.${check}`)}
                    options={options}
                    chosen={given?.passed}
                    onChoose={(passed) => answer(key, { passed, reason: given?.reason ?? '' })}
                    reasonLabel={t('check.reason')}
                    reason={given?.passed === false ? given.reason : null}
                    onReason={(reason) => answer(key, { passed: false, reason })}
                    errorOf={errorOf}
                  />
                )
              })}
              {checks.length > 1 && (
                <Button
                  weight="ghost"
                  aria-describedby={`bid-${bid.id}`}
                  aria-disabled={open === 0 || undefined}
                  onClick={() => passRest(bid.id)}
                >
                  {t(open < checks.length ? 'check.passRest' : 'check.passAll')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      <div className={styles.actions}>
        <Button type="submit" busy={review.isPending}>
          {t('check.send')}
        </Button>
        <span role="status">
          {missing.length === 0 ? t('score.whole') : t('score.missing', { count: missing.length })}
        </span>
        <span className={styles.quiet}>{t('check.once')}</span>
      </div>
    </form>
  )
}
