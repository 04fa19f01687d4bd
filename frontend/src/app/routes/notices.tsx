import { isBody, useMe } from '../../features/account/use-me'
import { NoticeStrip } from '../../features/matching/notice-strip'
import { SearchPage } from '../../features/search/search-page'

/** Search, and for a signed-in body whether it may bid on each hit. */
export default function NoticesRoute() {
  const who = useMe()
  if (!isBody(who)) return <SearchPage />
  return <SearchPage strip={(hit) => hit.status === 'OPEN' && <NoticeStrip noticeId={hit.id} />} />
}
