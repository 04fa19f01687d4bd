import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { FeedItem } from '../../api/types'
import { paths } from '../../lib/paths'
import { Strip } from '../../ui/strip'

/** 资格条 of a feed row: the same four shapes, with the way to the verdicts. */
export function FeedStrip({ item }: { item: FeedItem }) {
  const { t } = useTranslation('feed')
  const action = <Link to={`${paths.notice(item.noticeId)}#may-i-bid`}>{t('strip.why')}</Link>
  if (item.nearMiss) {
    return (
      <Strip tone="unknown" action={action}>
        {t('strip.near', { what: item.missing ?? '' })}
      </Strip>
    )
  }
  if (item.through !== null) {
    return (
      <Strip tone="through" action={action}>
        {t('strip.through', { federation: item.through.name })}
      </Strip>
    )
  }
  const gaps = item.eligibility === 'ELIGIBLE_WITH_GAPS'
  return (
    <Strip tone={gaps ? 'unknown' : 'met'} action={action}>
      {t(gaps ? 'strip.gaps' : 'strip.direct')}
    </Strip>
  )
}
