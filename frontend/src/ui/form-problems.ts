import type { FieldErrors, FieldPath, FieldValues, UseFormSetError } from 'react-hook-form'
import { ProblemError } from '../lib/problem'
import type { FieldError } from './error-summary'

/** Under which control the page asks for what the server calls otherwise: by the first part of its pointer. */
type Places<T extends FieldValues> = Record<string, FieldPath<T>>

/** Lays the server's words beside the fields they mean, and the rest into the summary; never throws. */
export function showProblem<T extends FieldValues>(
  failure: unknown,
  setError: UseFormSetError<T>,
  unreachable: string,
  places: Places<T> = {},
) {
  if (!(failure instanceof ProblemError) || failure.status === 0) return setError('root', { message: unreachable })
  const { errors = [], detail, title } = failure.problem
  for (const error of errors) {
    const field = fieldOf<T>(error.pointer)
    const [part = ''] = field.split('.')
    setError(places[part] ?? field, { type: error.code, message: error.detail })
  }
  if (errors.length === 0) setError('root', { message: detail ?? title })
}

/** `/lots/0/budgetFen` → `lots.0.budgetFen`. */
export const fieldOf = <T extends FieldValues>(pointer: string) =>
  pointer.replace(/^#?\//, '').replaceAll('/', '.') as FieldPath<T>

/** All errors of a form as lines of the summary; a control's id is its path (`lots.0.title`). */
export function errorsOf<T extends FieldValues>(errors: FieldErrors<T>): FieldError[] {
  const walk = (node: unknown, path: string): FieldError[] => {
    if (typeof node !== 'object' || node === null) return []
    const { message } = node as { message?: unknown }
    if (typeof message === 'string') return [{ field: path.startsWith('root') ? undefined : path, message }]
    return Object.entries(node)
      .filter(([key]) => key !== 'ref')
      .flatMap(([key, child]) => walk(child, path === '' ? key : `${path}.${key}`))
  }
  return walk(errors, '')
}
