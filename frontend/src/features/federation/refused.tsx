import { useTranslation } from 'react-i18next'
import { ProblemError } from '../../lib/problem'
import { ErrorSummary } from '../../ui/error-summary'

/** What the server said to a press of a button: rule, reason and remedy in its own words. */
export function Refused({ failure }: { failure: unknown }) {
  const { t } = useTranslation()
  if (failure === null || failure === undefined) return null
  const said = failure instanceof ProblemError && failure.status > 0 ? failure.problem : null
  return (
    <ErrorSummary
      title={said?.title ?? t('form.unreachable')}
      errors={[{ message: said?.detail ?? t('form.unreachable') }]}
    />
  )
}
