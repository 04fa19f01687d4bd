import { useTranslation } from 'react-i18next'
import { ProblemError } from '../../lib/problem'
import { ErrorSummary } from '../../ui/error-summary'

/** What the server refused, in its own words, field by field where it named some. */
export function Failure({ error }: { error: unknown }) {
  const { t } = useTranslation()
  if (error === null || error === undefined) return null
  if (!(error instanceof ProblemError) || error.status === 0)
    return <ErrorSummary errors={[{ message: t('form.unreachable') }]} />
  const { errors = [], detail, title } = error.problem
  const said = [...new Set(errors.map((one) => one.detail))].map((message) => ({ message }))
  return <ErrorSummary title={title} errors={said.length > 0 ? said : [{ message: detail ?? title }]} />
}
