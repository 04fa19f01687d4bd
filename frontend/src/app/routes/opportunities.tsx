import { useMe } from '../../features/account/use-me'
import { FeedPage } from '../../features/matching/feed-page'

export default function OpportunitiesRoute() {
  const body = useMe()?.organization
  return body ? <FeedPage body={body} /> : null
}
