import { Page } from '../../ui/page'

export default function Route() {
  return <Page title="">…</Page>
}
