import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Purchase } from '../../api/types'
import { dateTime } from '../../lib/format'
import { useLanguage } from '../../lib/use-language'
import { Diff } from '../../ui/diff'
import { Skeleton } from '../../ui/skeleton'
import styles from './purchase.module.css'
import { comparisonOf } from './queries'

/** Old → new by field, since it was submitted the last time. */
export function Comparison({ purchase }: { purchase: Purchase }) {
  const { t } = useTranslation('purchase')
  const language = useLanguage()
  const { data, isError } = useQuery(comparisonOf(purchase.id))
  if (isError) return <p>{t('comparison.failed')}</p>
  if (data === undefined) return <Skeleton lines={8} />
  return (
    <>
      <p className={styles.lead}>
        {data.since === null
          ? t('comparison.first', { count: data.changes.length })
          : t('comparison.since', { at: dateTime(data.since, language), count: data.changes.length })}
      </p>
      {data.changes.length > 0 && (
        <Diff
          caption={t('part.changes')}
          rows={data.changes.map(({ pointer, ...change }) => ({ key: pointer, ...change }))}
          words={{
            label: t('comparison.field'),
            before: t('comparison.before'),
            after: t('comparison.after'),
            none: t('comparison.none'),
          }}
        />
      )}
    </>
  )
}
