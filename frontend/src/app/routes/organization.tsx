import { lazy, Suspense } from 'react'
import { useParams } from 'react-router'
import { isBody, useMe } from '../../features/account/use-me'
import { OrganizationPage } from '../../features/organization/organization-page'
import { loadWords } from '../../lib/i18n'
import { Skeleton } from '../../ui/skeleton'

/** Comes with its words only to those who may read it. */
const OwnPart = lazy(async () => {
  const [{ OwnPart }] = await Promise.all([import('../../features/registry/own-part'), loadWords('registry')])
  return { default: OwnPart }
})

/** The public profile; for its own staff with the part that nobody else sees. */
export default function OrganizationRoute() {
  const { id } = useParams()
  const who = useMe()
  const own = isBody(who) && who?.organization?.id === id
  return (
    <OrganizationPage>
      {own && (
        <Suspense fallback={<Skeleton lines={6} />}>
          <OwnPart />
        </Suspense>
      )}
    </OrganizationPage>
  )
}
