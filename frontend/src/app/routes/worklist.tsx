import { hasRole, useMe } from '../../features/account/use-me'
import { TodoPage } from '../../features/worklist/todo-page'
import { WorklistPage } from '../../features/worklist/worklist-page'

/** Digits of a region's code: communities have twelve, streets nine, counties and above fewer. */
const officeOf = (code: string) => (code.length === 12 ? 'community' : code.length === 9 ? 'street' : 'county')

/** Who keeps the registry has its lists; everybody else what waits in the course of purchases. */
export default function WorklistRoute() {
  const who = useMe()
  if (!hasRole(who, 'REGISTRAR')) return <TodoPage bidder={hasRole(who, 'ORGANIZATION_AGENT', 'FEDERATION_STAFF')} />
  return <WorklistPage office={officeOf(who?.region?.code ?? '')} region={who?.region?.name ?? ''} />
}
