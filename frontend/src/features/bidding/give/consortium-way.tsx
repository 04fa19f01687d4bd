import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ConsortiumAgreement } from '../../../api/types'
import { paths } from '../../../lib/paths'
import { listed } from '../../../lib/punctuation'
import { Banner } from '../../../ui/banner'
import { isSignedByAll } from '../consortium/agreement-draft'
import { consortiumOf } from '../consortium/queries'

interface ConsortiumWayProps {
  lot: string
  organization: string
  /** The form, of the consortium or of the body alone. */
  making: (agreement: ConsortiumAgreement | undefined) => ReactNode
}

/** Where the notice takes consortia: whoever signed an agreement bids with it or not at all (实施条例 22). */
export function ConsortiumWay({ lot, organization, making }: ConsortiumWayProps) {
  const { t } = useTranslation('consortium')
  const { data } = useSuspenseQuery(consortiumOf(lot))
  const led = data.agreements.find(({ lead, version }) => lead.id === organization && version > 0)
  const look = <Link to={paths.consortium(lot)}>{t('way.look')}</Link>
  const missing = listed(data.missing.map(({ name }) => name))
  const head = missing !== '' && (
    <Banner tone="vermilion" action={look}>
      {t('missing', { names: missing })}
    </Banner>
  )
  if (data.signedWith === null) {
    return (
      <>
        {head}
        <Banner action={<Link to={paths.consortium(lot)}>{t(led === undefined ? 'way.open' : 'way.look')}</Link>}>
          {t('way.may')}
        </Banner>
        {making(undefined)}
      </>
    )
  }
  if (data.signedWith !== organization || led === undefined) {
    const lead = data.agreements.find((agreement) => agreement.lead.id === data.signedWith)?.lead.name ?? ''
    return (
      <Banner tone="amber" action={look}>
        {t('way.signedWith', { name: lead })}
      </Banner>
    )
  }
  // What a given bid is in danger of says who has to sign, too.
  if (!isSignedByAll(led) && head) return head
  if (!isSignedByAll(led)) {
    const waiting = led.members.filter(({ state }) => state !== 'SIGNED').map(({ body }) => body.name)
    return (
      <Banner tone="amber" action={look}>
        {t('way.waiting', { names: listed(waiting) })}
      </Banner>
    )
  }
  return (
    <>
      <Banner action={look}>
        {t('way.together', { names: listed(led.members.map(({ body }) => body.name)) })} {t('way.togetherWhat')}
      </Banner>
      {making(led)}
    </>
  )
}
