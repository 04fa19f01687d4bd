import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Evaluator } from '../../api/types'
import { paths } from '../../lib/paths'
import { ProblemError } from '../../lib/problem'
import { Button } from '../../ui/button'
import { ErrorSummary, type FieldError } from '../../ui/error-summary'
import { fieldOf } from '../../ui/form-problems'
import { Page } from '../../ui/page'
import { useToast } from '../../ui/toast'
import { AvoidancesField } from './avoidances-field'
import { Facts } from './facts'
import { useAvoid } from './mutations'
import styles from './pool.module.css'
import { type Avoidance, avoidancesOf, sent } from './pool-form'
import { ownEntry } from './queries'
import { StateWord } from './state-word'

/** What the pool has on record about the caller, and the relations that only he or she can know. */
export function OwnEntryPage() {
  const { t } = useTranslation('pool')
  const { data: entry } = useSuspenseQuery(ownEntry)
  return (
    <Page title={t('own.title')} narrow>
      <p>
        <Link to={paths.seats}>{t('own.seats')}</Link>
      </p>
      <h1>{t('own.title')}</h1>
      <div className={styles.head}>
        <StateWord state={entry.state} opened={entry.opened} />
        {entry.stateReason !== null && <span>{t('because', { reason: entry.stateReason })}</span>}
      </div>
      <p className={styles.lead}>{t('own.lead')}</p>
      <Facts entry={entry} avoidances={false} />
      <Own entry={entry} key={entry.version} />
    </Page>
  )
}

function Own({ entry }: { entry: Evaluator }) {
  const { t } = useTranslation('pool')
  const { t: common } = useTranslation()
  const say = useToast()
  const avoid = useAvoid()
  const [value, setValue] = useState<Avoidance[]>(() => avoidancesOf(entry))
  const errors = problemsOf(avoid.error, common('form.unreachable'))
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        avoid.mutate(
          { version: entry.version, avoidances: sent(value) },
          { onSuccess: () => say({ text: t('own.saved') }) },
        )
      }}
    >
      <ErrorSummary errors={errors} />
      <AvoidancesField
        value={value}
        onChange={setValue}
        wrong={(path) => errors.find(({ field }) => field === path)?.message}
        fixed={entry.avoidances.map(({ body }) => body.id)}
      />
      <Button type="submit" busy={avoid.isPending}>
        {t('own.save')}
      </Button>
    </form>
  )
}

function problemsOf(failure: unknown, unreachable: string): FieldError[] {
  if (failure === null) return []
  if (!(failure instanceof ProblemError) || failure.status === 0) return [{ message: unreachable }]
  const { errors = [], detail, title } = failure.problem
  return errors.length === 0
    ? [{ message: detail ?? title }]
    : errors.map((error) => ({ field: fieldOf(error.pointer), message: error.detail }))
}
