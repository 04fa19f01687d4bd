import { useTranslation } from 'react-i18next'
import type { MethodOffer, MethodView } from '../../api/types'
import { Select, TextArea, TextField } from '../../ui/field'
import { OfficialFields } from '../../ui/official-fields'
import styles from './drafting.module.css'
import { useDraftField } from './troubles'
import { useBudget } from './use-method'

/** What a statutory method asks for besides; each group only where it is needed. */
export function Statutory({ offer, chosen }: { offer: MethodOffer; chosen: MethodView | undefined }) {
  const { t } = useTranslation('drafting')
  const budget = useBudget()
  const approved = chosen?.method !== 'OPEN_TENDER' && budget !== null && budget >= offer.openTenderFen
  return (
    <>
      {chosen && chosen.grounds.length > 0 && <Ground chosen={chosen} />}
      {approved && <Approval />}
      <Official media={offer.media} />
      <Intention />
      <TextField
        {...useDraftField('statutory.contractTerm')}
        label={t('field.contractTerm')}
        hint={t('statutory.contractTermHint')}
        autoComplete="off"
      />
      {chosen && !chosen.bidPlace.here && <Places />}
      <Agency />
    </>
  )
}

function Ground({ chosen }: { chosen: MethodView }) {
  const { t } = useTranslation('drafting')
  return (
    <Select {...useDraftField('statutory.ground')} label={t('field.ground')} hint={t('statutory.groundHint')}>
      <option value="">{t('statutory.choose')}</option>
      {chosen.grounds.map(({ ground, name, basis }) => (
        <option key={ground} value={ground}>
          {t('statutory.ground', { name, basis })}
        </option>
      ))}
    </Select>
  )
}

/** From the open-tender amount on (政府采购法 第27条). */
function Approval() {
  const { t } = useTranslation('drafting')
  return (
    <fieldset className={styles.group}>
      <legend>{t('field.approval')}</legend>
      <p className={styles.hint}>{t('statutory.approvalLead')}</p>
      <div className={styles.grouped}>
        <TextField
          {...useDraftField('statutory.approval.number')}
          label={t('statutory.approvalNumber')}
          autoComplete="off"
        />
        <TextField
          {...useDraftField('statutory.approval.authority')}
          label={t('statutory.authority')}
          autoComplete="off"
        />
        <TextField {...useDraftField('statutory.approval.date')} label={t('statutory.approvalDate')} type="date" />
      </div>
    </fieldset>
  )
}

function Official({ media }: { media: readonly string[] }) {
  const { t } = useTranslation('drafting')
  return (
    <fieldset className={styles.group}>
      <legend>{t('field.officialPublication')}</legend>
      <p className={styles.hint}>{t('statutory.officialLead')}</p>
      <div className={styles.grouped}>
        <OfficialFields
          media={media}
          medium={useDraftField('statutory.officialPublication.medium')}
          noticeId={useDraftField('statutory.officialPublication.noticeId')}
          url={useDraftField('statutory.officialPublication.url')}
          publishedAt={useDraftField('statutory.officialPublication.publishedAt')}
        />
        <TextField
          {...useDraftField('statutory.projectCode')}
          label={t('field.projectCode')}
          hint={t('statutory.projectCodeHint')}
          autoComplete="off"
        />
      </div>
    </fieldset>
  )
}

/** T01: thirty days before, or the reason why not. */
function Intention() {
  const { t } = useTranslation('drafting')
  return (
    <fieldset className={styles.group}>
      <legend>{t('field.intention')}</legend>
      <p className={styles.hint}>{t('statutory.intentionLead')}</p>
      <div className={styles.grouped}>
        <TextField
          {...useDraftField('statutory.intention.number')}
          label={t('statutory.intentionNumber')}
          autoComplete="off"
        />
        <TextField {...useDraftField('statutory.intention.publishedOn')} label={t('field.publishedOn')} type="date" />
      </div>
      <TextArea
        {...useDraftField('statutory.intentionExemptReason')}
        rows={2}
        label={t('field.intentionExemptReason')}
        hint={t('statutory.exemptHint')}
      />
    </fieldset>
  )
}

/** Where bids are given elsewhere, readers must know where. */
export function Places() {
  const { t } = useTranslation('drafting')
  return (
    <div className={styles.pair}>
      <TextField
        {...useDraftField('statutory.submissionPlace')}
        label={t('field.submissionPlace')}
        hint={t('statutory.placeHint')}
        autoComplete="off"
      />
      <TextField
        {...useDraftField('statutory.openingPlace')}
        label={t('field.openingPlace')}
        hint={t('statutory.placeHint')}
        autoComplete="off"
      />
    </div>
  )
}

function Agency() {
  const { t } = useTranslation('drafting')
  const name = useDraftField('statutory.agency.name')
  const address = useDraftField('statutory.agency.address')
  const phone = useDraftField('statutory.agency.phone')
  return (
    <details
      className={styles.more}
      open={[name, address, phone].some(({ error }) => error !== undefined) || undefined}
    >
      <summary>{t('statutory.more')}</summary>
      <div className={styles.grouped}>
        <TextField {...name} label={t('statutory.agencyName')} autoComplete="off" />
        <TextField {...address} label={t('statutory.agencyAddress')} autoComplete="off" />
        <TextField {...phone} label={t('statutory.agencyPhone')} type="tel" autoComplete="off" />
      </div>
      <OtherMatters />
    </details>
  )
}

export function OtherMatters() {
  const { t } = useTranslation('drafting')
  return <TextArea {...useDraftField('statutory.otherMatters')} rows={3} label={t('field.otherMatters')} />
}
