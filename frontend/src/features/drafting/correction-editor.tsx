import { zodResolver } from '@hookform/resolvers/zod'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type FieldErrors, FormProvider, useForm, useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Correction, Purchase } from '../../api/types'
import { localOf } from '../../lib/beijing-time'
import { useNow } from '../../lib/clock'
import { date, dateTime } from '../../lib/format'
import { methodsIn } from '../../lib/methods'
import { pathOf, usePathWords } from '../../lib/path-words'
import { paths } from '../../lib/paths'
import { ProblemError } from '../../lib/problem'
import { PROVINCE } from '../../lib/reference'
import { useLanguage } from '../../lib/use-language'
import { useRested } from '../../lib/use-rested'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { ErrorSummary, type FieldError } from '../../ui/error-summary'
import { TextArea, TextField } from '../../ui/field'
import { errorsOf } from '../../ui/form-problems'
import { FormSection } from '../../ui/form-section'
import { OfficialFields } from '../../ui/official-fields'
import { useToast } from '../../ui/toast'
import { ContactFields } from './contact'
import { changesOf, correctionOf, referenceOf } from './correction-form'
import { CorrectionPreview } from './correction-preview'
import { Criteria } from './criteria'
import { DocumentsPlace } from './documents'
import { type DraftForm, isScored } from './draft-form'
import styles from './drafting.module.css'
import { dropLocalCopy, keepLocally, localCopy } from './local-copy'
import { useCorrection } from './mutations'
import { correctionCheck } from './queries'
import { ReadBack } from './read-back'
import { draftShape } from './shape'
import { OtherMatters, Places } from './statutory'
import { LowPrice } from './times'
import { Troubles, useDraftField } from './troubles'

/** All of a call that may be corrected; at the right old and new side by side, and what stands in its way. */
export function CorrectionEditor({ purchase, prepared }: { purchase: Purchase; prepared: Correction | null }) {
  const { t } = useTranslation('drafting')
  const navigate = useNavigate()
  const say = useToast()
  const wordsOf = usePathWords()
  const sending = useCorrection(purchase.id)
  const stood = correctionOf(purchase, prepared)
  const [kept, setKept] = useState(() => copyOf(purchase))
  const [reason, setReason] = useState(kept?.reason ?? prepared?.reason ?? '')
  const [refusal, setRefusal] = useState<FieldError[]>([])
  const form = useForm<DraftForm>({
    defaultValues: kept?.form ?? stood,
    resolver: zodResolver(draftShape),
    mode: 'onTouched',
  })
  const typed = useWatch({ control: form.control }) as DraftForm
  const changes = changesOf(typed, purchase)
  const untouched = JSON.stringify(typed) === JSON.stringify(stood) && reason === (prepared?.reason ?? '')
  useEffect(() => {
    if (untouched) dropLocalCopy(ownKey(purchase))
    else keepLocally(ownKey(purchase), { version: purchase.version, form: typed, at: new Date().toISOString(), reason })
  }, [untouched, typed, reason, purchase])
  const officialPublication = referenceOf(typed, purchase)
  const { data: seen, isFetching } = useQuery(correctionCheck(purchase.id, useRested({ changes, officialPublication })))
  const again = () => {
    form.reset(stood)
    setReason(prepared?.reason ?? '')
    setKept(null)
  }
  const missing = refusal.find(({ field }) => field === 'reason')?.message
  const line = (field: string, message: string) => ({
    field,
    message: field === 'reason' || field === '' ? message : t('submit.line', { where: wordsOf(field), message }),
  })
  const refuse = (failure: unknown) => {
    if (!(failure instanceof ProblemError) || failure.status === 0) {
      setRefusal([{ message: t('submit.unreachable') }])
      return
    }
    const { errors = [], detail, title } = failure.problem
    const at = (pointer: string) => pathOf(inForm(pointer))
    setRefusal(
      errors.length === 0
        ? [{ message: detail ?? title }]
        : errors.map(({ pointer, detail: message }) => line(at(pointer), message)),
    )
  }
  const malformed = (errors: FieldErrors<DraftForm>) =>
    setRefusal(errorsOf(errors).map(({ field, message }) => line(field ?? '', t(`shape.${message as 'amount'}`))))
  const send = form.handleSubmit(() => {
    setRefusal([])
    sending.mutate(
      {
        changes: changesOf(form.getValues(), purchase),
        reason,
        officialPublication: referenceOf(form.getValues(), purchase),
      },
      {
        onSuccess: () => {
          dropLocalCopy(ownKey(purchase))
          say({ text: t('correction.done') })
          navigate(paths.purchase(purchase.id))
        },
        onError: refuse,
      },
    )
  }, malformed)
  return (
    <FormProvider {...form}>
      <Troubles
        findings={(seen?.findings ?? []).map((one) => ({ ...one, pointer: inForm(one.pointer) }))}
        refusal={[]}
        strict={refusal.length > 0}
      >
        <form onSubmit={send} noValidate className={styles.editor}>
          <div className={styles.main}>
            <ErrorSummary errors={refusal} />
            {kept !== null && (
              <Banner
                tone="amber"
                action={
                  <button type="button" onClick={again}>
                    {t('correction.again')}
                  </button>
                }
              >
                {t('save.restored')}
              </Banner>
            )}
            <FormSection number={1} title={t('correction.reason')} lead={t('correction.reasonLead')}>
              <TextArea
                id="reason"
                label={t('correction.reason')}
                value={reason}
                maxLength={2000}
                error={missing}
                onChange={({ target }) => setReason(target.value)}
              />
            </FormSection>
            {purchase.statutory !== null && <Reference region={purchase.regionCode} />}
            <FormSection number={2} title={t('correction.what')} lead={t('correction.whatLead')}>
              <Needs />
              {purchase.lots.map((lot, at) => (
                <LotText key={lot.id} at={at} title={lot.title ?? ''} />
              ))}
              <LowPrice />
              {purchase.statutory !== null && <Terms here={purchase.bidPlace.here} />}
            </FormSection>
            <FormSection number={3} title={t('times.title')} lead={t('correction.timesLead')}>
              <Times purchase={purchase} seen={seen} />
            </FormSection>
            <ContactFields number={4} />
            <Button type="submit" busy={sending.isPending} className={styles.start}>
              {t('correction.send')}
            </Button>
          </div>
          <aside className={styles.aside} id="desk" tabIndex={-1} aria-label={t('correction.desk')}>
            <CorrectionPreview seen={seen} stale={isFetching} />
          </aside>
        </form>
      </Troubles>
    </FormProvider>
  )
}

