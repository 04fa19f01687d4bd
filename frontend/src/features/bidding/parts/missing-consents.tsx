import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listed } from '../../../lib/punctuation'
import { Banner } from '../../../ui/banner'
import { rosterOf } from './queries'

/** Of a federation's bid that lies in the box: a group that it names has taken its consent back. */
export function MissingConsents({ lot }: { lot: string }) {
  const { t } = useTranslation('roster')
  const { data } = useQuery(rosterOf(lot))
  if (data === undefined || data.missing.length === 0) return null
  return <Banner tone="vermilion">{t('missing', { names: listed(data.missing.map(({ name }) => name)) })}</Banner>
}
