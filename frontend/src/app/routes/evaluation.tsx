import { useParams } from 'react-router'
import { hasRole, useMe } from '../../features/account/use-me'
import { EvaluationPage } from '../../features/evaluation/evaluation-page'
import { KeptFor } from '../../features/evaluation/use-kept'

export default function EvaluationRoute() {
  const { id = '' } = useParams()
  const who = useMe()
  return (
    <KeptFor value={who?.account.username ?? ''}>
      <EvaluationPage
        lot={id}
        officer={hasRole(who, 'DEPARTMENT_OFFICER')}
        approver={hasRole(who, 'DEPARTMENT_APPROVER')}
      />
    </KeptFor>
  )
}
