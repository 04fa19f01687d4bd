import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { CalendarPreview } from '../../api/types'
import { date } from '../../lib/format'
import { useLanguage } from '../../lib/use-language'
import { Button } from '../../ui/button'
import { ErrorSummary } from '../../ui/error-summary'
import { TextArea, TextField } from '../../ui/field'
import { FileField } from '../../ui/file-field'
import { errorsOf, showProblem } from '../../ui/form-problems'
import { useToast } from '../../ui/toast'
import { useLoadYear, usePreviewYear } from './mutations'
import styles from './operations.module.css'

/** Two steps: first what a year would change, then loading it. A change of the text asks for the first step again. */
export function YearForm({ next }: { next: number }) {
  const { t } = useTranslation('operations')
  const { t: common } = useTranslation()
  const say = useToast()
  const form = useForm({
    defaultValues: { year: `${next}`, document: '', csv: 'date,kind\n' },
    shouldFocusError: false,
  })
  const preview = usePreviewYear()
  const load = useLoadYear()
  const { errors } = form.formState
  const fileOf = ({ year, document, csv }: { year: string; document: string; csv: string }) => ({
    year: Number.parseInt(year, 10) || 0,
    document,
    csv,
  })
  const onError = (failure: unknown) => showProblem(failure, form.setError, common('form.unreachable'))
  const look = form.handleSubmit((values) => preview.mutate(fileOf(values), { onError }))
  const apply = form.handleSubmit((values) =>
    load.mutate(fileOf(values), {
      onError,
      onSuccess: ({ year }) => {
        preview.reset()
        form.reset()
        say({ text: t('calendar.applied', { year }) })
      },
    }),
  )
  const read = async (file: File | undefined) => {
    if (file !== undefined) form.setValue('csv', await file.text(), { shouldDirty: true })
    preview.reset()
  }
  const field = (name: 'year' | 'document' | 'csv') => ({
    ...form.register(name, { onChange: () => preview.reset() }),
    id: name,
    error: errors[name]?.message,
  })
  return (
    <form onSubmit={look} noValidate className={styles.form}>
      <ErrorSummary errors={errorsOf(errors)} />
      <TextField {...field('year')} inputMode="numeric" label={t('calendar.yearField')} />
      <TextField {...field('document')} label={t('calendar.document')} hint={t('calendar.documentHint')} />
      <TextArea {...field('csv')} rows={10} label={t('calendar.csv')} hint={t('calendar.csvHint')} spellCheck={false} />
      <FileField
        id="calendar-file"
        accept=".csv,text/csv,text/plain"
        label={t('calendar.file')}
        onChoose={([file]) => void read(file)}
      />
      {preview.data && <Preview found={preview.data} />}
      <div className={styles.steps}>
        <Button type="submit" weight={preview.data ? 'ghost' : 'primary'} busy={preview.isPending}>
          {t('calendar.preview')}
        </Button>
        {preview.data && (
          <Button busy={load.isPending} onClick={() => void apply()}>
            {t('calendar.apply', { year: preview.data.year })}
          </Button>
        )}
      </div>
    </form>
  )
}

function Preview({ found }: { found: CalendarPreview }) {
  const { t } = useTranslation('operations')
  const language = useLanguage()
  return (
    <div role="status" className={styles.preview}>
      <p>{t('calendar.previewed', { year: found.year, count: found.workingDays })}</p>
      <dl>
        {(['holidays', 'workdays', 'changes'] as const).map((name) => (
          <div key={name}>
            <dt>{t(`calendar.${name}`)}</dt>
            <dd>
              {found[name].length === 0
                ? t('calendar.none')
                : found[name].map((day) => date(day, language)).join(language === 'en' ? ', ' : '、')}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
