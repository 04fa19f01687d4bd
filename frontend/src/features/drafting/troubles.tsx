import { createContext, type ReactNode, use, useMemo } from 'react'
import { type FieldPath, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../api/types'
import { isGap, pathOf } from '../../lib/path-words'
import type { FieldError } from '../../ui/error-summary'
import type { DraftForm } from './draft-form'

/** What rules and server say about the fields, path by path. */
const TroublesContext = createContext<ReadonlyMap<string, string>>(new Map())

interface TroublesProps {
  findings: readonly Finding[]
  refusal: readonly FieldError[]
  /** After a refused submission also what is merely missing is shown beside its field. */
  strict: boolean
  children: ReactNode
}

export function Troubles({ findings, refusal, strict, children }: TroublesProps) {
  const byPath = useMemo(() => {
    const found = new Map<string, string>()
    const add = (path: string, text: string) => found.set(path, found.has(path) ? `${found.get(path)}\n${text}` : text)
    for (const { severity, code, pointer, detail } of findings) {
      if (severity === 'ERROR' && (strict || !isGap(code))) add(pathOf(pointer), detail)
    }
    for (const { field, message } of refusal) {
      if (field !== undefined && !found.get(field)?.includes(message)) add(field, message)
    }
    return found
  }, [findings, refusal, strict])
  return <TroublesContext value={byPath}>{children}</TroublesContext>
}

/** The error of one path: first the shape of what was typed, then what the rules say. */
export function useTrouble(path: string): string | undefined {
  const { t } = useTranslation('drafting')
  const { getFieldState, formState } = useFormContext<DraftForm>()
  const byPath = use(TroublesContext)
  const code = getFieldState(path as FieldPath<DraftForm>, formState).error?.message
  return code === undefined ? byPath.get(path) : t(`shape.${code as 'amount'}`)
}

/** Everything a text control needs for its path. */
export function useDraftField(path: FieldPath<DraftForm>) {
  const { register } = useFormContext<DraftForm>()
  return { ...register(path), id: path, error: useTrouble(path) }
}
