import { useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { categoriesUnder, categoryOf, PROVINCE, regionOf, regionsUnder } from '../../lib/reference'
import { ChosenCodes } from '../../ui/chosen-codes'
import { CodePicker, type PickNode } from '../../ui/code-picker'
import { Field } from '../../ui/field'

type Tree = 'place' | 'service'

interface CodesFieldProps {
  id: string
  tree: Tree
  label: string
  hint?: string
  many: boolean
  value: string[]
  onChange: (codes: string[]) => void
  error: string | undefined
}

const nodeOf = (tree: Tree, code: string) => (tree === 'place' ? regionOf(code) : categoryOf(code))

/** Places or services: what was chosen as words, and the way to choose. */
export function CodesField({ id, tree, label, hint, many, value, onChange, error }: CodesFieldProps) {
  const { t } = useTranslation('pool')
  const [level, setLevel] = useState<string | null | undefined>(undefined)
  const nodes = useQueries({ queries: value.map((code) => nodeOf(tree, code)) as ReturnType<typeof regionOf>[] })
  const nameOf = (at: number) => nodes[at]?.data?.name ?? value[at] ?? ''
  const drop = (code: string) => onChange(value.filter((one) => one !== code))
  const toggle = ({ code }: PickNode) =>
    value.includes(code) ? drop(code) : onChange(many ? [...value, code] : [code])
  return (
    <Field label={label} hint={hint} error={error} id={id}>
      {(control) => (
        <ChosenCodes
          id={control.id}
          describedBy={control['aria-describedby']}
          chosen={value.map((code, at) => ({ code, name: nameOf(at) }))}
          drop={(name) => t('codes.drop', { name })}
          onDrop={drop}
          choose={t(value.length === 0 ? 'codes.choose' : many ? 'codes.more' : 'codes.other')}
          onChoose={() => setLevel(null)}
        >
          {level !== undefined && (
            <Picker
              tree={tree}
              title={label}
              level={level}
              onLevel={setLevel}
              onClose={() => setLevel(undefined)}
              chosen={value}
              onToggle={toggle}
              many={many}
            />
          )}
        </ChosenCodes>
      )}
    </Field>
  )
}

interface PickerProps {
  tree: Tree
  title: string
  level: string | null
  onLevel: (code: string | null) => void
  onClose: () => void
  chosen: string[]
  onToggle: (node: PickNode) => void
  many: boolean
}

function Picker({ tree, ...rest }: PickerProps) {
  return tree === 'place' ? <Places {...rest} /> : <Services {...rest} />
}

function Places({ level, ...rest }: Omit<PickerProps, 'tree'>) {
  const { t } = useTranslation('pool')
  const { data: nodes } = useQuery(regionsUnder(level ?? PROVINCE))
  const { data: here } = useQuery({ ...regionOf(level ?? PROVINCE), enabled: level !== null })
  const path = level === null ? [] : (here?.path ?? []).filter(({ code }) => code !== PROVINCE)
  const closed = path.some(({ code }) => code === level) || level === null || here === undefined
  return (
    <CodePicker
      {...rest}
      open
      root={t('codes.province')}
      nodes={nodes}
      path={closed ? path : [...path, { code: level, name: here.name }]}
    />
  )
}

function Services({ level, ...rest }: Omit<PickerProps, 'tree'>) {
  const { t } = useTranslation('pool')
  const { data: nodes } = useQuery(categoriesUnder(level))
  const { data: here } = useQuery({ ...categoryOf(level ?? ''), enabled: level !== null })
  return (
    <CodePicker
      {...rest}
      open
      root={t('codes.catalogue')}
      nodes={nodes}
      path={level === null || here === undefined ? [] : [here]}
    />
  )
}
