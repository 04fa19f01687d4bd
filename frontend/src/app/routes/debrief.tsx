import { useParams } from 'react-router'
import { DebriefPage } from '../../features/evaluation/debrief-page'

export default function DebriefRoute() {
  const { id = '' } = useParams()
  return <DebriefPage lot={id} />
}
