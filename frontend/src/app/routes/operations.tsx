import { useQuery } from '@tanstack/react-query'
import { demoClock } from '../../features/account/queries'
import { OperationsPage } from '../../features/operations/operations-page'

export default function OperationsRoute() {
  const { data: clock } = useQuery(demoClock)
  return <OperationsPage demoNow={clock?.now ?? null} />
}
