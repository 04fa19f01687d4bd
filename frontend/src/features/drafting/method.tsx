import { useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { MethodOffer } from '../../api/types'
import { yuan, yuanShort } from '../../lib/format'
import { isBelowLimit } from '../../lib/methods'
import { useLanguage } from '../../lib/use-language'
import { Banner } from '../../ui/banner'
import { Select } from '../../ui/field'
import { FormSection } from '../../ui/form-section'
import type { DraftForm } from './draft-form'
import styles from './drafting.module.css'
import { Statutory } from './statutory'
import { useDraftField } from './troubles'
import { useBudget, useMethod } from './use-method'

/** How it is bought: the amount decides which methods there are, and each asks for what it needs alone. */
export function MethodSection() {
  const { t } = useTranslation('drafting')
  const { t: words } = useTranslation()
  const { method, offer, chosen, statutory } = useMethod()
  const known = offer?.methods.map((one) => one.method) ?? []
  return (
    <FormSection number={3} title={t('method.title')} lead={t('method.lead')}>
      {offer && <Limits offer={offer} />}
      <Select
        {...useDraftField('method')}
        // The methods come later than the form: the choice must not fall to the first of them.
        value={method}
        label={t('field.method')}
        hint={t(`method.what.${method as 'BT_COMPARE'}`, { defaultValue: '' })}
      >
        {!known.some((one) => one === method) && (
          <option value={method}>{words(`method.${method as 'BT_COMPARE'}`)}</option>
        )}
        {offer?.methods.map((one) => (
          <option key={one.method} value={one.method}>
            {one.name}
          </option>
        ))}
      </Select>
      {statutory && chosen && (
        <p className={styles.hint}>
          {t(`method.bids.${chosen.bidPlace.reason}`, {
            document: chosen.bidPlace.document ?? '',
          })}
        </p>
      )}
      {statutory && offer && <Statutory offer={offer} chosen={chosen} />}
    </FormSection>
  )
}

/** What the amount asks for, and the way there with one press. */
function Limits({ offer: { purchaseLimitFen, openTenderFen, limitsVerified } }: { offer: MethodOffer }) {
  const { t } = useTranslation('drafting')
  const language = useLanguage()
  const { setValue } = useFormContext<DraftForm>()
  const { method } = useMethod()
  const budget = useBudget()
  const said = (fen: number) => yuanShort(fen, language) ?? yuan(fen, language)
  const amounts = { limit: said(purchaseLimitFen), tender: said(openTenderFen) }
  const take = (next: string) => setValue('method', next, { shouldDirty: true, shouldTouch: true })
  const above = budget !== null && budget >= purchaseLimitFen
  const mismatched = budget !== null && above === isBelowLimit(method)
  return (
    <>
      <p className={styles.hint}>
        {t('method.limits', amounts)}
        {!limitsVerified && ` ${t('method.unverified')}`}
      </p>
      {mismatched && (
        <Banner
          tone="amber"
          action={
            <button type="button" onClick={() => take(above ? 'CONSULTATION' : 'BT_COMPARE')}>
              {t(above ? 'method.takeStatutory' : 'method.takeComparison')}
            </button>
          }
        >
          {t(above ? 'method.above' : 'method.below', { ...amounts, budget: said(budget) })}
        </Banner>
      )}
    </>
  )
}
