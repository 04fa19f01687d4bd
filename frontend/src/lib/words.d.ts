import 'i18next'
import type account from '../locales/zh-CN/account.json'
import type common from '../locales/zh-CN/common.json'
import type drafting from '../locales/zh-CN/drafting.json'
import type feed from '../locales/zh-CN/feed.json'
import type inbox from '../locales/zh-CN/inbox.json'
import type matching from '../locales/zh-CN/matching.json'
import type notice from '../locales/zh-CN/notice.json'
import type operations from '../locales/zh-CN/operations.json'
import type organization from '../locales/zh-CN/organization.json'
import type purchase from '../locales/zh-CN/purchase.json'
import type search from '../locales/zh-CN/search.json'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: {
      common: typeof common
      account: typeof account
      drafting: typeof drafting
      feed: typeof feed
      inbox: typeof inbox
      operations: typeof operations
      purchase: typeof purchase
      matching: typeof matching
      notice: typeof notice
      organization: typeof organization
      search: typeof search
    }
  }
}
