import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { PortalResult } from '../../api/types'
import { yuan } from '../../lib/format'
import { useLanguage } from '../../lib/use-language'
import { fenOf } from '../../lib/yuan-input'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/field'
import { FormSection } from '../../ui/form-section'
import styles from './portal-result.module.css'
import { blankWinner, type ResultForm } from './result-form'
import { useResultField, useTrouble } from './troubles'

interface WinnersProps {
  stands: PortalResult
  /** As the registry knows them, as far as the server has looked. */
  seen: PortalResult['result']['winners']
}

/** Who won, for how much and with how many points; of a consortium the partners stand behind their lead. */
export function Winners({ stands, seen }: WinnersProps) {
  const { t } = useTranslation('portal-result')
  const { control } = useFormContext<ResultForm>()
  const { fields, append, remove } = useFieldArray({ control, name: 'winners' })
  const trouble = useTrouble('winners')
  const add = (partner: boolean) => append(blankWinner(partner), { focusName: `winners.${fields.length}.creditCode` })
  return (
    <FormSection number={1} title={t('winners.title')} lead={t('winners.lead')}>
      <div id="winners" tabIndex={-1} className={styles.rows}>
        {trouble && <p className={styles.trouble}>{trouble}</p>}
        {fields.map((field, at) => (
          <fieldset key={field.id} className={styles.row}>
            <legend>{t(field.partner ? 'numbered.partner' : 'numbered.winners', { number: at + 1 })}</legend>
            <Winner at={at} stands={stands} seen={seen[at]} partner={field.partner} />
            {fields.length > 1 && (
              <Button weight="quiet" onClick={() => remove(at)}>
                {t('winners.drop', { number: at + 1 })}
              </Button>
            )}
          </fieldset>
        ))}
      </div>
      <div className={styles.acts}>
        <Button weight="ghost" onClick={() => add(false)}>
          {t('winners.add')}
        </Button>
        {stands.consortium && (
          <Button weight="ghost" onClick={() => add(true)}>
            {t('winners.addPartner')}
          </Button>
        )}
      </div>
    </FormSection>
  )
}

interface WinnerProps {
  at: number
  stands: PortalResult
  seen: PortalResult['result']['winners'][number] | undefined
  partner: boolean
}

function Winner({ at, stands, seen, partner }: WinnerProps) {
  const { t } = useTranslation('portal-result')
  const typed = useWatch<ResultForm, `winners.${number}.creditCode`>({ name: `winners.${at}.creditCode` }) ?? ''
  const known = seen !== undefined && seen.body !== null && seen.creditCode === typed.trim().toUpperCase()
  return (
    <>
      <TextField
        {...useResultField(`winners.${at}.creditCode`)}
        label={t('field.creditCode')}
        hint={known ? t('winners.known', { name: seen.name, address: seen.address ?? '' }) : t('winners.codeHint')}
        autoComplete="off"
        spellCheck={false}
      />
      <Typed at={at} name={!known} address={!known || seen.address === null} />
      {!partner && <Offer at={at} stands={stands} />}
    </>
  )
}

/** What the registry does not know is typed. */
function Typed({ at, name, address }: { at: number; name: boolean; address: boolean }) {
  const { t } = useTranslation('portal-result')
  const nameField = useResultField(`winners.${at}.name`)
  const addressField = useResultField(`winners.${at}.address`)
  return (
    <>
      {name && <TextField {...nameField} label={t('field.name')} autoComplete="off" />}
      {address && <TextField {...addressField} label={t('field.address')} autoComplete="off" />}
    </>
  )
}

function Offer({ at, stands }: { at: number; stands: PortalResult }) {
  const { t } = useTranslation('portal-result')
  const language = useLanguage()
  const amount = fenOf(useWatch<ResultForm, `winners.${number}.amountFen`>({ name: `winners.${at}.amountFen` }) ?? '')
  const rate = useResultField(`winners.${at}.rate`)
  const score = useResultField(`winners.${at}.scoreHundredths`)
  const price = useResultField(`winners.${at}.evaluationPriceFen`)
  return (
    <div className={styles.pair}>
      <TextField
        {...useResultField(`winners.${at}.amountFen`)}
        label={t('field.amountFen')}
        hint={
          amount === undefined
            ? t('winners.amountHint', { ceiling: yuan(stands.ceilingFen, language) })
            : t('winners.amountRead', { amount: yuan(amount, language) })
        }
        inputMode="decimal"
        autoComplete="off"
      />
      {stands.scored ? (
        <TextField
          {...score}
          label={t('field.scoreHundredths')}
          hint={t('winners.scoreHint')}
          inputMode="decimal"
          autoComplete="off"
        />
      ) : (
        <TextField
          {...price}
          label={t('field.evaluationPriceFen')}
          hint={t('winners.priceHint')}
          inputMode="decimal"
          autoComplete="off"
        />
      )}
      <TextField {...rate} label={t('field.rate')} hint={t('winners.rateHint')} autoComplete="off" />
    </div>
  )
}
