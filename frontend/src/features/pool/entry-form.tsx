import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Evaluator, PoolKind } from '../../api/types'
import { paths } from '../../lib/paths'
import { headed } from '../../lib/punctuation'
import { Button } from '../../ui/button'
import { ErrorSummary } from '../../ui/error-summary'
import { Checkbox, Select, TextField } from '../../ui/field'
import { errorsOf, showProblem } from '../../ui/form-problems'
import { useToast } from '../../ui/toast'
import { AvoidancesField } from './avoidances-field'
import { CodesField } from './codes-field'
import { useKeep } from './mutations'
import styles from './pool.module.css'
import { blank, type EntryTyped, formOf, typedOf } from './pool-form'

interface EntryFormProps {
  entry: Evaluator | null
  /** As what the caller may enter somebody. */
  kinds: readonly PoolKind[]
  region: string
}

/** Enters somebody or changes what is on record; what the server refuses stands beside the field, and nothing typed is lost. */
export function EntryForm({ entry, kinds, region }: EntryFormProps) {
  const { t } = useTranslation('pool')
  const { t: common } = useTranslation()
  const navigate = useNavigate()
  const say = useToast()
  const keep = useKeep(entry?.id ?? null)
  const form = useForm<EntryTyped>({
    defaultValues: entry === null ? blank(kinds[0] ?? 'EXPERT', region) : typedOf(entry),
  })
  const { errors } = form.formState
  const kind = form.watch('kind')
  const listed = errorsOf(errors)
  const wrong = (path: string) => listed.find(({ field }) => field === path)?.message
  const alike = errors.name?.type === 'pool-alike'
  const submit = form.handleSubmit((typed) =>
    keep.mutate(
      { version: entry?.version ?? 0, body: formOf(typed) },
      {
        onSuccess: ({ id, name }) => {
          say({ text: t(entry === null ? 'entered' : 'changed', { name }) })
          navigate(paths.poolEntry(id), { replace: true })
        },
        onError: (failure) => showProblem(failure, form.setError, common('form.unreachable')),
      },
    ),
  )
  const send = (event: React.SyntheticEvent) => {
    event.preventDefault()
    form.clearErrors()
    void submit(event)
  }
  const text = (
    name: 'name' | 'employer' | 'title' | 'phone' | 'email',
    rest: { hint?: string; type?: string } = {},
  ) => <TextField {...form.register(name)} {...rest} id={name} label={t(`field.${name}`)} error={wrong(name)} />
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <ErrorSummary
        errors={listed.map(({ field, message }) => ({
          field,
          message:
            field === undefined || field.includes('.') ? message : headed(t(`field.${field as 'name'}`), message),
        }))}
      />
      {entry === null && kinds.length > 1 && (
        <Select {...form.register('kind')} id="kind" label={t('field.kind')} error={wrong('kind')}>
          {kinds.map((one) => (
            <option key={one} value={one}>
              {t(`kind.${one}`)}
            </option>
          ))}
        </Select>
      )}
      {text('name')}
      {alike && <Checkbox {...form.register('acknowledged')} label={t('anotherPerson')} />}
      {text('employer', { hint: t('hint.employer') })}
      {text('title')}
      {text('phone', { type: 'tel', hint: t('hint.phone') })}
      {text('email', { type: 'email', hint: t('hint.email') })}
      {kind !== 'INTERNAL' && (
        <Controller
          control={form.control}
          name="regionCode"
          render={({ field }) => (
            <CodesField
              id="regionCode"
              tree="region"
              many={false}
              label={t(kind === 'EXPERT' ? 'field.regionCode' : 'field.home')}
              hint={t(kind === 'EXPERT' ? 'hint.regionCode' : 'hint.home')}
              value={field.value === '' ? [] : [field.value]}
              onChange={([code = '']) => field.onChange(code)}
              error={wrong('regionCode')}
            />
          )}
        />
      )}
      {kind === 'EXPERT' &&
        (['places', 'fields'] as const).map((name) => (
          <Controller
            key={name}
            control={form.control}
            name={name}
            render={({ field }) => (
              <CodesField
                id={name}
                tree={name === 'places' ? 'region' : 'category'}
                many
                label={t(`field.${name}`)}
                hint={t(`hint.${name}`)}
                value={field.value}
                onChange={field.onChange}
                error={wrong(name)}
              />
            )}
          />
        ))}
      <Controller
        control={form.control}
        name="avoidances"
        render={({ field }) => <AvoidancesField value={field.value} onChange={field.onChange} wrong={wrong} />}
      />
      <div className={styles.acts}>
        <Button type="submit" busy={keep.isPending}>
          {t(entry === null ? 'enter' : 'save')}
        </Button>
        <Button weight="quiet" onClick={() => navigate(-1)}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
