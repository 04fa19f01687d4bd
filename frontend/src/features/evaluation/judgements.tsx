import { useTranslation } from 'react-i18next'
import type { Evaluation, ReviewForm } from '../../api/types'
import { TextField } from '../../ui/field'
import styles from './evaluation.module.css'

export type Judgement = NonNullable<ReviewForm['ballots'][number]['judgements']>[number]
export type Rule = Judgement['rule']

interface JudgementsProps {
  bid: string
  rules: Rule[]
  given: Judgement[]
  onGive: (judgement: Judgement) => void
}

/** What is found about each conflict that the bidder declared (domain.md 2.5), with the reason. */
export function Judgements({ bid, rules, given, onGive }: JudgementsProps) {
  const { t } = useTranslation('evaluation')
  return rules.map((rule) => {
    const found = given.find((one) => one.rule === rule)
    const key = `${rule}-${bid}`
    return (
      <fieldset key={rule} className={styles.choices}>
        <legend>{t('declared.one', { what: t(`declared.rule.${rule}`) })}</legend>
        <div className={styles.radios}>
          {[false, true].map((bars) => (
            <label key={String(bars)}>
              <input
                type="radio"
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
            id={`judgement-${key}`}
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

/** What was found about what bidders declared, for the department and for those who supervise. */
export function DeclaredFindings({ bids }: { bids: Evaluation['bids'] }) {
  const { t } = useTranslation('evaluation')
  return (
    <ul className={styles.list} aria-label={t('declared.found')}>
      {bids.flatMap(({ id, body, judgements }) =>
        judgements.map(({ rule, bars, reason }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: findings of several people about one rule, and they never move
          <li key={`${id}${rule}${at}`} className={styles.quiet} data-row>
            {body.name} · {t(`declared.rule.${rule}`)}：{t(bars ? 'declared.bars' : 'declared.stands')}。{reason}
          </li>
        )),
      )}
    </ul>
  )
}
