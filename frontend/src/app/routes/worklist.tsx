import { useMe } from '../../features/account/use-me'
import { WorklistPage } from '../../features/worklist/worklist-page'

/** Digits of a region's code: communities have twelve, streets nine, counties and above fewer. */
const officeOf = (code: string) => (code.length === 12 ? 'community' : code.length === 9 ? 'street' : 'county')

export default function WorklistRoute() {
  const region = useMe()?.region
  return <WorklistPage office={officeOf(region?.code ?? '')} region={region?.name ?? ''} />
}
