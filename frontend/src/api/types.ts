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

export type LedgerEntry = Answer<'/api/ledger/entries', 'get'>['items'][number]

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
export type CorrectingNotice = Notice['corrections'][number]

export type PurchasePage = Answer<'/api/purchases', 'get'>
export type PurchaseSummary = PurchasePage['items'][number]
export type PurchaseState = PurchaseSummary['state']
export type Purchase = Answer<'/api/purchases/{id}', 'get'>
export type Stage = Purchase['timeline'][number]
export type Draft = Body<'/api/purchases', 'post'>
export type DraftLot = NonNullable<Draft['lots']>[number]
export type DraftRequirement = NonNullable<DraftLot['requirements']>[number]
export type DraftCriterion = NonNullable<DraftLot['criteria']>[number]
export type Finding = Answer<'/api/purchases/{id}/check', 'get'>[number]
export type Comparison = Answer<'/api/purchases/{id}/comparison', 'get'>
export type Change = Comparison['changes'][number]
export type LotOutcome = Answer<'/api/purchases/{id}/outcomes', 'get'>[number]
export type Correction = Answer<'/api/purchases/{id}/correction', 'get'>
export type PortalResult = Answer<'/api/lots/{id}/portal-result', 'get'>
export type PortalResultForm = Body<'/api/lots/{id}/portal-result', 'put'>
export type TerminationForm = Body<'/api/lots/{id}/termination', 'put'>
export type MethodOffer = Answer<'/api/procurement-methods', 'get'>
export type MethodView = MethodOffer['methods'][number]
export type BidPlace = Purchase['bidPlace']
export type StatutoryPart = NonNullable<Draft['statutory']>
export type Publication = NonNullable<StatutoryPart['officialPublication']>
export type PoolQuestion = Body<'/api/pool-estimates', 'post'>
export type PoolEstimate = Answer<'/api/pool-estimates', 'post'>
export type RequirementKind = Answer<'/api/requirement-kinds', 'get'>[number]

export type EligibilitySummary = Answer<'/api/me/eligibility', 'get'>['items'][number]
export type EligibilityAnswer = Answer<'/api/lots/{id}/eligibility', 'get'>
export type Eligibility = EligibilityAnswer['eligibility']
export type Verdict = EligibilityAnswer['verdicts'][number]
export type Citation = Verdict['citations'][number]
export type RemedyAction = NonNullable<Verdict['action']>
export type Condition = Verdict['requirement']
export type ConflictAnswer = Answer<'/api/lots/{id}/conflicts', 'get'>
export type Conflict = ConflictAnswer['items'][number]
export type ConsortiumAnswer = Answer<'/api/lots/{id}/consortium-check', 'post'>
export type Consortium = Answer<'/api/lots/{id}/consortium', 'get'>
export type ConsortiumAgreement = Consortium['agreements'][number]
export type ConsortiumMember = ConsortiumAnswer['members'][number]
export type LotMatch = Answer<'/api/lots/{id}/matches', 'get'>['items'][number]
export type FeedPage = Answer<'/api/me/matches', 'get'>
export type FeedItem = FeedPage['items'][number]
export type InboxPage = Answer<'/api/me/inbox', 'get'>
export type Todo = Answer<'/api/me/work', 'get'>['items'][number]
export type InboxItem = InboxPage['items'][number]
export type Telling = Answer<'/api/me/telling', 'get'>

export type OrganizationPage = Answer<'/api/organizations', 'get'>
export type BodyFacets = OrganizationPage['facets']
export type OrganizationSummary = OrganizationPage['items'][number]
export type OrganizationQuery = Query<'/api/organizations'>
export type OrganizationDetails = Answer<'/api/organizations/{id}', 'get'>
export type RegistryFact = OrganizationDetails['facts'][number]
export type Membership = OrganizationDetails['memberships'][number]
export type Member = OrganizationDetails['members'][number]

export type Namesake = Answer<'/api/registry/bodies/{id}/namesakes', 'get'>['items'][number]
export type RecordedFact = Answer<'/api/registry/confirmations', 'get'>['items'][number]
export type RecordKind = RecordedFact['kind']
export type Evidence = NonNullable<RecordedFact['evidence']>
export type Dossier = Answer<'/api/me/dossier', 'get'>
export type Paper = Answer<'/api/memberships/{id}/papers', 'post'>
export type FactRequest = Body<'/api/me/dossier/facts', 'post'>
export type OrganizationRecord = Answer<'/api/registry/bodies/{id}', 'get'>
export type OrganizationForm = Body<'/api/registry/organizations', 'post'>

export type IndicatorPage = Answer<'/api/indicators', 'get'>
export type RegionIndicators = IndicatorPage['whole']
export type CommunityProgress = RegionIndicators['urban']
export type IndicatorTrend = Answer<'/api/indicators/trend', 'get'>
export type IndicatorQuery = Query<'/api/indicators'>
export type RosterEntry = Answer<'/api/memberships/{id}', 'get'>
export type MembershipState = RosterEntry['state']
export type GivenMandate = RosterEntry['mandates'][number]
export type MandateGiven = Body<'/api/memberships/{id}/mandates', 'post'>
export type FreeGroup = Answer<'/api/groups-without-federation', 'get'>['items'][number]
export type Agreement = Answer<'/api/memberships/{id}/agreements', 'get'>['items'][number]
export type AgreementProposed = Body<'/api/memberships/{id}/agreements', 'post'>
export type FederationRegistered = Body<'/api/federations', 'post'>
export type FederationClosure = Answer<'/api/federations/{id}/closure', 'get'>
export type CapabilityBoard = Answer<'/api/federations/{id}/capabilities', 'get'>

