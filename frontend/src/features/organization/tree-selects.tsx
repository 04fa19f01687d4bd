import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Bucket } from '../../api/types'
import { categoriesUnder, PROVINCE, regionsUnder } from '../../lib/reference'
import { Select } from '../../ui/field'
import { counted } from './facet-select'

interface TreeProps {
  code: string | null
  counts: Bucket[] | undefined
  onChoose: (chosen: string[]) => void
}

/** One select per level down to the street; each next one appears when the one above is chosen. */
export function PlaceSelects({ code, counts, onChoose }: TreeProps) {
  const { t } = useTranslation('organization')
  const chain = prefixes(code ?? PROVINCE, [2, 4, 6, 9])
  return chain
    .slice(0, 3)
    .map((parent, level) => (
      <PlaceSelect
        key={parent}
        parent={parent}
        label={t(`filter.place${level as 0 | 1 | 2}`)}
        value={chain[level + 1] ?? ''}
        counts={counts}
        onChoose={(chosen) => onChoose(chosen === '' ? (parent === PROVINCE ? [] : [parent]) : [chosen])}
      />
    ))
}

/** The same for fields of service, three levels deep. */
export function CategorySelects({ code, counts, onChoose }: TreeProps) {
  const { t } = useTranslation('organization')
  const chain = prefixes(code ?? '', [1, 3, 5])
  return ['', ...chain]
    .slice(0, 3)
    .map((parent, level) => (
      <CategorySelect
        key={parent}
        parent={parent}
        label={t(`filter.field${level as 0 | 1 | 2}`)}
        value={chain[level] ?? ''}
        counts={counts}
        onChoose={(chosen) => onChoose(chosen === '' ? (parent === '' ? [] : [parent]) : [chosen])}
      />
    ))
}

const prefixes = (code: string, lengths: number[]) =>
  lengths.filter((length) => length <= code.length).map((length) => code.slice(0, length))

interface NodeProps {
  parent: string
  label: string
  value: string
  counts: Bucket[] | undefined
  onChoose: (code: string) => void
}

function PlaceSelect({ parent, ...rest }: NodeProps) {
  const { data = [] } = useQuery(regionsUnder(parent))
  return <Nodes nodes={data} {...rest} />
}

function CategorySelect({ parent, ...rest }: NodeProps) {
  const { data = [] } = useQuery(categoriesUnder(parent === '' ? null : parent))
  return <Nodes nodes={data} {...rest} />
}

function Nodes({
  nodes,
  label,
  value,
  counts = [],
  onChoose,
}: Omit<NodeProps, 'parent'> & { nodes: { code: string; name: string }[] }) {
  const { t } = useTranslation('organization')
  const found = new Map(counts.map((bucket) => [bucket.key, bucket]))
  return (
    <Select label={label} value={value} onChange={({ target }) => onChoose(target.value)}>
      <option value="">{t('filter.all')}</option>
      {nodes.map(({ code, name }) => (
        <option key={code} value={code}>
          {counted(found.get(code) && { key: code, name, count: found.get(code)?.count ?? 0 }, name)}
        </option>
      ))}
    </Select>
  )
}
