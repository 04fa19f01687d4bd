import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { filingOf } from '../../features/filing/queries'
import { JoinGroupPage } from '../../features/registry/join-group-page'

export default function JoinGroupRoute() {
  const { id = '', organization = '' } = useParams()
  const { data: filing } = useSuspenseQuery(filingOf(id))
  return <JoinGroupPage group={filing} organization={organization} />
}
