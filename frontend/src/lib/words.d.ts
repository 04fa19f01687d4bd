import 'i18next'
import type account from '../locales/zh-CN/account.json'
import type common from '../locales/zh-CN/common.json'
import type matching from '../locales/zh-CN/matching.json'
import type notice from '../locales/zh-CN/notice.json'
import type organization from '../locales/zh-CN/organization.json'
import type search from '../locales/zh-CN/search.json'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: {
      common: typeof common
      account: typeof account
      matching: typeof matching
      notice: typeof notice
      organization: typeof organization
      search: typeof search
    }
  }
}
