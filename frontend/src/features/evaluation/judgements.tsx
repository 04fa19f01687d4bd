import { useTranslation } from 'react-i18next'
import type { Evaluation, ReviewForm } from '../../api/types'
import { headed } from '../../lib/punctuation'
import { TextField } from '../../ui/field'
import styles from './evaluation.module.css'

export type Judgement = NonNullable<ReviewForm['ballots'][number]['judgements']>[number]
export type Rule = Judgement['rule']

interface JudgementsProps {
  bid: string
  rules: Rule[]
  given: Judgement[]
  onGive: (judgement: Judgement) => void
  errorOf: (field: string) => string | undefined
}

/** The control that a missing judgement leads to: the first choice, or the reason. */
export const judgementField = (bid: string, rule: Rule, part: 'choice' | 'reason') => `judgement-${rule}-${bid}-${part}`

/** What is found about each conflict that the bidder declared (domain.md 2.5), with the reason. */
export function Judgements({ bid, rules, given, onGive, errorOf }: JudgementsProps) {
  const { t } = useTranslation('evaluation')
  return rules.map((rule) => {
    const found = given.find((one) => one.rule === rule)
    const key = `${rule}-${bid}`
    const choice = judgementField(bid, rule, 'choice')
    const error = errorOf(choice)
    return (
      <fieldset key={rule} className={styles.choices} aria-describedby={error ? `${choice}-error` : undefined}>
        <legend>{t('declared.one', { what: t(`declared.rule.${rule}`) })}</legend>
        {error && (
          <p id={`${choice}-error`} className={styles.wrong}>
            {error}
          </p>
        )}
        <div className={styles.radios}>
          {[false, true].map((bars) => (
            <label key={String(bars)}>
              <input
                type="radio"
                id={bars ? undefined : choice}
                name={key}
                checked={found?.bars === bars}
                onChange={() => onGive({ rule, bars, reason: found?.reason ?? '' })}
              />
              {t(bars ? 'declared.bars' : 'declared.stands')}
            </label>
          ))}
        </div>
        {found !== undefined && (
          <TextField
            id={judgementField(bid, rule, 'reason')}
            error={errorOf(judgementField(bid, rule, 'reason'))}
            label={t('declared.reason')}
            value={found.reason}
            maxLength={500}
            onChange={(event) => onGive({ ...found, reason: event.target.value })}
          />
        )}
      </fieldset>
    )
  })
}

/** What was found about what bidders declared, one matter after the other, for the department and for those who supervise it. */
export function DeclaredFindings({ bids }: { bids: Evaluation['bids'] }) {
  const { t } = useTranslation('evaluation')
  const matters = bids.flatMap(({ id, body, judgements }) =>
    [...new Set(judgements.map(({ rule }) => rule))].map((rule) => ({
      key: `${id}${rule}`,
      name: body.name,
      rule,
      found: judgements.filter((one) => one.rule === rule),
    })),
  )
  return (
    <>
      <h3>{t('declared.found')}</h3>
      <ul className={styles.list}>
        {matters.map(({ key, name, rule, found }) => (
          <li key={key} data-row>
            <b>{name}</b> · {t('declared.one', { what: t(`declared.rule.${rule}`) })}
            <ul>
              {found.map(({ bars, reason }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: what several people found, and it never moves
                <li key={at} className={styles.quiet}>
                  {headed(t(bars ? 'declared.bars' : 'declared.stands'), reason)}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  )
}
