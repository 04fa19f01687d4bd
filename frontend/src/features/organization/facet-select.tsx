import { useTranslation } from 'react-i18next'
import type { Bucket } from '../../api/types'
import { count } from '../../lib/format'
import { Select } from '../../ui/field'

interface FacetSelectProps<T extends string> {
  label: string
  values: readonly T[]
  chosen: T | undefined
  /** How many each value leaves, with its name; values that leave nothing are not offered. */
  counts?: Bucket[] | undefined
  /** For choices that count nothing. */
  nameOf?: (value: T) => string
  onChoose: (value: T | null) => void
}

/** One question with the number behind each answer. */
export function FacetSelect<T extends string>({
  label,
  values,
  chosen,
  counts,
  nameOf,
  onChoose,
}: FacetSelectProps<T>) {
  const { t } = useTranslation('organization')
  const found = new Map(counts?.map((bucket) => [bucket.key, bucket]))
  const offered = nameOf ? values : values.filter((value) => found.has(value) || value === chosen)
  return (
    <Select
      label={label}
      value={chosen ?? ''}
      onChange={({ target }) => onChoose(values.find((value) => value === target.value) ?? null)}
    >
      {!nameOf && <option value="">{t('filter.any')}</option>}
      {offered.map((value) => (
        <option key={value} value={value}>
          {nameOf ? nameOf(value) : counted(found.get(value), value)}
        </option>
      ))}
    </Select>
  )
}

export const counted = (bucket: Bucket | undefined, otherwise: string) =>
  bucket === undefined ? otherwise : `${bucket.name} (${count(bucket.count)})`
