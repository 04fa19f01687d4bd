import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportField, RegistryImport } from '../../api/types'
import { ProblemError } from '../../lib/problem'
import { Button } from '../../ui/button'
import { ErrorSummary } from '../../ui/error-summary'
import { Select } from '../../ui/field'
import { FIELDS } from './fields'
import styles from './imports.module.css'
import { useColumns } from './mutations'

/** How each column of the file was understood; before anything is written it can be chosen otherwise. */
export function Columns({ one }: { one: RegistryImport }) {
  const { t } = useTranslation('imports')
  const choose = useColumns()
  const [fields, setFields] = useState<ImportField[]>(one.columns.map(({ field }) => field))
  const left = one.columns.filter(({ field }) => field === null).length
  const editable = one.state === 'PREVIEW'
  const changed = fields.some((field, at) => field !== one.columns[at]?.field)
  const set = (at: number, field: string) =>
    setFields(fields.map((old, i) => (i === at ? (field === '' ? null : (field as ImportField)) : old)))
  return (
    <details className={styles.columns}>
      <summary>{t('columns.summary', { count: one.columns.length, left })}</summary>
      <p className={styles.lead}>{t('columns.lead')}</p>
      <ErrorSummary
        errors={
          choose.error === null
            ? []
            : [{ message: choose.error instanceof ProblemError ? choose.error.message : t('unreachable') }]
        }
        title={t('notDone')}
      />
      <div className={styles.mapping}>
        {one.columns.map(({ heading }, at) => (
          <Select
            // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name than their place
            key={at}
            label={heading || t('columns.nameless', { number: at + 1 })}
            value={fields[at] ?? ''}
            disabled={!editable}
            onChange={({ currentTarget }) => set(at, currentTarget.value)}
          >
            <option value="">{t('columns.aside')}</option>
            {FIELDS.map((field) => (
              <option key={field} value={field}>
                {t(`field.${field}`)}
              </option>
            ))}
          </Select>
        ))}
      </div>
      {editable && changed && (
        <Button busy={choose.isPending} onClick={() => choose.mutate({ ...one, fields })}>
          {t('columns.again')}
        </Button>
      )}
    </details>
  )
}
