import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../lib/paths'
import { EligibilityStrip } from './eligibility-strip'
import { eligibilityOfNotice } from './queries'

/** The strip of one notice in a list; one press leads to the verdicts. Silent while unknown, for the list stands without it. */
export function NoticeStrip({ noticeId }: { noticeId: string }) {
  const { t } = useTranslation('matching')
  const { data } = useQuery(eligibilityOfNotice(noticeId))
  if (!data) return null
  return (
    <EligibilityStrip {...data} action={<Link to={`${paths.notice(noticeId)}#may-i-bid`}>{t('strip.why')}</Link>} />
  )
}
