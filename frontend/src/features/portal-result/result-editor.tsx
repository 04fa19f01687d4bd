import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { FormProvider, useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Finding, PortalResult } from '../../api/types'
import { methodsIn } from '../../lib/methods'
import { pathOf } from '../../lib/path-words'
import { paths } from '../../lib/paths'
import { ProblemError } from '../../lib/problem'
import { PROVINCE } from '../../lib/reference'
import { useRested } from '../../lib/use-rested'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { ErrorSummary, type FieldError } from '../../ui/error-summary'
import { TextArea, TextField } from '../../ui/field'
import { FormSection } from '../../ui/form-section'
import { OfficialFields } from '../../ui/official-fields'
import { useToast } from '../../ui/toast'
import { Findings } from './findings'
import { dropLocalCopy, keepLocally, localCopy } from './local-copy'
import { useProposal, useWithdrawal } from './mutations'
import { PanelNames } from './panel'
import styles from './portal-result.module.css'
import { portalResultCheck } from './queries'
import { formOf, misread, type ResultForm, sentOf } from './result-form'
import { isEmpty, TroublesContext, usePlaceWords, useResultField } from './troubles'
import { Winners } from './winners'

/** What the portal published, typed over; at the right what the rules find in it while it is typed. */
export function ResultEditor({ id, stands }: { id: string; stands: PortalResult }) {
  const { t } = useTranslation('portal-result')
  const navigate = useNavigate()
  const say = useToast()
  const placeWords = usePlaceWords()
  const version = stands.proposal?.version ?? 0
  const sending = useProposal(id, stands.purchaseId)
  const stood = useMemo(() => formOf(stands), [stands])
  const [kept, setKept] = useState(() => copyOf(id, version))
  const [refusal, setRefusal] = useState<FieldError[]>([])
  const form = useForm<ResultForm>({ defaultValues: kept ?? stood })
  const typed = useWatch({ control: form.control }) as ResultForm
  const untouched = JSON.stringify(typed) === JSON.stringify(stood)
  useEffect(() => {
    if (untouched) dropLocalCopy(id)
    else keepLocally(id, { version, form: typed })
  }, [untouched, typed, id, version])
  const rested = useRested(typed)
  const { data: seen, isFetching } = useQuery(portalResultCheck(id, sentOf(rested)))
  const findings = seen?.findings ?? []
  const unread = misread(rested)
  const troubles = troublesOf(findings, unread, refusal, t('unread'))
  const again = () => {
    form.reset(stood)
    setKept(null)
  }
  const refuse = (failure: unknown) => {
    if (!(failure instanceof ProblemError) || failure.status === 0) return setRefusal([{ message: t('unreachable') }])
    const { errors = [], detail, title } = failure.problem
    if (errors.length === 0) return setRefusal([{ message: detail ?? title }])
    setRefusal(
      errors.map(({ pointer, detail: message }) => ({
        field: pathOf(pointer),
        message: t('line', { where: placeWords(pointer), message }),
      })),
    )
  }
  const send = form.handleSubmit((values) => {
    const wrong = misread(values)
    setRefusal(
      wrong.map((field) => ({ field, message: t('line', { where: placeWords(`/${field}`), message: t('unread') }) })),
    )
    if (wrong.length > 0) return
    sending.mutate(
      { form: sentOf(values), version },
      {
        onSuccess: () => {
          dropLocalCopy(id)
          say({ text: t('proposed') })
          navigate(paths.purchase(stands.purchaseId))
        },
        onError: refuse,
      },
    )
  })
  return (
    <FormProvider {...form}>
      <TroublesContext value={troubles}>
        <form onSubmit={send} noValidate className={styles.editor}>
          <div className={styles.main}>
            <ErrorSummary errors={refusal} />
            {kept !== null && (
              <Banner
                tone="amber"
                action={
                  <button type="button" onClick={again}>
                    {t('again')}
                  </button>
                }
              >
                {t('restored')}
              </Banner>
            )}
            <Winners stands={stands} seen={seen?.result.winners ?? []} />
            <Service />
            <PanelNames />
            <Fee />
            <Reference />
            <div className={styles.acts}>
              <Button type="submit" busy={sending.isPending}>
                {t('send')}
              </Button>
              {stands.proposal !== null && <Withdraw id={id} purchase={stands.purchaseId} />}
            </div>
          </div>
          <aside className={styles.aside} aria-label={t('findings.title')}>
            <Findings findings={seen?.findings} stale={isFetching} />
          </aside>
        </form>
      </TroublesContext>
    </FormProvider>
  )
}

