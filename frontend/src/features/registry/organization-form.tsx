import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { OrganizationRecord } from '../../api/types'
import { paths } from '../../lib/paths'
import { hasStatus, ProblemError } from '../../lib/problem'
import { Button } from '../../ui/button'
import { ErrorSummary, type FieldError } from '../../ui/error-summary'
import { Checkbox } from '../../ui/field'
import { Conflict } from './conflict'
import { problemsOf } from './fact-form'
import { useKeepOrganization, useRegisterGroup } from './mutations'
import { OrganizationFields } from './organization-fields'
import { body } from './queries'
import { type Fields, fieldAt, fieldsOf, formOf, type Group, isUnreadable, type Name } from './registration'
import styles from './registry.module.css'

const COUNTY_DIGITS = 6

interface OrganizationFormProps {
  record: OrganizationRecord | null
  region: string
  /** Set when the organization was a filed group until now. */
  group?: Group
}

/** Registers an organization or changes what is registered; warnings are read before they are accepted. */
export function OrganizationForm({ record, region, group }: OrganizationFormProps) {
  const { t } = useTranslation('registry')
  const { t: common } = useTranslation()
  const navigate = useNavigate()
  const client = useQueryClient()
  const keepOrganization = useKeepOrganization(record?.id ?? null)
  const registerGroup = useRegisterGroup(group?.id ?? '')
  const keep = group === undefined ? keepOrganization : registerGroup
  const [fields, setFields] = useState<Fields>(() => fieldsOf(record, region, group))
  const [read, setRead] = useState(record)
  const [theirs, setTheirs] = useState<OrganizationRecord | null>(null)
  const [accepted, setAccepted] = useState<string[]>([])
  const [unreadable, setUnreadable] = useState(false)
  const failure = record !== null && hasStatus(keep.error, 412) ? null : keep.error
  const isWarning = failure instanceof ProblemError && failure.problem.type === '/problems/organization/to-acknowledge'
  const warnings = isWarning ? (failure.problem.errors ?? []) : []
  const problems: FieldError[] = unreadable
    ? [{ field: 'funds', message: t('fundsUnreadable') }]
    : problemsOf(failure, common('form.unreachable'), fieldAt)
  const named = ({ field, message }: FieldError): FieldError => ({
    field,
    message: field === undefined ? message : t('named', { name: t(`field.${field as Name}`), message }),
  })
  const wrong = (name: Name) => (isWarning ? undefined : problems.find(({ field }) => field === name)?.message)
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (keep.isPending) return
    setUnreadable(isUnreadable(fields))
    if (isUnreadable(fields)) return
    keep.mutate(
      { version: group?.version ?? read?.version ?? 0, body: formOf(fields, accepted) },
      {
        onSuccess: (kept) => navigate(paths.keptBody(kept.id)),
        onError: async (refusal) => {
          if (record !== null && hasStatus(refusal, 412)) {
            setTheirs(await client.fetchQuery({ ...body(record.id), staleTime: 0 }))
          }
        },
      },
    )
  }
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <ErrorSummary
        errors={problems.map(named)}
        {...(failure instanceof ProblemError && failure.status > 0 ? { title: failure.problem.title } : {})}
      />
      {theirs !== null && read !== null && (
        <Conflict
          before={fieldsOf(read, region)}
          after={fieldsOf(theirs, region)}
          names={Object.fromEntries([read, theirs].map((one) => [one.region.code, one.region.name]))}
          onGoOn={() => {
            setRead(theirs)
            setTheirs(null)
            keep.reset()
          }}
        />
      )}
      {warnings.length > 0 && (
        <fieldset className={styles.warnings}>
          <legend>{t('warnings.title')}</legend>
          {warnings.map(({ code, detail }) => (
            <Checkbox
              key={code + detail}
              label={detail}
              checked={accepted.includes(code)}
              onChange={(event) =>
                setAccepted(event.target.checked ? [...accepted, code] : accepted.filter((one) => one !== code))
              }
            />
          ))}
        </fieldset>
      )}
      <OrganizationFields
        fields={fields}
        onField={(name, value) => setFields({ ...fields, [name]: value })}
        wrong={wrong}
        placeIsFixed={region.length >= COUNTY_DIGITS}
        changes={record !== null}
      />
      <div className={styles.acts}>
        <Button type="submit" busy={keep.isPending}>
          {t(record === null ? 'act.register' : 'act.save')}
        </Button>
        <Button weight="quiet" onClick={() => navigate(-1)}>
          {t('act.cancel')}
        </Button>
      </div>
    </form>
  )
}
