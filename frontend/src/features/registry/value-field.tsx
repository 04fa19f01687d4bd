import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordKind } from '../../api/types'
import { categoriesUnder, categoryOf, PROVINCE, regionOf, regionsUnder } from '../../lib/reference'
import { Button } from '../../ui/button'
import { CodePicker } from '../../ui/code-picker'
import { Field, Select, TextField } from '../../ui/field'
import { CHOICES, isYearly } from './kinds'

interface ValueFieldProps {
  kind: RecordKind
  value: string
  onValue: (value: string) => void
  error: string | undefined
}

/** How the value of a fact is given: a choice, a node of a tree, a year with its conclusion, or words. */
export function ValueField(props: ValueFieldProps) {
  const { t } = useTranslation('registry')
  const { kind, value, onValue, error } = props
  const choices = CHOICES[kind]
  if (kind === 'INSPECTION') return <InspectionField {...props} />
  if (kind === 'CATEGORY' || kind === 'EXPERIENCE' || kind === 'PLACE') {
    return <NodeField {...props} id="value" label={t(`value.${kind}`)} place={kind === 'PLACE'} />
  }
  if (choices === undefined) {
    return (
      <TextField
        id="value"
        label={t(`value.${kind}`)}
        {...(isYearly(kind) ? { inputMode: 'numeric' as const, maxLength: 4 } : {})}
        hint={t(`valueHint.${kind as 'BANK_ACCOUNT'}`, { defaultValue: '' })}
        error={error}
        value={value}
        onChange={(event) => onValue(event.target.value)}
      />
    )
  }
  return (
    <Select
      id="value"
      label={t(`value.${kind}`)}
      error={error}
      value={value}
      onChange={(event) => onValue(event.target.value)}
    >
      <option value="">{t('choose')}</option>
      {choices.map((code) => (
        <option key={code} value={code}>
          {t(`code.${code}` as 'code.NORMAL')}
        </option>
      ))}
    </Select>
  )
}

const CONCLUSIONS = ['QUALIFIED', 'BASICALLY', 'UNQUALIFIED', 'NOT_TAKEN'] as const

function InspectionField({ value, onValue, error }: ValueFieldProps) {
  const { t } = useTranslation('registry')
  const [year = '', conclusion = ''] = value.split(':')
  return (
    <>
      <TextField
        id="year"
        label={t('value.year')}
        inputMode="numeric"
        maxLength={4}
        value={year}
        onChange={(event) => onValue(`${event.target.value}:${conclusion}`)}
      />
      <Select
        id="value"
        label={t('value.INSPECTION')}
        error={error}
        value={conclusion}
        onChange={(event) => onValue(`${year}:${event.target.value}`)}
      >
        <option value="">{t('choose')}</option>
        {CONCLUSIONS.map((code) => (
          <option key={code} value={code}>
            {t(`code.${code}`)}
          </option>
        ))}
      </Select>
    </>
  )
}

interface NodeFieldProps extends Omit<ValueFieldProps, 'kind'> {
  id: string
  label: string
  hint?: string
  /** Of the regions; otherwise of the services. */
  place: boolean
}

/** A node of one of the two trees, picked level by level. */
export function NodeField({ id, label, hint, place, value, onValue, error }: NodeFieldProps) {
  const { t } = useTranslation('registry')
  const [level, setLevel] = useState<string | null | undefined>(undefined)
  const region = useQuery({ ...regionOf(value), enabled: place && value !== '' })
  const category = useQuery({ ...categoryOf(value), enabled: !place && value !== '' })
  const name = place ? region.data?.fullName : category.data?.name
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(control) => (
        <>
          <Button {...control} weight="ghost" aria-haspopup="dialog" onClick={() => setLevel(null)}>
            {value === '' ? t('choose') : (name ?? value)}
          </Button>
          {level !== undefined && (
            <Tree
              place={place}
              level={level}
              onLevel={setLevel}
              value={value}
              onValue={onValue}
              onClose={() => setLevel(undefined)}
            />
          )}
        </>
      )}
    </Field>
  )
}

interface TreeProps {
  place: boolean
  level: string | null
  onLevel: (code: string | null) => void
  value: string
  onValue: (value: string) => void
  onClose: () => void
}

function Tree({ place, level, onLevel, value, onValue, onClose }: TreeProps) {
  const { t } = useTranslation('registry')
  const regions = useQuery({ ...regionsUnder(level ?? PROVINCE), enabled: place })
  const categories = useQuery({ ...categoriesUnder(level), enabled: !place })
  const region = useQuery({ ...regionOf(level ?? PROVINCE), enabled: place && level !== null })
  const category = useQuery({ ...categoryOf(level ?? ''), enabled: !place && level !== null })
  const here = place ? region.data : category.data
  const trail: readonly { code: string; name: string }[] =
    (place ? region.data?.path : undefined) ?? (here === undefined ? [] : [here])
  const above = trail.filter(({ code }) => code !== PROVINCE)
  const path =
    level === null || here === undefined || above.some(({ code }) => code === level)
      ? above
      : [...above, { code: level, name: here.name }]
  return (
    <CodePicker
      open
      many={false}
      title={t(place ? 'value.PLACE' : 'value.CATEGORY')}
      root={t(place ? 'tree.places' : 'tree.categories')}
      nodes={place ? regions.data : categories.data}
      path={level === null ? [] : path}
      chosen={[value]}
      onLevel={onLevel}
      onToggle={({ code }) => {
        onValue(code)
        onClose()
      }}
      onClose={onClose}
    />
  )
}
