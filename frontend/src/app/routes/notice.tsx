import type { Notice } from '../../api/types'
import { isBody, isDepartment, useMe } from '../../features/account/use-me'
import { Openings } from '../../features/bidding/opening/opening-link'
import { MayIBid } from '../../features/matching/may-i-bid'
import { SignInFirst } from '../../features/matching/sign-in-first'
import { AfterAward } from '../../features/notice/after-award'
import { BehindResult } from '../../features/notice/behind-result'
import { NoticePage } from '../../features/notice/notice-page'

/** A notice, with the answer to "may I bid?" for those who could. */
export default function NoticeRoute() {
  const who = useMe()
  const aside = (notice: Notice) => {
    const { type, status, lots, bidPlace } = notice
    // What was decided on the portal has no evaluation here, only its notice.
    if (type === 'RESULT') return notice.elsewhere ? null : <BehindResult notice={notice} bidder={isBody(who)} />
    if (status === 'AWARDED' && lots.length > 0)
      return bidPlace?.here === false ? null : <AfterAward lots={lots} bidder={isBody(who)} />
    if (status !== 'OPEN' || lots.length === 0 || isDepartment(who)) return null
    if (who === null) return <SignInFirst />
    return isBody(who) && who?.organization ? (
      <MayIBid lots={lots} body={who.organization} here={bidPlace?.here ?? true} />
    ) : null
  }
  const opened = ({ status, lots, bidPlace }: Notice) =>
    bidPlace?.here !== false && (status === 'CLOSED' || status === 'TERMINATED') ? <Openings lots={lots} /> : null
  return <NoticePage aside={(notice) => aside(notice) ?? opened(notice)} />
}
