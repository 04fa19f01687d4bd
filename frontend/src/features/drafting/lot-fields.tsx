import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { yuan, yuanShort } from '../../lib/format'
import { isBelowLimit } from '../../lib/methods'
import { bracketed } from '../../lib/punctuation'
import { useLanguage } from '../../lib/use-language'
import { fenOf } from '../../lib/yuan-input'
import { Button } from '../../ui/button'
import { TextArea, TextField } from '../../ui/field'
import { CodeField } from './code-field'
import { Criteria } from './criteria'
import { type DraftForm, isScored } from './draft-form'
import styles from './drafting.module.css'
import { Requirements } from './requirements'
import { useDraftField, useTrouble } from './troubles'

export function LotFields({ at }: { at: number }) {
  const { t } = useTranslation('drafting')
  const scored = isScored(useWatch<DraftForm, 'method'>({ name: 'method' }))
  return (
    <>
      <SecondRun at={at} />
      <TextField {...useDraftField(`lots.${at}.title`)} label={t('lot.title')} autoComplete="off" />
      <div className={styles.pair}>
        <CodeField
          tree="category"
          path={`lots.${at}.categoryCode`}
          label={t('field.categoryCode')}
          hint={t('lot.categoryHint')}
        />
        <TextField
          {...useDraftField(`lots.${at}.budgetFen`)}
          label={t('field.budgetFen')}
          hint={<Amount at={at} />}
          inputMode="decimal"
          autoComplete="off"
        />
      </div>
      <CodeField
        tree="region"
        path={`lots.${at}.serviceRegionCodes`}
        label={t('field.serviceRegionCodes')}
        hint={t('lot.placesHint')}
      />
      <TextArea
        {...useDraftField(`lots.${at}.description`)}
        label={t('lot.description')}
        hint={t('lot.descriptionHint')}
      />
      <Requirements lot={at} />
      {scored ? <Criteria lot={at} /> : <p className={styles.hint}>{t('criteria.lowest')}</p>}
    </>
  )
}

/** Only what was called for again says so; who wants three bids all the same takes the mark away. */
function SecondRun({ at }: { at: number }) {
  const { t } = useTranslation('drafting')
  const path = `lots.${at}.repeats` as const
  const { setValue } = useFormContext<DraftForm>()
  const repeats = useWatch<DraftForm, typeof path>({ name: path }) ?? ''
  const trouble = useTrouble(path)
  const below = isBelowLimit(useWatch<DraftForm, 'method'>({ name: 'method' }))
  if (repeats === '') return null
  return (
    <div className={styles.lawful} id={path} tabIndex={-1}>
      <p>
        {t(below ? 'secondRun.is' : 'secondRun.again')}
        <small>{t(below ? 'secondRun.rule' : 'secondRun.againRule')}</small>
      </p>
      {trouble && <p className={styles.trouble}>{trouble}</p>}
      <Button weight="quiet" onClick={() => setValue(path, '', { shouldDirty: true })}>
        {t('secondRun.drop')}
      </Button>
    </div>
  )
}

/** The amount read back, so that a zero too many is seen. */
function Amount({ at }: { at: number }) {
  const { t } = useTranslation('drafting')
  const language = useLanguage()
  const typed = useWatch<DraftForm, `lots.${number}.budgetFen`>({ name: `lots.${at}.budgetFen` })
  const fen = fenOf(typed ?? '')
  if (fen === undefined) return t('lot.budgetHint')
  const short = yuanShort(fen, language)
  return t('lot.budgetRead', { amount: short === null ? yuan(fen, language) : bracketed(short, yuan(fen, language)) })
}