/** What was typed over exactly this and not handed over. */
function copyOf(lot: string, version: number): ResultForm | null {
  const copy = localCopy(lot)
  return copy?.version === version ? copy.form : null
}

/** Beside its field: what the server refused, what is no number, and what rules forbid; what is only missing yet waits until it is sent. */
function troublesOf(findings: Finding[], unread: string[], refusal: FieldError[], noNumber: string) {
  const found = new Map<string, string>()
  const strict = refusal.length > 0
  for (const { severity, code, pointer, detail } of findings) {
    if (severity === 'ERROR' && (strict || !isEmpty(code))) found.set(pathOf(pointer), detail)
  }
  for (const path of unread) found.set(path, noNumber)
  return found
}

function Service() {
  const { t } = useTranslation('portal-result')
  return (
    <FormSection number={2} title={t('service.title')} lead={t('service.lead')}>
      <TextField {...useResultField('service.name')} label={t('field.serviceName')} autoComplete="off" />
      <TextArea {...useResultField('service.scope')} rows={2} label={t('field.scope')} />
      <TextArea {...useResultField('service.requirements')} rows={5} label={t('field.requirements')} />
      <TextArea {...useResultField('service.time')} rows={2} label={t('field.time')} />
      <TextArea {...useResultField('service.standards')} rows={3} label={t('field.standards')} />
    </FormSection>
  )
}

function Fee() {
  const { t } = useTranslation('portal-result')
  return (
    <FormSection number={4} title={t('fee.title')} lead={t('fee.lead')}>
      <TextField {...useResultField('agencyFee.standard')} label={t('field.standard')} autoComplete="off" />
      <TextField
        {...useResultField('agencyFee.amountFen')}
        label={t('field.feeFen')}
        hint={t('fee.hint')}
        inputMode="decimal"
        autoComplete="off"
      />
      <TextArea {...useResultField('otherMatters')} rows={3} label={t('field.otherMatters')} hint={t('fee.other')} />
    </FormSection>
  )
}

/** The statutory medium publishes the result first. */
function Reference() {
  const { t } = useTranslation('portal-result')
  const { data: offer } = useQuery(methodsIn(PROVINCE))
  const medium = useResultField('officialPublication.medium')
  const noticeId = useResultField('officialPublication.noticeId')
  const url = useResultField('officialPublication.url')
  const publishedAt = useResultField('officialPublication.publishedAt')
  return (
    <FormSection number={5} title={t('official.title')} lead={t('official.lead')}>
      {offer && (
        <OfficialFields media={offer.media} medium={medium} noticeId={noticeId} url={url} publishedAt={publishedAt} />
      )}
    </FormSection>
  )
}

function Withdraw({ id, purchase }: { id: string; purchase: string }) {
  const { t } = useTranslation('portal-result')
  const navigate = useNavigate()
  const say = useToast()
  const withdrawal = useWithdrawal(id, purchase)
  return (
    <Button
      weight="quiet"
      busy={withdrawal.isPending}
      onClick={() =>
        withdrawal.mutate(undefined, {
          onSuccess: () => {
            dropLocalCopy(id)
            say({ text: t('withdrawn') })
            navigate(paths.purchase(purchase))
          },
          onError: () => say({ text: t('unreachable') }),
        })
      }
    >
      {t('withdraw')}
    </Button>
  )
}
