import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Threshold } from '../../api/types'
import { PROVINCE } from '../../lib/reference'
import { fenOf } from '../../lib/yuan-input'
import { Button } from '../../ui/button'
import { ErrorSummary } from '../../ui/error-summary'
import { Select, TextField } from '../../ui/field'
import { errorsOf, showProblem } from '../../ui/form-problems'
import { useToast } from '../../ui/toast'
import { useEnterThreshold } from './mutations'
import styles from './operations.module.css'

const BLANK = {
  regionCode: PROVINCE,
  level: 'COUNTY' as Threshold['level'],
  kind: 'PURCHASE_LIMIT' as Threshold['kind'],
  amountFen: '',
  from: '',
  document: '',
}

/** The calendar's form stands on the same page, and has a document too. */
const idOf = (name: string) => `threshold-${name}`

/** An amount with the document in which it stands; entering it is what verifies it. */
export function ThresholdForm() {
  const { t } = useTranslation('operations')
  const { t: common } = useTranslation()
  const say = useToast()
  const enter = useEnterThreshold()
  const form = useForm({ defaultValues: BLANK, shouldFocusError: false })
  const { errors } = form.formState
  const submit = form.handleSubmit(({ amountFen, from, ...rest }) =>
    enter.mutate(
      // What is not there is left out: the server says beside the field that it is missing.
      { ...rest, amountFen: fenOf(amountFen) ?? 0, ...(from === '' ? {} : { from }) },
      {
        onError: (failure) => showProblem(failure, form.setError, common('form.unreachable')),
        onSuccess: () => {
          form.reset()
          say({ text: t('thresholds.entered') })
        },
      },
    ),
  )
  const field = (name: keyof typeof BLANK) => ({
    ...form.register(name),
    id: idOf(name),
    error: errors[name]?.message,
  })
  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      <ErrorSummary
        errors={errorsOf(errors).map((one) => (one.field === undefined ? one : { ...one, field: idOf(one.field) }))}
      />
      <TextField
        {...field('regionCode')}
        inputMode="numeric"
        label={t('thresholds.regionField')}
        hint={t('thresholds.regionHint')}
      />
      <Select {...field('level')} label={t('thresholds.levelField')}>
        {(['PROVINCE', 'CITY', 'COUNTY'] as const).map((level) => (
          <option key={level} value={level}>
            {t(`thresholds.${level}`)}
          </option>
        ))}
      </Select>
      <Select {...field('kind')} label={t('thresholds.kindField')}>
        {(['PURCHASE_LIMIT', 'OPEN_TENDER'] as const).map((kind) => (
          <option key={kind} value={kind}>
            {t(`thresholds.${kind}`)}
          </option>
        ))}
      </Select>
      <TextField
        {...field('amountFen')}
        inputMode="decimal"
        label={t('thresholds.amountField')}
        hint={t('thresholds.amountHint')}
      />
      <TextField {...field('from')} type="date" label={t('thresholds.fromField')} />
      <TextField {...field('document')} label={t('thresholds.documentField')} />
      <Button type="submit" busy={enter.isPending}>
        {t('thresholds.submit')}
      </Button>
    </form>
  )
}
