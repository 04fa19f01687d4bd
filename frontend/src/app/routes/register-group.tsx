import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { useMe } from '../../features/account/use-me'
import { filingOf } from '../../features/filing/queries'
import { RegisterGroupPage } from '../../features/registry/register-group-page'

export default function RegisterGroupRoute() {
  const { id = '' } = useParams()
  const { data: filing } = useSuspenseQuery(filingOf(id))
  return <RegisterGroupPage group={filing} region={useMe()?.region?.code ?? ''} />
}
