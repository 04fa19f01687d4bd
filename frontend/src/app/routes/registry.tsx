import { useMe } from '../../features/account/use-me'
import { RegistryListPage } from '../../features/registry/list-page'

export default function RegistryRoute() {
  const who = useMe()
  const region = who?.region
  return <RegistryListPage region={region?.name ?? ''} registers={(region?.code.length ?? 12) <= 6} />
}
