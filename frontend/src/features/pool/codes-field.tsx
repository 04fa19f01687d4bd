import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nodeOf, type Tree, useLevel } from '../../lib/code-trees'
import { ChosenCodes } from '../../ui/chosen-codes'
import { CodePicker, type PickNode } from '../../ui/code-picker'
import { Field } from '../../ui/field'

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

/** Places or services: what was chosen as words, and the way to choose. */
export function CodesField({ id, tree, label, hint, many, value, onChange, error }: CodesFieldProps) {
  const { t } = useTranslation('pool')
  const [level, setLevel] = useState<string | null | undefined>(undefined)
  const nodes = useQueries({ queries: value.map((code) => nodeOf(tree, code)) })
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

function Picker({ tree, level, ...rest }: PickerProps) {
  const { t } = useTranslation('pool')
  return <CodePicker {...rest} open root={t(`codes.${tree}Root`)} {...useLevel(tree, level)} />
}