const ownKey = ({ id }: Purchase) => `correction.${id}`

/** What was typed over exactly this text and not handed over. */
function copyOf(purchase: Purchase) {
  const copy = localCopy(ownKey(purchase))
  return copy?.version === purchase.version ? copy : null
}

/** A pointer of the server as one of the form: the reference of the correction stands where that of a draft does. */
const inForm = (pointer: string) =>
  pointer.replace(/^\/changes/, '').replace(/^\/officialPublication/, '/statutory/officialPublication')

/** The statutory medium publishes a correction first, too. */
function Reference({ region }: { region: string | null }) {
  const { t } = useTranslation('drafting')
  const { data: offer } = useQuery(methodsIn(region ?? PROVINCE))
  const medium = useDraftField('statutory.officialPublication.medium')
  const noticeId = useDraftField('statutory.officialPublication.noticeId')
  const url = useDraftField('statutory.officialPublication.url')
  const publishedAt = useDraftField('statutory.officialPublication.publishedAt')
  return (
    <fieldset className={styles.group}>
      <legend>{t('correction.official')}</legend>
      <p className={styles.hint}>{t('correction.officialLead')}</p>
      {offer && (
        <div className={styles.grouped}>
          <OfficialFields media={offer.media} medium={medium} noticeId={noticeId} url={url} publishedAt={publishedAt} />
        </div>
      )}
    </fieldset>
  )
}

/** What a statutory method said besides and may be corrected. */
function Terms({ here }: { here: boolean }) {
  const { t } = useTranslation('drafting')
  return (
    <fieldset className={styles.group}>
      <legend>{t('correction.terms')}</legend>
      <div className={styles.grouped}>
        <TextField {...useDraftField('statutory.documents.to')} type="datetime-local" label={t('documents.to')} />
        <DocumentsPlace />
      </div>
      {!here && <Places />}
      <OtherMatters />
    </fieldset>
  )
}

function Needs() {
  const { t } = useTranslation('drafting')
  return <TextArea {...useDraftField('description')} rows={6} label={t('field.description')} />
}

function LotText({ at, title }: { at: number; title: string }) {
  const { t } = useTranslation('drafting')
  const scored = isScored(useWatch<DraftForm, 'method'>({ name: 'method' }))
  return (
    <fieldset className={styles.lot}>
      <legend>
        {t('numbered.lots', { number: at + 1 })} {title}
      </legend>
      <TextArea {...useDraftField(`lots.${at}.description`)} label={t('lot.description')} />
      {scored && <Criteria lot={at} />}
    </fieldset>
  )
}

/** The opening goes with the deadline as long as both were one moment. */
function Times({ purchase, seen }: { purchase: Purchase; seen: Correction | undefined }) {
  const { t } = useTranslation('drafting')
  const language = useLanguage()
  const now = useNow()
  const { setValue, getValues } = useFormContext<DraftForm>()
  const soonest = localOf(now.toISOString())
  const deadline = useDraftField('bidDeadline')
  const put = (local: string) => {
    const together = getValues('openingAt') === '' || getValues('openingAt') === getValues('bidDeadline')
    setValue('bidDeadline', local, { shouldDirty: true, shouldTouch: true })
    if (together) setValue('openingAt', local, { shouldDirty: true })
  }
  return (
    <>
      <p className={styles.hint}>
        {t('correction.stands', { at: dateTime(purchase.bidDeadline ?? '', language) })}
        {seen?.concernsBids && seen.earliest && ` ${t('correction.earliest', { day: date(seen.earliest, language) })}`}
      </p>
      <TextField
        {...deadline}
        onChange={async (event) => put(event.target.value)}
        type="datetime-local"
        min={soonest}
        label={t('field.bidDeadline')}
        hint={<ReadBack path="bidDeadline" words="times.deadlineHint" />}
      />
      <TextField
        {...useDraftField('openingAt')}
        type="datetime-local"
        min={soonest}
        label={t('field.openingAt')}
        hint={<ReadBack path="openingAt" words="times.openingHint" />}
      />
    </>
  )
}
