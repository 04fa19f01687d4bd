import { useParams } from 'react-router'
import { ResultPage } from '../../features/evaluation/result-page'

export default function LotResultRoute() {
  const { id = '' } = useParams()
  return <ResultPage lot={id} />
}
