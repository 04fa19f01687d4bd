import { useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { categoriesUnder, categoryOf } from '../../lib/reference'
import { ChosenCodes } from '../../ui/chosen-codes'
import { CodePicker, type PickNode } from '../../ui/code-picker'
import { Field } from '../../ui/field'

interface CategoriesFieldProps {
  value: string[]
  onChange: (codes: string[]) => void
  error: string | undefined
}

/** The services that the group offers: matching finds purchases by them. */
export function CategoriesField({ value, onChange, error }: CategoriesFieldProps) {
  const { t } = useTranslation('filing')
  const [level, setLevel] = useState<string | null | undefined>(undefined)
  const nodes = useQueries({ queries: value.map((code) => categoryOf(code)) })
  const nameOf = (at: number) => nodes[at]?.data?.name ?? value[at] ?? ''
  const drop = (code: string) => onChange(value.filter((one) => one !== code))
  const toggle = ({ code }: PickNode) => (value.includes(code) ? drop(code) : onChange([...value, code]))
  return (
    <Field label={t('field.categories')} hint={t('hint.categories')} error={error} id="categories">
      {({ id, 'aria-describedby': described }) => (
        <ChosenCodes
          id={id}
          describedBy={described}
          chosen={value.map((code, at) => ({ code, name: nameOf(at) }))}
          drop={(name) => t('drop', { name })}
          onDrop={drop}
          choose={t(value.length === 0 ? 'choose' : 'chooseMore')}
          onChoose={() => setLevel(null)}
        >
          {level !== undefined && (
            <Picker
              level={level}
              onLevel={setLevel}
              onClose={() => setLevel(undefined)}
              chosen={value}
              onToggle={toggle}
            />
          )}
        </ChosenCodes>
      )}
    </Field>
  )
}

interface PickerProps {
  level: string | null
  onLevel: (code: string | null) => void
  onClose: () => void
  chosen: string[]
  onToggle: (node: PickNode) => void
}

function Picker({ level, ...rest }: PickerProps) {
  const { t } = useTranslation('filing')
  const { data: nodes } = useQuery(categoriesUnder(level))
  const { data: here } = useQuery({ ...categoryOf(level ?? ''), enabled: level !== null })
  return (
    <CodePicker
      {...rest}
      many
      open
      title={t('field.categories')}
      root={t('allCategories')}
      nodes={nodes}
      path={level === null || here === undefined ? [] : [here]}
    />
  )
}
