import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConsortiumAgreement } from '../../../api/types'
import { ProblemError } from '../../../lib/problem'
import { Button } from '../../../ui/button'
import { ErrorSummary, type FieldError } from '../../../ui/error-summary'
import { useToast } from '../../../ui/toast'
import { shareWords } from '../parts/shares'
import { ShareSum } from '../share-sum'
import {
  draftOf,
  forgetDraft,
  formOf,
  isChanged,
  type MemberRow,
  recallDraft,
  rememberDraft,
  sumOf,
  unreadable,
} from './agreement-draft'
import styles from './consortium.module.css'
import { MemberFields } from './member-fields'
import { MemberFinder } from './member-finder'
import { useSaveAgreement } from './mutations'
import { lawfulMembers } from './queries'

interface DraftFormProps {
  lot: string
  organization: { id: string; name: string }
  /** As it is saved. */
  agreement: ConsortiumAgreement | undefined
  /** There is a text to be read first. */
  folded: boolean
}

/** The lead writes who does what for which share of the price. */
export function DraftForm({ lot, organization, agreement, folded }: DraftFormProps) {
  const { t } = useTranslation('consortium')
  const toast = useToast()
  const saved = draftOf(organization, agreement)
  const [rows, setRows] = useState(() => recallDraft(organization.id, lot, saved))
  const [problems, setProblems] = useState<FieldError[]>([])
  const save = useSaveAgreement(lot)
  const lawful = useQuery(
    lawfulMembers(
      lot,
      rows.map(({ body }) => body),
    ),
  )
  const changed = isChanged(rows, saved)
  const sum = sumOf(rows)
  const change = (now: MemberRow[]) => {
    setRows(now)
    rememberDraft(organization.id, lot, now)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wrong = unreadable(rows).map((field) => ({ field, message: t('draft.shareForm') }))
    setProblems(wrong)
    if (wrong.length > 0) return
    save.mutate(formOf(rows, agreement?.version ?? 0), {
      onSuccess: () => {
        forgetDraft(organization.id, lot)
        toast({ text: t('draft.saved') })
      },
      onError: (failure) => setProblems(problemsOf(failure)),
    })
  }
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message
  const title = <h2 id="draft-title">{t(agreement === undefined ? 'draft.title' : 'draft.titleChange')}</h2>
  const form = (
    <form onSubmit={submit} noValidate className={`${styles.form} no-print`} aria-labelledby="draft-title">
      {!folded && title}
      <p className={styles.quiet}>{t(agreement === undefined ? 'draft.lead' : 'draft.leadChange')}</p>
      <ErrorSummary errors={problems} />
      {rows.map((row, index) => (
        <MemberFields
          key={row.body}
          index={index}
          row={row}
          leads={row.body === organization.id}
          lawful={lawful.data?.members.find(({ body }) => body.id === row.body)}
          errorOf={errorOf}
          onChange={(now) => change(rows.map((old, place) => (place === index ? now : old)))}
          onRemove={() => change(rows.filter(({ body }) => body !== row.body))}
        />
      ))}
      <MemberFinder
        taken={rows.map(({ body }) => body)}
        onAdd={(body, name) => change([...rows, { body, name, work: '', share: '' }])}
      />
      <ShareSum sum={sum} label={t('draft.sum', { share: shareWords(sum) })} off={t('draft.sumOff')} />
      <p className={styles.ways}>
        <Button type="submit" weight={changed ? 'primary' : 'ghost'} busy={save.isPending}>
          {t('draft.save')}
        </Button>
        {changed && agreement !== undefined && (
          <Button
            weight="quiet"
            onClick={() => {
              forgetDraft(organization.id, lot)
              setRows(saved)
              setProblems([])
            }}
          >
            {t('draft.undo')}
          </Button>
        )}
      </p>
    </form>
  )
  if (!folded) return form
  return (
    <details className={`${styles.folded} no-print`} open={changed}>
      <summary>{title}</summary>
      {form}
    </details>
  )
}

/** `/members/0/work` → `members.0.work`, the id of its control. */
const placeOf = (pointer: string) => pointer.replace(/^\//, '').replaceAll('/', '.')

function problemsOf(failure: unknown): FieldError[] {
  if (!(failure instanceof ProblemError)) return [{ message: String(failure) }]
  const { errors = [], detail, title } = failure.problem
  return [
    { message: detail ?? title },
    ...errors.map((error) => ({ field: placeOf(error.pointer), message: error.detail })),
  ]
}
