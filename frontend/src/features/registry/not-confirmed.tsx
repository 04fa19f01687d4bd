import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '../../ui/error-summary'
import { problemsOf } from './fact-form'
import type { useDecide } from './mutations'

/** Why a confirmation was refused; what needs a reason says it in its own dialog. */
export function NotConfirmed({ decide }: { decide: ReturnType<typeof useDecide> }) {
  const { t } = useTranslation()
  const failure = decide.variables?.act === 'confirmation' ? decide.error : null
  return <ErrorSummary errors={problemsOf(failure, t('form.unreachable'))} />
}
