import 'i18next'
import type account from '../locales/zh-CN/account.json'
import type bid from '../locales/zh-CN/bid.json'
import type common from '../locales/zh-CN/common.json'
import type consortium from '../locales/zh-CN/consortium.json'
import type contest from '../locales/zh-CN/contest.json'
import type correction from '../locales/zh-CN/correction.json'
import type drafting from '../locales/zh-CN/drafting.json'
import type eligibility from '../locales/zh-CN/eligibility.json'
import type evaluation from '../locales/zh-CN/evaluation.json'
import type federation from '../locales/zh-CN/federation.json'
import type feed from '../locales/zh-CN/feed.json'
import type filing from '../locales/zh-CN/filing.json'
import type holding from '../locales/zh-CN/holding.json'
import type imports from '../locales/zh-CN/imports.json'
import type inbox from '../locales/zh-CN/inbox.json'
import type indicators from '../locales/zh-CN/indicators.json'
import type keys from '../locales/zh-CN/keys.json'
import type ledger from '../locales/zh-CN/ledger.json'
import type matching from '../locales/zh-CN/matching.json'
import type notice from '../locales/zh-CN/notice.json'
import type official from '../locales/zh-CN/official.json'
import type opening from '../locales/zh-CN/opening.json'
import type operations from '../locales/zh-CN/operations.json'
import type organization from '../locales/zh-CN/organization.json'
import type pool from '../locales/zh-CN/pool.json'
import type portalResult from '../locales/zh-CN/portal-result.json'
import type purchase from '../locales/zh-CN/purchase.json'
import type registry from '../locales/zh-CN/registry.json'
import type roster from '../locales/zh-CN/roster.json'
import type search from '../locales/zh-CN/search.json'
import type signals from '../locales/zh-CN/signals.json'
import type worklist from '../locales/zh-CN/worklist.json'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: {
      common: typeof common
      account: typeof account
      bid: typeof bid
      roster: typeof roster
      consortium: typeof consortium
      contest: typeof contest
      correction: typeof correction
      drafting: typeof drafting
      eligibility: typeof eligibility
      evaluation: typeof evaluation
      federation: typeof federation
      feed: typeof feed
      indicators: typeof indicators
      filing: typeof filing
      holding: typeof holding
      imports: typeof imports
      inbox: typeof inbox
      keys: typeof keys
      official: typeof official
      opening: typeof opening
      operations: typeof operations
      pool: typeof pool
      'portal-result': typeof portalResult
      purchase: typeof purchase
      ledger: typeof ledger
      matching: typeof matching
      notice: typeof notice
      organization: typeof organization
      registry: typeof registry
      search: typeof search
      signals: typeof signals
      worklist: typeof worklist
    }
  }
}
