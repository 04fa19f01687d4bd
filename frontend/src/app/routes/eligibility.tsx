import { useParams, useSearchParams } from 'react-router'
import { hasRole, useMe } from '../../features/account/use-me'
import { ChooseBody } from '../../features/matching/choose-body'
import { EligibilityPage } from '../../features/matching/eligibility-page'
import { text } from '../../lib/search-params'

/** The verdicts on one body: the caller's own unless the address names another. */
export default function EligibilityRoute() {
  const { id = '' } = useParams()
  const [params] = useSearchParams()
  const who = useMe()
  const mine = who?.organization?.id ?? null
  const asker = { body: mine, registrar: hasRole(who, 'REGISTRAR') }
  const organization = text(params, 'organization') || mine
  if (organization !== null) {
    return <EligibilityPage lot={id} organization={organization} asOf={text(params, 'asOf') || null} asker={asker} />
  }
  return <ChooseBody />
}
