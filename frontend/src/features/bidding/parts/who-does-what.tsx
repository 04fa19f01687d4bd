import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemError } from '../../../lib/problem'
import { Button } from '../../../ui/button'
import { EmptyState } from '../../../ui/empty-state'
import { ErrorSummary, type FieldError } from '../../../ui/error-summary'
import { Checkbox, Select, TextField } from '../../../ui/field'
import { useToast } from '../../../ui/toast'
import { ShareSum } from '../share-sum'
import { AllocationTable } from './allocation-table'
import { useSaveRoster } from './mutations'
import { PartFields } from './part-fields'
import styles from './parts.module.css'
import { allocationOf, formOf, type PartRow, sumOf, unreadable } from './parts-draft'
import { shareWords } from './shares'
import type { Parts } from './use-parts'

/** `/parts/0/task` → `parts.0.task`, the id of its control. */
const placeOf = (pointer: string) => pointer.replace(/^\//, '').replaceAll('/', '.')

/** 谁来做: the groups, what each does for which share, and what each answered. */
export function WhoDoesWhat({ parts, priceFen }: { parts: Parts; priceFen: number | undefined }) {
  const { t } = useTranslation('roster')
  const toast = useToast()
  const [problems, setProblems] = useState<FieldError[]>([])
  const save = useSaveRoster(parts.roster.lotId)
  const { roster, draft, changed, together, change } = parts
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wrong = unreadable(draft).map((field) => ({ field, message: t('shareForm') }))
    setProblems(wrong)
    if (wrong.length > 0) return
    save.mutate(formOf(draft, roster.version), {
      onSuccess: (saved) => {
        parts.saved(saved)
        toast({ text: t('saved') })
      },
      onError: (failure) => setProblems(problemsOf(failure)),
    })
  }
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message
  const put = (index: number, row: PartRow) =>
    change({ ...draft, parts: draft.parts.map((old, place) => (place === index ? row : old)) })
  const free = roster.candidates.filter(({ group }) => !draft.parts.some((part) => part.group === group.id))
  const sum = sumOf(draft)
  return (
    <form id="parts" tabIndex={-1} onSubmit={submit} noValidate className={styles.form}>
      <Checkbox
        label={t('together')}
        hint={t('togetherHint')}
        checked={together}
        onChange={({ target }) => parts.setTogether(target.checked)}
      />
      {together && roster.candidates.length === 0 && (
        <EmptyState title={t('none.title')}>
          <p>{t('none.what')}</p>
        </EmptyState>
      )}
      {together && roster.candidates.length > 0 && (
        <>
          <ErrorSummary errors={problems} />
          {draft.parts.map((row, index) => (
            <PartFields
              key={row.group}
              index={index}
              row={row}
              candidate={roster.candidates.find(({ group }) => group.id === row.group)}
              answered={roster.parts.find(({ group }) => group.id === row.group)}
              budgetFen={roster.budgetFen}
              errorOf={errorOf}
              onChange={(now) => put(index, now)}
              onRemove={() => change({ ...draft, parts: draft.parts.filter(({ group }) => group !== row.group) })}
            />
          ))}
          {free.length > 0 && (
            <Select
              id="add-part"
              label={t('add')}
              value=""
              onChange={({ target }) =>
                change({
                  ...draft,
                  parts: [...draft.parts, { group: target.value, task: '', deliverables: '', share: '' }],
                })
              }
            >
              <option value="">{t('addNone')}</option>
              {free.map(({ group, obstacles }) => (
                <option key={group.id} value={group.id}>
                  {obstacles.length === 0 ? group.name : t('addWith', { name: group.name, count: obstacles.length })}
                </option>
              ))}
            </Select>
          )}
          <div className={styles.pair}>
            <TextField
              id="ownShare"
              label={t('own')}
              hint={t('ownHint', { share: shareWords(roster.leastOwnShare) })}
              inputMode="decimal"
              value={draft.ownShare}
              error={errorOf('ownShare')}
              onChange={({ target }) => change({ ...draft, ownShare: target.value })}
            />
            <TextField
              id="fee"
              label={t('fee')}
              hint={t('feeHint', { share: shareWords(roster.mostFee) })}
              inputMode="decimal"
              value={draft.fee}
              error={errorOf('fee')}
              onChange={({ target }) => change({ ...draft, fee: target.value })}
            />
          </div>
          <ShareSum sum={sum} label={t('sum', { share: shareWords(sum) })} off={t('sumOff')} />
          <p className={styles.ways}>
            <Button type="submit" weight={changed ? 'primary' : 'ghost'} busy={save.isPending}>
              {t('save')}
            </Button>
            <small>{changed ? t('unsaved') : t('live')}</small>
          </p>
          {!changed && roster.hash !== null && priceFen !== undefined && (
            <AllocationTable allocation={allocationOf(roster, priceFen)} />
          )}
          {!changed && roster.hash !== null && priceFen === undefined && (
            <p className={styles.quiet}>{t('amountsLater')}</p>
          )}
        </>
      )}
    </form>
  )
}

function problemsOf(failure: unknown): FieldError[] {
  if (!(failure instanceof ProblemError)) return [{ message: String(failure) }]
  const { errors = [], detail, title } = failure.problem
  const said = detail ?? title
  const [only, ...others] = errors
  // Where one field is meant, the whole sentence leads to it.
  if (only !== undefined && others.length === 0) return [{ field: placeOf(only.pointer), message: said }]
  return [{ message: said }, ...errors.map((error) => ({ field: placeOf(error.pointer), message: error.detail }))]
}
