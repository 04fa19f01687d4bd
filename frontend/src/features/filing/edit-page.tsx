import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type Control, Controller, useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import type { Filing } from '../../api/types'
import { paths } from '../../lib/paths'
import { hasStatus } from '../../lib/problem'
import { regionsUnder } from '../../lib/reference'
import { Button } from '../../ui/button'
import { ErrorSummary } from '../../ui/error-summary'
import { Checkbox, Select, TextArea, TextField } from '../../ui/field'
import { errorsOf, showProblem } from '../../ui/form-problems'
import { FormSection } from '../../ui/form-section'
import { Page } from '../../ui/page'
import { useToast } from '../../ui/toast'
import { CategoriesField } from './categories-field'
import { Changed } from './changed'
import styles from './filing.module.css'
import { blank, type FilingTyped, formOf, membersTyped, NATURES, PAPERS, TYPES, typedOf } from './filing-form'
import { dropLocalCopy, keepLocally, localCopy } from './local-copy'
import { type Saved, useSave, useSubmission } from './mutations'
import { PaperField } from './paper-field'
import { filingOf, ruleAt } from './queries'

/** A clerk of a street or community writes down a new group. */
export function NewFilingPage({ region }: { region: string }) {
  return <Editor region={region} filing={null} />
}

export function EditFilingPage({ region }: { region: string }) {
  const { id = '' } = useParams()
  const { data: filing } = useSuspenseQuery(filingOf(id))
  return <Editor region={region} filing={filing} />
}

/** Fields whose words have a shorter name than their path. */
const LABELS: Record<string, string> = {
  communityCode: 'community',
  'leader.name': 'leader',
  'leader.phone': 'phone',
  'leader.politicalStatus': 'politicalStatus',
}

