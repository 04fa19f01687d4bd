import { useTranslation } from 'react-i18next'
import { Banner } from '../../../ui/banner'
import { Button } from '../../../ui/button'
import { TextField } from '../../../ui/field'
import type { Answer, BidDraft } from './bid-draft'
import { answersTo, type DeclaredRule, declaredField } from './declarations'
import styles from './give.module.css'

interface DeclaredProps {
  rules: DeclaredRule[]
  draft: BidDraft
  onChange: (draft: BidDraft) => void
  errorOf: (field: string) => string | undefined
}

/** 如实申报: what no registry knows of the bidder, question by question. */
export function Declared({ rules, draft, onChange, errorOf }: DeclaredProps) {
  const { t } = useTranslation('bid')
  const set = (rule: string, answer: Answer, text = draft.declared[rule]?.text ?? '') =>
    onChange({ ...draft, declared: { ...draft.declared, [rule]: { answer, text } } })
  const nothing = () =>
    onChange({ ...draft, declared: Object.fromEntries(rules.map(({ rule }) => [rule, { answer: 'NO', text: '' }])) })
  return (
    <>
      <h3>{t('declare.title')}</h3>
      <p className={styles.quiet}>{t('declare.lead')}</p>
      {rules.map((one, index) => {
        const field = declaredField(one)
        const given = draft.declared[one.rule]
        const error = errorOf(field)
        return (
          <fieldset key={one.rule} className={styles.question} aria-describedby={error ? `${field}-error` : undefined}>
            <legend>
              {index + 1}. {one.text} <small>{one.article}</small>
            </legend>
            {error && (
              <p id={`${field}-error`} className={styles.wrong}>
                {error}
              </p>
            )}
            <div className={styles.answers}>
              {answersTo(one).map((answer, place) => (
                <label key={answer}>
                  <input
                    type="radio"
                    id={place === 0 ? field : undefined}
                    name={field}
                    checked={given?.answer === answer}
                    onChange={() => set(one.rule, answer)}
                  />
                  {t(`declare.answer.${answer}`)}
                </label>
              ))}
            </div>
            {given?.answer === 'WHOLE' && <Banner tone="vermilion">{t('declare.barred')}</Banner>}
            {(given?.answer === 'YES' || given?.answer === 'PART') && (
              <TextField
                id={`${field}-text`}
                label={t('declare.text')}
                value={given.text}
                maxLength={500}
                error={errorOf(`${field}-text`)}
                onChange={({ target }) => set(one.rule, given.answer, target.value)}
              />
            )}
          </fieldset>
        )
      })}
      <p>
        <Button weight="ghost" onClick={nothing}>
          {t('declare.nothing')}
        </Button>
      </p>
    </>
  )
}
