import { useMe } from '../../features/account/use-me'
import { BodyPage } from '../../features/registry/body-page'
import { platformNow } from '../../lib/clock'
import { dayIn } from '../../lib/format'

const LEVELS = [2, 4, 6, 9, 12]

export default function KeptBodyRoute() {
  const code = useMe()?.region?.code ?? ''
  return <BodyPage level={LEVELS.indexOf(code.length) + 1} today={dayIn(platformNow())} />
}
