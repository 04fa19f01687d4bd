import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Evidence, FactRequest, RecordedFact, RecordKind } from '../../api/types'
import { ProblemError } from '../../lib/problem'
import { fenOf } from '../../lib/yuan-input'
import { Button } from '../../ui/button'
import { ErrorSummary, type FieldError } from '../../ui/error-summary'
import { Select, TextField } from '../../ui/field'
import { EvidenceField } from './evidence-field'
import { hasEnd, isAmount, isCounted, isYearly } from './kinds'
import styles from './registry.module.css'
import { ValueField } from './value-field'

interface FactFormProps {
  kinds: readonly RecordKind[]
  /** What the address or the corrected fact gives. */
  start: { kind: RecordKind; value: string }
  number?: number | null
  corrected?: RecordedFact | null
  today: string
  /** A registrar says where it is known from; a body's own words need no source. */
  sourced: boolean
  needsEvidence: (kind: RecordKind) => boolean
  uploadTo: string
  busy: boolean
  failure: unknown
  onSend: (fact: FactRequest) => void
  onCancel: () => void
}

/** Puts one fact on record; what the server refuses stands beside its field, and nothing typed is lost. */
export function FactForm(props: FactFormProps) {
  const { t } = useTranslation('registry')
  const { t: common } = useTranslation()
  const { corrected = null } = props
  const [kind, setKind] = useState(props.start.kind)
  const [value, setValue] = useState(props.start.value)
  const [number, setNumber] = useState((corrected?.number ?? props.number ?? '').toString())
  const [amount, setAmount] = useState(corrected?.amountFen == null ? '' : String(corrected.amountFen / 100))
  const [from, setFrom] = useState(corrected?.from ?? props.today)
  const [to, setTo] = useState(corrected?.to ?? '')
  const [source, setSource] = useState(corrected?.source ?? '')
  const [reason, setReason] = useState('')
  const [evidence, setEvidence] = useState<Evidence | null>(corrected?.evidence ?? null)
  const [unreadable, setUnreadable] = useState(false)
  const problems: FieldError[] = unreadable
    ? [{ field: 'amountFen', message: t('amountUnreadable') }]
    : problemsOf(props.failure, common('form.unreachable'))
  /** Where the label depends on the kind. */
  const labels: Record<string, string> = {
    value: t(`value.${kind}`),
    number: t(kind === 'EXPERIENCE' ? 'field.contracts' : 'field.people'),
    amountFen: t('field.amount'),
    from: t(firstDay(kind)),
  }
  const named = ({ field, message }: FieldError): FieldError => {
    const name = field === undefined ? '' : (labels[field] ?? t(`field.${field as 'to'}`, { defaultValue: '' }))
    return { field, message: name === '' ? message : t('named', { name, message }) }
  }
  const wrong = (field: string) => problems.find((problem) => problem.field === field)?.message
  const choose = (next: RecordKind) => {
    setKind(next)
    setValue('')
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (props.busy) return
    const amountFen = isAmount(kind) ? fenTyped(amount) : null
    setUnreadable(amountFen === undefined)
    if (amountFen === undefined) return
    props.onSend({
      kind,
      value,
      number: isCounted(kind) && number !== '' ? Number(number) : null,
      amountFen,
      from,
      to: hasEnd(kind) && to !== '' ? to : null,
      source: props.sourced ? source : null,
      evidenceId: evidence?.id ?? null,
      reason: corrected === null ? null : reason,
    })
  }
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <ErrorSummary errors={problems.map(named)} />
      <Select
        id="kind"
        label={t('field.kind')}
        error={wrong('kind')}
        value={kind}
        disabled={corrected !== null}
        onChange={(event) => choose(event.target.value as RecordKind)}
      >
        {props.kinds.map((one) => (
          <option key={one} value={one}>
            {t(`kind.${one}`)}
          </option>
        ))}
      </Select>
      <ValueField kind={kind} value={value} onValue={setValue} error={wrong('value')} />
      {isCounted(kind) && (
        <TextField
          id="number"
          label={labels.number}
          inputMode="numeric"
          error={wrong('number')}
          value={number}
          onChange={(event) => setNumber(event.target.value.replace(/\D/g, ''))}
        />
      )}
      {isAmount(kind) && (
        <TextField
          id="amountFen"
          label={labels.amountFen}
          hint={t(kind === 'NET_ASSETS' ? 'field.amountBelow' : 'field.amountHint')}
          inputMode="decimal"
          error={wrong('amountFen')}
          value={amount}
          onChange={(event) => setAmount(event.target.value)}
        />
      )}
      <div className={styles.days}>
        <TextField
          id="from"
          type="date"
          label={labels.from}
          error={wrong('from')}
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
        {hasEnd(kind) && (
          <TextField
            id="to"
            type="date"
            label={t('field.to')}
            hint={t(lastDay(kind))}
            error={wrong('to')}
            value={to}
            onChange={(event) => setTo(event.target.value)}
          />
        )}
      </div>
      {props.sourced && (
        <TextField
          id="source"
          label={t('field.source')}
          hint={t('field.sourceHint')}
          error={wrong('source')}
          value={source}
          onChange={(event) => setSource(event.target.value)}
        />
      )}
      {(props.sourced || props.needsEvidence(kind)) && (
        <EvidenceField address={props.uploadTo} kept={evidence} onKept={setEvidence} error={wrong('evidenceId')} />
      )}
      {corrected !== null && (
        <TextField
          id="reason"
          label={t('field.reason')}
          error={wrong('reason')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      <div className={styles.acts}>
        <Button type="submit" busy={props.busy}>
          {t(props.sourced ? 'act.record' : 'act.declare')}
        </Button>
        <Button weight="quiet" onClick={props.onCancel}>
          {t('act.cancel')}
        </Button>
      </div>
    </form>
  )
}

function firstDay(kind: RecordKind) {
  if (kind === 'INSPECTION') return 'field.concluded'
  return isYearly(kind) ? 'field.reported' : 'field.from'
}

function lastDay(kind: RecordKind) {
  if (kind === 'GRADE') return 'field.gradeTo'
  return kind === 'TAX' ? 'field.taxTo' : 'field.toHint'
}

/** Below zero with a minus; undefined for what is no amount, null for nothing. */
function fenTyped(text: string): number | null | undefined {
  const typed = text.trim().replace(/^[−－—]/, '-')
  if (typed === '') return null
  if (/^0+(\.0+)?$/.test(typed)) return 0
  const fen = fenOf(typed.replace(/^-/, ''))
  return fen === undefined || !typed.startsWith('-') ? fen : -fen
}

const lastPart = (pointer: string): string | undefined => pointer.split('/').at(-1)

/** The server's words, each with the control it means. */
export function problemsOf(failure: unknown, unreachable: string, fieldAt = lastPart): FieldError[] {
  if (failure === null || failure === undefined) return []
  if (!(failure instanceof ProblemError) || failure.status === 0) return [{ message: unreachable }]
  const { errors = [], detail, title } = failure.problem
  if (errors.length === 0) return [{ message: detail ?? title }]
  return errors.map((error) => ({ field: fieldAt(error.pointer), message: error.detail }))
}
