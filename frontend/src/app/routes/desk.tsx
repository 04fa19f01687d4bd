import { useParams } from 'react-router'
import { DeskPage } from '../../features/evaluation/desk-page'

export default function DeskRoute() {
  const { id = '' } = useParams()
  return <DeskPage lot={id} />
}