export type DemoClock = Answer<'/api/demo/clock', 'get'>
export type Rebuild = Answer<'/api/operations/index-rebuild', 'get'>
export type IndexCheck = Answer<'/api/operations/index-check', 'get'>
export type WorkDays = Answer<'/api/work-calendar', 'get'>
export type EarliestDeadline = Answer<'/api/earliest-deadline', 'get'>
export type LoadedReference = Answer<'/api/operations/reference', 'get'>
export type CalendarYear = LoadedReference['years'][number]
export type Threshold = LoadedReference['thresholds'][number]
export type CalendarFile = Body<'/api/operations/calendar-previews', 'post'>
export type CalendarPreview = Answer<'/api/operations/calendar-previews', 'post'>
export type ThresholdForm = Body<'/api/operations/thresholds', 'post'>

export type Filing = Answer<'/api/filings/{id}', 'get'>
export type FilingState = Filing['state']
export type FilingAct = Filing['may'][number]
export type FilingForm = Body<'/api/filings', 'post'>
export type FilingItem = Answer<'/api/filings', 'get'>['items'][number]
export type FilingRule = Answer<'/api/filings/rule', 'get'>
export type FilingEntry = Answer<'/api/filings/{id}/acts', 'get'>['items'][number]
export type PaperKind = Filing['attachments'][number]['kind']
export type StoredPaper = Answer<'/api/filings/attachments', 'post'>
export type ContactInvitation = Answer<'/api/filings/{id}/contact', 'post'>

export type Worklist = Answer<'/api/registry/worklist', 'get'>
export type WorkItem = Worklist['items'][number]

export type RegistryImport = Answer<'/api/registry/imports/{id}', 'get'>
export type ImportKind = RegistryImport['kind']
export type ImportState = RegistryImport['state']
export type ImportField = RegistryImport['columns'][number]['field']
/** The contract cannot say that an element of a list may be null: here what stood there, or will. */
export type ImportRow = Omit<Answer<'/api/registry/imports/{id}/rows', 'get'>['items'][number], 'changes'> & {
  changes: Record<string, (string | null)[]>
}
export type ImportOutcome = ImportRow['outcome']

export type Opening = Answer<'/api/lots/{id}/opening', 'get'>
export type BidAtOpening = Opening['items'][number]
export type OwnAtOpening = NonNullable<Answer<'/api/lots/{id}/opening/part', 'get'>['bid']>
export type AskedShare = Answer<'/api/lots/{id}/opening/shares', 'get'>['items'][number]
export type OwnKey = Answer<'/api/lots/{id}/opening/part', 'get'>['keys'][number]
export type SealedBox = Answer<'/api/lots/{id}/opening/seal', 'get'>
/** A key that ever signed in the name of the caller's body. */
export type KnownKey = Answer<'/api/me/signing-keys/history', 'get'>['items'][number]
export type HolderKey = Answer<'/api/holder-keys', 'get'>['items'][number]
export type Bidding = Answer<'/api/lots/{id}/bidding', 'get'>
export type Roster = Answer<'/api/lots/{id}/roster', 'get'>
export type AgreementForm = Body<'/api/lots/{id}/consortium', 'put'>
export type RosterForm = Body<'/api/lots/{id}/roster', 'put'>
export type Candidate = Roster['candidates'][number]
export type ConsentRequest = Answer<'/api/me/consents', 'get'>['items'][number]
export type OwnBid = Bidding['bids'][number]
export type BidActKind = Answer<'/api/lots/{id}/bids', 'post'>['act']

export type Evaluator = Answer<'/api/evaluators/{id}', 'get'>
export type EvaluatorForm = Body<'/api/evaluators', 'post'>
export type AvoidanceForm = Body<'/api/me/evaluator/avoidances', 'put'>['avoidances'][number]
export type PoolKind = Evaluator['kind']
export type PoolState = Evaluator['state']
export type PoolDeed = Answer<'/api/evaluators/{id}/history', 'get'>['items'][number]

export type Evaluation = Answer<'/api/lots/{id}/evaluation', 'get'>
export type EvaluationPhase = Evaluation['phase']
/** Why one of a panel leaves the seat. */
export type Ground = NonNullable<Body<'/api/lots/{id}/panel/declaration', 'post'>['ground']>
export type Desk = Answer<'/api/lots/{id}/scores', 'get'>
export type BidPaper = Desk['bids'][number]
export type SheetScore = Desk['sheet']['scores'][number]
export type Signals = Answer<'/api/lots/{id}/signals', 'get'>
export type ReviewForm = Body<'/api/lots/{id}/reviews', 'post'>
export type EvaluationResult = Answer<'/api/lots/{id}/result', 'get'>['result']
export type Debrief = Answer<'/api/lots/{id}/debrief', 'get'>
export type PriceInquiry = Answer<'/api/lots/{id}/price-explanation', 'get'>

export type SupervisorAccount = Answer<'/api/operations/supervisors', 'get'>['items'][number]
export type SupervisorForm = Body<'/api/operations/supervisors', 'post'>
