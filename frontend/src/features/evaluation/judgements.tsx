import { useTranslation } from 'react-i18next'
import type { Evaluation, ReviewForm } from '../../api/types'
import { headed } from '../../lib/punctuation'
import styles from './evaluation.module.css'
import { ReasonedChoice } from './reasoned-choice'

export type Judgement = NonNullable<ReviewForm['ballots'][number]['judgements']>[number]
export type Rule = Judgement['rule']

interface JudgementsProps {
  bid: string
  rules: Rule[]
  given: Judgement[]
  onGive: (judgement: Judgement) => void
  errorOf: (field: string) => string | undefined
}

/** The choice about one matter that a bidder declared. */
export const judgementOf = (bid: string, rule: Rule) => `${rule}-${bid}`

/** What is found about each conflict that the bidder declared (domain.md 2.5), with the reason. */
export function Judgements({ bid, rules, given, onGive, errorOf }: JudgementsProps) {
  const { t } = useTranslation('evaluation')
  const options = [false, true].map((bars) => ({ value: bars, label: t(bars ? 'declared.bars' : 'declared.stands') }))
  return rules.map((rule) => {
    const found = given.find((one) => one.rule === rule)
    return (
      <ReasonedChoice
        key={rule}
        name={judgementOf(bid, rule)}
        legend={t('declared.one', { what: t(`declared.rule.${rule}`) })}
        options={options}
        chosen={found?.bars}
        onChoose={(bars) => onGive({ rule, bars, reason: found?.reason ?? '' })}
        reasonLabel={t('declared.reason')}
        reason={found?.reason ?? null}
        onReason={(reason) => found && onGive({ ...found, reason })}
        errorOf={errorOf}
      />
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
