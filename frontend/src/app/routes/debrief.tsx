import { useParams } from 'react-router'
import { useMe } from '../../features/account/use-me'
import { DebriefPage } from '../../features/evaluation/debrief-page'
import { KeptFor } from '../../features/evaluation/use-kept'

export default function DebriefRoute() {
  const { id = '' } = useParams()
  const who = useMe()
  return (
    <KeptFor value={who?.account.username ?? ''}>
      <DebriefPage lot={id} />
    </KeptFor>
  )
}
