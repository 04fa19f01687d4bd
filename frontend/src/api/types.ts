import type { paths } from './schema'

/** What a path answers when it succeeds, whatever the document calls the schema. */
type Answer<P extends keyof paths, M extends keyof paths[P]> = paths[P][M] extends { responses: infer R }
  ? { [S in keyof R]: S extends 200 | 201 ? (R[S] extends { content: infer C } ? C[keyof C] : never) : never }[keyof R]
  : never

type Body<P extends keyof paths, M extends keyof paths[P]> = paths[P][M] extends {
  requestBody: { content: infer C }
}
  ? C[keyof C]
  : never

type Query<P extends keyof paths> = paths[P] extends { get: { parameters: { query?: infer Q } } }
  ? NonNullable<Q>
  : never

export type Me = Answer<'/api/me', 'get'>
export type Role = Me['account']['roles'][number]
export type SignIn = Body<'/api/session', 'post'>

export type Region = Answer<'/api/regions', 'get'>[number]
export type RegionWithPath = Answer<'/api/regions/{code}', 'get'>
export type ServiceCategory = Answer<'/api/service-categories', 'get'>[number]
export type Statistics = Answer<'/api/statistics', 'get'>

export type NoticeSearchPage = Answer<'/api/notices', 'get'>
export type NoticeHit = NoticeSearchPage['items'][number]
export type NoticeType = NoticeHit['type']
export type NoticeStatus = NoticeHit['status']
export type Facets = NoticeSearchPage['facets']
export type Bucket = Facets['region'][number]
export type NoticeQuery = Query<'/api/notices'>
export type Suggestion = Answer<'/api/notices/suggestions', 'get'>['items'][number]
export type Notice = Answer<'/api/notices/{id}', 'get'>
export type NoticeLot = Notice['lots'][number]
export type Requirement = NoticeLot['requirements'][number]
export type Criterion = NoticeLot['criteria'][number]
export type RelatedNotice = Notice['notices'][number]

export type PurchasePage = Answer<'/api/purchases', 'get'>
export type PurchaseSummary = PurchasePage['items'][number]
export type PurchaseState = PurchaseSummary['state']
export type Purchase = Answer<'/api/purchases/{id}', 'get'>
export type Stage = Purchase['timeline'][number]
export type Draft = Body<'/api/purchases', 'post'>
export type DraftLot = NonNullable<Draft['lots']>[number]
export type Finding = Answer<'/api/purchases/{id}/check', 'get'>[number]
export type Comparison = Answer<'/api/purchases/{id}/comparison', 'get'>
export type Change = Comparison['changes'][number]
export type PoolQuestion = Body<'/api/pool-estimates', 'post'>
export type PoolEstimate = Answer<'/api/pool-estimates', 'post'>
export type RequirementKind = Answer<'/api/requirement-kinds', 'get'>[number]

export type EligibilitySummary = Answer<'/api/me/eligibility', 'get'>['items'][number]
export type EligibilityAnswer = Answer<'/api/lots/{id}/eligibility', 'get'>
export type Eligibility = EligibilityAnswer['eligibility']
export type Verdict = EligibilityAnswer['verdicts'][number]
export type LotMatch = Answer<'/api/lots/{id}/matches', 'get'>['items'][number]
export type FeedPage = Answer<'/api/me/matches', 'get'>
export type FeedItem = FeedPage['items'][number]
export type InboxPage = Answer<'/api/me/inbox', 'get'>
export type InboxItem = InboxPage['items'][number]
export type Telling = Answer<'/api/me/telling', 'get'>

export type OrganizationPage = Answer<'/api/organizations', 'get'>
export type OrganizationSummary = OrganizationPage['items'][number]
export type OrganizationQuery = Query<'/api/organizations'>
export type OrganizationDetails = Answer<'/api/organizations/{id}', 'get'>
export type RegistryFact = OrganizationDetails['facts'][number]
export type Membership = OrganizationDetails['memberships'][number]
export type Member = OrganizationDetails['members'][number]

export type DemoClock = Answer<'/api/demo/clock', 'get'>
export type Rebuild = Answer<'/api/operations/index-rebuild', 'get'>
export type IndexCheck = Answer<'/api/operations/index-check', 'get'>
