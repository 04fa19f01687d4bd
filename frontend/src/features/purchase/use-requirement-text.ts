import { useQuery } from '@tanstack/react-query'
import type { Requirement } from '../../api/types'
import { requirementKinds } from '../../lib/purchases'

/** A requirement as one line: the name of its kind and what was filled in. */
export function useRequirementText() {
  const { data: kinds = [] } = useQuery(requirementKinds)
  return (requirement: Requirement): string => {
    if (requirement.text) return requirement.text
    const kind = kinds.find(({ kind: name }) => name === requirement.kind)
    const filled = (kind?.parameters ?? []).map(({ name, label, options }) => {
      const value = requirement[name as 'qualification' | 'year' | 'count']
      if (value === null || value === undefined) return ''
      return options?.find((option) => option.value === String(value))?.label ?? `${label} ${value}`
    })
    return [kind?.name ?? requirement.kind, ...filled].filter(Boolean).join(' · ')
  }
}