function Editor({ region, filing }: { region: string; filing: Filing | null }) {
  const { t, i18n } = useTranslation('filing')
  const { t: common } = useTranslation()
  const navigate = useNavigate()
  const say = useToast()
  const [kept] = useState(() => localCopy(filing?.id))
  const [saved, setSaved] = useState<Saved | null>(kept?.saved ?? filing)
  const save = useSave()
  const submission = useSubmission()
  const street = region.length === 12 ? region.slice(0, 9) : region
  const { data: communities } = useSuspenseQuery(regionsUnder(street))
  const { data: rule } = useSuspenseQuery(ruleAt(region))
  const form = useForm<FilingTyped>({
    defaultValues: kept?.typed ?? (filing === null ? blank(region.length === 12 ? region : '') : typedOf(filing)),
  })
  const { errors } = form.formState
  const typed = useWatch({ control: form.control }) as FilingTyped
  useEffect(() => keepLocally(filing?.id, { typed, saved }), [typed, saved, filing?.id])
  const client = useQueryClient()
  const [theirs, setTheirs] = useState<Filing | null>(null)
  const [opened, setOpened] = useState(filing)
  const refuse = async (failure: unknown) => {
    if (saved !== null && hasStatus(failure, 412)) {
      setTheirs(await client.fetchQuery({ ...filingOf(saved.id), staleTime: 0 }))
    } else {
      showProblem(failure, form.setError, common('form.unreachable'))
    }
  }
  const goOn = () => {
    setSaved(theirs && { id: theirs.id, version: theirs.version })
    setOpened(theirs)
    setTheirs(null)
  }
  const leave = (id: string, text: string) => {
    dropLocalCopy(filing?.id)
    say({ text })
    navigate(paths.filing(id), { replace: true })
  }
  const kindOfSending = filing === null || filing.state === 'APPLIED' ? 'send' : 'keep'
  const write = (send: boolean) => {
    form.clearErrors()
    save.mutate(
      { saved, form: formOf(form.getValues()) },
      {
        onError: refuse,
        onSuccess: ({ id, version }) => {
          setSaved({ id, version })
          if (!send) return leave(id, t('saved'))
          submission.mutate(id, { onError: refuse, onSuccess: () => leave(id, t('sent')) })
        },
      },
    )
  }
  const labelOf = (field: string | undefined) => {
    const label = LABELS[field ?? ''] ?? field
    return label !== undefined && i18n.exists(`filing:field.${label}`) ? t(`field.${label as 'name'}`) : null
  }
  const named = (label: string | null, message: string) => (label === null ? message : t('wrong', { label, message }))
  const places = communities.filter(({ code }) => region.length < 12 || code === region)
  const busy = save.isPending || submission.isPending
  const title = t(filing === null ? 'newTitle' : 'editTitle')
  return (
    <Page title={title} narrow>
      <h1>{title}</h1>
      <p className={styles.lead}>{t('lead', { members: rule.minMembers, authority: rule.authority })}</p>
      {kept !== null && <p className={styles.note}>{t('kept')}</p>}
      {filing?.returned && (
        <p className={styles.note}>
          <b>{t('returnedWith')}</b>
          {filing.returned}
        </p>
      )}
      {theirs !== null && <Changed before={opened} theirs={theirs} onGoOn={goOn} />}
      <form noValidate className={styles.form} onSubmit={(event) => event.preventDefault()}>
        <ErrorSummary
          errors={errorsOf(errors).map(({ field, message }) => ({ field, message: named(labelOf(field), message) }))}
        />
        <FormSection number={1} title={t('part.what')}>
          <Select {...form.register('nature')} id="nature" label={t('field.nature')} error={errors.nature?.message}>
            <option value="">{t('pick')}</option>
            {NATURES.map((nature) => (
              <option key={nature} value={nature}>
                {t(`nature.${nature}`)}
              </option>
            ))}
          </Select>
          <TextField
            {...form.register('name')}
            id="name"
            label={t('field.name')}
            hint={t('hint.name')}
            error={errors.name?.message}
          />
          {errors.name?.type === 'filing-same-name' && (
            <Checkbox {...form.register('sameName')} label={t('sameName')} />
          )}
          <Select {...form.register('type')} id="type" label={t('field.type')} error={errors.type?.message}>
            <option value="">{t('pick')}</option>
            {TYPES.map((type) => (
              <option key={type} value={type}>
                {t(`type.${type}`)}
              </option>
            ))}
          </Select>
          <TextArea
            {...form.register('purpose')}
            id="purpose"
            label={t('field.purpose')}
            hint={t('hint.purpose')}
            error={errors.purpose?.message}
          />
          <Controller
            control={form.control}
            name="categories"
            render={({ field }) => (
              <CategoriesField value={field.value} onChange={field.onChange} error={firstOf(errors.categories)} />
            )}
          />
          <TextField
            {...form.register('foundedOn')}
            type="date"
            id="foundedOn"
            label={t('field.foundedOn')}
            error={errors.foundedOn?.message}
          />
        </FormSection>
        <FormSection number={2} title={t('part.where')}>
          <Select
            {...form.register('communityCode')}
            id="communityCode"
            label={t('field.community')}
            error={errors.communityCode?.message}
          >
            <option value="">{t('pick')}</option>
            {places.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
          <TextField {...form.register('venue')} id="venue" label={t('field.venue')} error={errors.venue?.message} />
        </FormSection>
        <FormSection number={3} title={t('part.who')}>
          <TextField
            {...form.register('leader.name')}
            id="leader.name"
            label={t('field.leader')}
            error={errors.leader?.name?.message}
          />
          <TextField
            {...form.register('leader.phone')}
            type="tel"
            id="leader.phone"
            label={t('field.phone')}
            hint={t('hint.phone')}
            error={errors.leader?.phone?.message}
          />
          <TextField
            {...form.register('leader.politicalStatus')}
            id="leader.politicalStatus"
            label={t('field.politicalStatus')}
            error={errors.leader?.politicalStatus?.message}
          />
          <TextField
            {...form.register('memberCount')}
            inputMode="numeric"
            id="memberCount"
            label={t('field.memberCount')}
            error={errors.memberCount?.message}
          />
          <Members control={form.control} least={rule.minMembers}>
            {(hint) => (
              <TextArea
                {...form.register('coreMembers')}
                id="coreMembers"
                label={t('field.coreMembers')}
                hint={hint}
                error={firstOf(errors.coreMembers)}
              />
            )}
          </Members>
        </FormSection>
        <FormSection number={4} title={t('part.care')}>
          {(['guidanceUnit', 'host', 'partyBranch', 'funding'] as const).map((name) => (
            <TextField
              key={name}
              {...form.register(name)}
              id={name}
              label={t(`field.${name}`)}
              error={errors[name]?.message}
            />
          ))}
        </FormSection>
        <FormSection number={5} title={t('part.papers')}>
          <p className={styles.lead}>{t('papersLead')}</p>
          {PAPERS.map((kind) => (
            <Controller
              key={kind}
              control={form.control}
              name={`attachments.${kind}`}
              render={({ field }) => (
                <PaperField
                  kind={kind}
                  needed={rule.papers.includes(kind)}
                  value={field.value}
                  onChange={field.onChange}
                  error={firstOf(errors.attachments?.[kind])}
                />
              )}
            />
          ))}
        </FormSection>
        <div className={styles.ends}>
          {kindOfSending === 'send' && (
            <Button busy={busy} onClick={() => write(true)}>
              {t('send')}
            </Button>
          )}
          <Button weight={kindOfSending === 'send' ? 'ghost' : 'primary'} busy={busy} onClick={() => write(false)}>
            {t('keep')}
          </Button>
        </div>
      </form>
    </Page>
  )
}

/** How many names are there yet, counted while they are typed. */
function Members({
  control,
  least,
  children,
}: {
  control: Control<FilingTyped>
  least: number
  children: (hint: string) => React.ReactNode
}) {
  const { t } = useTranslation('filing')
  const lines = useWatch({ control, name: 'coreMembers' })
  return children(t('hint.coreMembers', { least, have: membersTyped(lines) }))
}

/** The message of a field whose value is an object or a list. */
const firstOf = (error: unknown): string | undefined => {
  if (typeof error !== 'object' || error === null) return undefined
  const { message } = error as { message?: unknown }
  if (typeof message === 'string') return message
  return Object.values(error)
    .map(firstOf)
    .find((one) => one !== undefined)
}
