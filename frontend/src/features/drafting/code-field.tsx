import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { useController } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { nodeOf, type Tree, useLevel } from '../../lib/code-trees'
import { PROVINCE } from '../../lib/reference'
import { ChosenCodes } from '../../ui/chosen-codes'
import { CodePicker, type PickNode } from '../../ui/code-picker'
import { Field } from '../../ui/field'
import { useTrouble } from './troubles'

interface CodeFieldProps {
  tree: Tree
  path: 'regionCode' | `lots.${number}.categoryCode` | `lots.${number}.serviceRegionCodes`
  label: string
  hint?: string
}

/** One place, one catalogue entry, or several places: what was chosen as words, and the way to choose. */
export function CodeField({ tree, path, label, hint }: CodeFieldProps) {
  const { t } = useTranslation('drafting')
  const { field } = useController({ name: path })
  const error = useTrouble(path)
  const [level, setLevel] = useState<string | null | undefined>(undefined)
  const many = Array.isArray(field.value)
  const chosen: string[] = many ? field.value : field.value ? [field.value] : []
  const nodes = useQueries({ queries: chosen.map((code) => nodeOf(tree, code)) })
  const nameOf = (at: number) => nodes[at]?.data?.fullName ?? nodes[at]?.data?.name ?? chosen[at] ?? ''
  const drop = (code: string) => field.onChange(many ? chosen.filter((one) => one !== code) : '')
  const toggle = ({ code }: PickNode) =>
    chosen.includes(code) ? drop(code) : field.onChange(many ? [...chosen, code] : code)
  return (
    <Field label={label} hint={hint} error={error} id={path}>
      {({ id, 'aria-describedby': described }) => (
        <ChosenCodes
          id={id}
          describedBy={described}
          chosen={chosen.map((code, at) => ({ code, name: nameOf(at) }))}
          drop={(name) => t('codes.drop', { name })}
          onDrop={drop}
          choose={t(chosen.length === 0 ? `codes.${tree}` : many ? 'codes.more' : 'codes.other')}
          onChoose={() => setLevel(nodes[0]?.data?.parent ?? null)}
        >
          {level !== undefined && (
            <Picker
              tree={tree}
              title={label}
              level={level === PROVINCE ? null : level}
              onLevel={setLevel}
              onClose={() => setLevel(undefined)}
              chosen={chosen}
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
  const { t } = useTranslation('drafting')
  return <CodePicker {...rest} open root={t(`codes.${tree}Root`)} {...useLevel(tree, level)} />
}
