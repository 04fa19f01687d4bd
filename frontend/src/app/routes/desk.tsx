import { useParams } from 'react-router'
import { useMe } from '../../features/account/use-me'
import { DeskPage } from '../../features/evaluation/desk-page'
import { KeptFor } from '../../features/evaluation/use-kept'

export default function DeskRoute() {
  const { id = '' } = useParams()
  const who = useMe()
  return (
    <KeptFor value={who?.account.username ?? ''}>
      <DeskPage lot={id} />
    </KeptFor>
  )
}
