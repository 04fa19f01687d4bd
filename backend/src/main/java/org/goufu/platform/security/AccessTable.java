package org.goufu.platform.security;

import static org.goufu.kernel.Role.DEPARTMENT_APPROVER;
import static org.goufu.kernel.Role.DEPARTMENT_OFFICER;
import static org.goufu.kernel.Role.EVALUATOR;
import static org.goufu.kernel.Role.FEDERATION_STAFF;
import static org.goufu.kernel.Role.GROUP_CONTACT;
import static org.goufu.kernel.Role.ORGANIZATION_AGENT;
import static org.goufu.kernel.Role.PLATFORM_ADMIN;
import static org.goufu.kernel.Role.REGISTRAR;
import static org.goufu.kernel.Role.SUPERVISOR;
import static org.goufu.platform.security.Access.row;
import static org.goufu.platform.security.Audience.PUBLIC;
import static org.goufu.platform.security.Audience.SIGNED_IN;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.List;

/**
 * The one authorization table: the security chain and its tests are made from it, and an endpoint that is not in it does not
 * exist for anybody.
 *
 * <p>The table decides on roles alone. Whose purchase, lot or body it is, the use cases decide; where an endpoint is open to
 * more callers here than the contract says, the use case answers the others with 404.
 */
public final class AccessTable {
    private static final Audience OFFICER = Audience.of(DEPARTMENT_OFFICER);
    private static final Audience APPROVER = Audience.of(DEPARTMENT_APPROVER);
    private static final Audience DEPARTMENT = Audience.of(DEPARTMENT_OFFICER, DEPARTMENT_APPROVER);
    private static final Audience BODY = Audience.of(ORGANIZATION_AGENT, FEDERATION_STAFF, GROUP_CONTACT);
    private static final Audience MEMBER = Audience.of(ORGANIZATION_AGENT, GROUP_CONTACT);
    private static final Audience FEDERATION = Audience.of(FEDERATION_STAFF);
    private static final Audience REGISTRARS = Audience.of(REGISTRAR);
    private static final Audience ROSTER = Audience.of(FEDERATION_STAFF, REGISTRAR);
    private static final Audience CONCERNED =
            Audience.of(ORGANIZATION_AGENT, FEDERATION_STAFF, GROUP_CONTACT, REGISTRAR);
    private static final Audience FILING_READERS = Audience.of(REGISTRAR, GROUP_CONTACT, ORGANIZATION_AGENT);
    private static final Audience BIDDER = Audience.of(ORGANIZATION_AGENT, FEDERATION_STAFF);
    private static final Audience BID_READERS =
            Audience.of(ORGANIZATION_AGENT, FEDERATION_STAFF, DEPARTMENT_OFFICER, DEPARTMENT_APPROVER, SUPERVISOR);
    private static final Audience CONTACT = Audience.of(GROUP_CONTACT);
    private static final Audience HOLDERS = Audience.of(DEPARTMENT_OFFICER, DEPARTMENT_APPROVER, SUPERVISOR);
    private static final Audience AROUND_HOLDERS =
            Audience.of(DEPARTMENT_OFFICER, DEPARTMENT_APPROVER, SUPERVISOR, PLATFORM_ADMIN);
    private static final Audience POOL_KEEPERS = Audience.of(DEPARTMENT_OFFICER, SUPERVISOR, PLATFORM_ADMIN);
    private static final Audience EVALUATORS = Audience.of(EVALUATOR);
    private static final Audience PAPER_READERS =
            Audience.of(EVALUATOR, DEPARTMENT_OFFICER, DEPARTMENT_APPROVER, SUPERVISOR);
    private static final Audience LETTER_READERS =
            Audience.of(DEPARTMENT_OFFICER, DEPARTMENT_APPROVER, SUPERVISOR, ORGANIZATION_AGENT, FEDERATION_STAFF);
    private static final Audience ADMIN = Audience.of(PLATFORM_ADMIN);

    /** Our own endpoints. */
    public static final List<Access> ROWS = List.of(
            // account: who is calling
            row(POST, "/api/tokens", PUBLIC),
            row(DELETE, "/api/tokens/current", SIGNED_IN),
            row(POST, "/api/session", PUBLIC),
            row(DELETE, "/api/session", PUBLIC),
            row(GET, "/api/session/csrf", PUBLIC),
            row(GET, "/api/me", SIGNED_IN),
            row(POST, "/api/activations", PUBLIC),
            // reference
            row(GET, "/api/regions", PUBLIC),
            row(GET, "/api/regions/{code}", PUBLIC),
            row(GET, "/api/service-categories", PUBLIC),
            row(GET, "/api/service-categories/{code}", PUBLIC),
            row(GET, "/api/work-calendar", PUBLIC),
            // search and reading
            row(GET, "/api/notices", PUBLIC),
            row(GET, "/api/notices/suggestions", PUBLIC),
            row(GET, "/api/notices/newest", PUBLIC),
            row(GET, "/api/notices/{id}", PUBLIC),
            row(GET, "/api/notices/{id}.html", PUBLIC),
            row(GET, "/api/statistics", PUBLIC),
            row(GET, "/api/organizations", PUBLIC),
            row(GET, "/api/organizations/suggestions", PUBLIC),
            row(GET, "/api/organizations/{id}", PUBLIC),
            row(GET, "/api/federations/{id}", PUBLIC),
            row(GET, "/api/indicators", PUBLIC),
            row(GET, "/api/indicators/trend", PUBLIC),
            row(GET, "/api/indicators.csv", PUBLIC),
            // the ledger: proofs are for strangers
            row(GET, "/api/ledger/key", PUBLIC),
            row(GET, "/api/ledger/checkpoint", PUBLIC),
            row(GET, "/api/ledger/entries", PUBLIC),
            row(GET, "/api/ledger/entries/{index}/proof", PUBLIC),
            row(GET, "/api/ledger/consistency", PUBLIC),
            row(GET, "/api/ledger/tile/{level}/{*path}", PUBLIC),
            // federations: who stands on no side of a membership gets 404
            row(POST, "/api/federations", REGISTRARS),
            row(GET, "/api/federations/{id}/closure", REGISTRARS),
            row(POST, "/api/federations/{id}/closure", REGISTRARS),
            row(GET, "/api/federations/{id}/memberships", ROSTER),
            row(POST, "/api/federations/{id}/memberships", FEDERATION),
            row(GET, "/api/groups-without-federation", ROSTER),
            row(GET, "/api/memberships", REGISTRARS),
            row(GET, "/api/me/memberships", BODY),
            row(GET, "/api/memberships/{id}", CONCERNED),
            row(GET, "/api/memberships/{id}/acts", CONCERNED),
            row(POST, "/api/memberships/{id}/acceptance", MEMBER),
            row(POST, "/api/memberships/{id}/refusal", CONCERNED),
            row(POST, "/api/memberships/{id}/confirmation", REGISTRARS),
            row(POST, "/api/memberships/{id}/release", ROSTER),
            row(POST, "/api/memberships/{id}/end", BODY),
            row(GET, "/api/memberships/{id}/mandates", CONCERNED),
            row(POST, "/api/memberships/{id}/mandates", MEMBER),
            row(POST, "/api/memberships/{id}/mandates/{mandateId}/revocation", BODY),
            row(POST, "/api/memberships/{id}/papers", BODY).takingFiles(),
            row(GET, "/api/memberships/{id}/papers/{paperId}", CONCERNED),
            row(GET, "/api/memberships/{id}/agreements", CONCERNED),
            row(POST, "/api/memberships/{id}/agreements", FEDERATION),
            row(POST, "/api/memberships/{id}/agreements/{agreementId}/answer", MEMBER),
            row(POST, "/api/memberships/{id}/agreements/{agreementId}/end", BODY),
            // the registry: what lies outside a registrar's region is 404 for him
            row(GET, "/api/registry/organizations", REGISTRARS),
            row(POST, "/api/registry/organizations", REGISTRARS),
            row(GET, "/api/registry/organizations/{id}", REGISTRARS),
            row(PUT, "/api/registry/organizations/{id}", REGISTRARS),
            row(GET, "/api/registry/bodies/{id}", REGISTRARS),
            row(GET, "/api/registry/bodies/{id}/history", REGISTRARS),
            row(GET, "/api/registry/bodies/{id}/namesakes", REGISTRARS),
            row(GET, "/api/registry/bodies/{id}/facts", REGISTRARS),
            row(POST, "/api/registry/bodies/{id}/facts", REGISTRARS),
            row(POST, "/api/registry/bodies/{id}/facts/{fact}/replacement", REGISTRARS),
            row(POST, "/api/registry/bodies/{id}/facts/{fact}/withdrawal", REGISTRARS),
            row(POST, "/api/registry/bodies/{id}/facts/{fact}/confirmation", REGISTRARS),
            row(POST, "/api/registry/bodies/{id}/facts/{fact}/rejection", REGISTRARS),
            row(POST, "/api/registry/bodies/{id}/evidence", REGISTRARS).takingFiles(),
            row(GET, "/api/registry/bodies/{id}/evidence/{file}", REGISTRARS),
            row(GET, "/api/registry/confirmations", REGISTRARS),
            row(GET, "/api/registry/worklist", REGISTRARS),
            row(POST, "/api/registry/conflict-settlements", REGISTRARS),
            row(GET, "/api/me/dossier", BODY),
            row(POST, "/api/me/dossier/facts", BODY),
            row(POST, "/api/me/dossier/facts/{fact}/withdrawal", BODY),
            row(POST, "/api/me/dossier/evidence", BODY).takingFiles(),
            row(GET, "/api/me/dossier/evidence/{file}", BODY),
            // filings: what lies outside a registrar's region, and every group but a contact's own, is 404
            row(GET, "/api/filings", REGISTRARS),
            row(POST, "/api/filings", REGISTRARS),
            row(GET, "/api/filings/rule", REGISTRARS),
            row(POST, "/api/filings/attachments", REGISTRARS).takingFiles(),
            row(GET, "/api/filings/{id}", FILING_READERS),
            row(PUT, "/api/filings/{id}", REGISTRARS),
            row(GET, "/api/filings/{id}/acts", FILING_READERS),
            row(GET, "/api/filings/{id}/attachments/{file}", FILING_READERS),
            row(POST, "/api/filings/{id}/submission", REGISTRARS),
            row(POST, "/api/filings/{id}/opinion", REGISTRARS),
            row(POST, "/api/filings/{id}/review", REGISTRARS),
            row(POST, "/api/filings/{id}/confirmation", REGISTRARS),
            row(POST, "/api/filings/{id}/dormancy", REGISTRARS),
            row(POST, "/api/filings/{id}/revocation", REGISTRARS),
            row(POST, "/api/filings/{id}/cancellation", REGISTRARS),
            row(POST, "/api/filings/{id}/request", CONTACT),
            row(POST, "/api/filings/{id}/contact", REGISTRARS),
            row(POST, "/api/filings/{id}/registration", REGISTRARS),
            row(POST, "/api/filings/{id}/joining", REGISTRARS),
            // purchases: a draft is 404 for all but its own department
            row(GET, "/api/purchases/{id}", PUBLIC),
            row(GET, "/api/purchases/{id}/bundle", PUBLIC),
            row(GET, "/api/purchases", DEPARTMENT),
            row(POST, "/api/purchases", OFFICER),
            row(PUT, "/api/purchases/{id}", OFFICER),
            row(DELETE, "/api/purchases/{id}", OFFICER),
            row(POST, "/api/purchases/{id}/repetition", OFFICER),
            row(GET, "/api/purchases/{id}/check", DEPARTMENT),
            row(GET, "/api/purchases/{id}/comparison", DEPARTMENT),
            row(POST, "/api/purchases/{id}/submission", OFFICER),
            row(POST, "/api/purchases/{id}/approval", APPROVER),
            row(POST, "/api/purchases/{id}/return", APPROVER),
            // what lots come to; a prepared termination is seen by its own department alone
            row(GET, "/api/purchases/{id}/outcomes", PUBLIC),
            row(PUT, "/api/lots/{id}/termination", OFFICER),
            row(DELETE, "/api/lots/{id}/termination", OFFICER),
            row(POST, "/api/lots/{id}/termination/publication", APPROVER),
            // a result of the portal before it is published: its own department's
            row(GET, "/api/lots/{id}/portal-result", DEPARTMENT),
            row(POST, "/api/lots/{id}/portal-result/check", OFFICER),
            row(PUT, "/api/lots/{id}/portal-result", OFFICER),
            row(DELETE, "/api/lots/{id}/portal-result", OFFICER),
            row(POST, "/api/lots/{id}/portal-result/return", APPROVER),
            row(POST, "/api/lots/{id}/portal-result/publication", APPROVER),
            // a correction before it is published: its own department's
            row(GET, "/api/purchases/{id}/correction", DEPARTMENT),
            row(POST, "/api/purchases/{id}/correction/check", OFFICER),
            row(POST, "/api/purchases/{id}/corrections", OFFICER),
            row(DELETE, "/api/purchases/{id}/correction", OFFICER),
            row(POST, "/api/purchases/{id}/correction/publication", APPROVER),
            row(GET, "/api/requirement-kinds", PUBLIC),
            row(GET, "/api/earliest-deadline", DEPARTMENT),
            row(GET, "/api/procurement-methods", DEPARTMENT),
            // matching: others than the contract names get 404
            row(POST, "/api/pool-estimates", DEPARTMENT),
            row(GET, "/api/lots/{id}/matches", SIGNED_IN),
            row(GET, "/api/lots/{id}/eligibility", SIGNED_IN),
            row(GET, "/api/lots/{id}/conflicts", SIGNED_IN),
            row(POST, "/api/lots/{id}/consortium-check", SIGNED_IN),
            row(GET, "/api/federations/{id}/capabilities", ROSTER),
            row(GET, "/api/lots/{id}/eligibility.json", SIGNED_IN),
            row(GET, "/api/lots/{id}/eligibility.html", SIGNED_IN),
            row(GET, "/api/me/matches", BODY),
            row(GET, "/api/me/eligibility", BODY),
            // bids: to all but the bidder's own people there is none
            row(GET, "/api/lots/{id}/bidding", BIDDER),
            row(POST, "/api/lots/{id}/bids", BIDDER),
            // what a federation prepares is its own, what a group answers the group's
            row(GET, "/api/lots/{id}/roster", FEDERATION),
            row(PUT, "/api/lots/{id}/roster", FEDERATION),
            // what legal persons agree to for a bid is theirs alone
            row(GET, "/api/lots/{id}/consortium", BIDDER),
            row(PUT, "/api/lots/{id}/consortium", BIDDER),
            row(DELETE, "/api/lots/{id}/consortium", BIDDER),
            row(POST, "/api/lots/{id}/consortium/signatures", BIDDER),
            row(POST, "/api/lots/{id}/consortium/refusals", BIDDER),
            row(POST, "/api/lots/{id}/consortium/signatures/withdrawal", BIDDER),
            row(GET, "/api/me/consents", CONTACT),
            row(POST, "/api/lots/{id}/consents", CONTACT),
            row(POST, "/api/lots/{id}/consents/revocation", CONTACT),
            row(GET, "/api/lots/{lot}/envelopes/{id}/chunks", BIDDER),
            row(GET, "/api/lots/{lot}/envelopes/{id}/chunks/{sha256}", BIDDER),
            row(PUT, "/api/lots/{lot}/envelopes/{id}/chunks/{sha256}", BIDDER).takingBytes(),
            row(POST, "/api/bids/{id}/withdrawal", BIDDER),
            row(GET, "/api/bids/{id}", BIDDER),
            row(GET, "/api/bids/{id}/receipt", BIDDER),
            row(GET, "/api/me/bids", BIDDER),
            row(GET, "/api/me/signing-keys", BIDDER),
            row(GET, "/api/me/signing-keys/history", BIDDER),
            row(GET, "/api/me/signing-keys/{id}/receipts", BIDDER),
            row(POST, "/api/me/signing-keys", BIDDER),
            row(DELETE, "/api/me/signing-keys/{id}", BIDDER),
            // openings: whoever has no part in one reads what is public
            row(GET, "/api/lots/{id}/opening", PUBLIC),
            row(GET, "/api/lots/{id}/opening/events", PUBLIC),
            row(GET, "/api/lots/{id}/opening/record", PUBLIC),
            row(GET, "/api/lots/{id}/opening/part", SIGNED_IN),
            row(POST, "/api/lots/{id}/opening", DEPARTMENT),
            row(POST, "/api/lots/{id}/opening/prices", DEPARTMENT),
            row(POST, "/api/lots/{id}/opening/absence", DEPARTMENT),
            row(GET, "/api/lots/{id}/opening/shares", HOLDERS),
            row(POST, "/api/lots/{id}/opening/shares", HOLDERS),
            row(GET, "/api/lots/{id}/opening/seal", BIDDER),
            row(POST, "/api/lots/{id}/opening/seal", BIDDER),
            row(GET, "/api/bids/{id}/manifest", BIDDER),
            row(PUT, "/api/bids/{id}/chunks/{sha256}", BIDDER).takingBytes(),
            row(POST, "/api/bids/{id}/remedy", BIDDER),
            row(GET, "/api/bids/{id}/opened", BID_READERS),
            row(GET, "/api/bids/{id}/opened/{segment}", BID_READERS),
            // the keys that open bids: another department's are 404
            row(GET, "/api/holder-keys", AROUND_HOLDERS),
            row(POST, "/api/holder-keys", HOLDERS),
            row(POST, "/api/holder-keys/{id}/challenges", HOLDERS),
            row(POST, "/api/holder-keys/{id}/challenges/{challengeId}/answer", HOLDERS),
            row(POST, "/api/holder-keys/{id}/approval", AROUND_HOLDERS),
            row(POST, "/api/holder-keys/{id}/revocation", AROUND_HOLDERS),
            row(POST, "/api/holder-keys/supervision", DEPARTMENT),
            row(GET, "/api/lots/{id}/keyset", PUBLIC),
            row(GET, "/api/lots/{id}/keyset/receipts", PUBLIC),
            row(POST, "/api/lots/{id}/keyset", BIDDER),
            row(GET, "/api/lots/{id}/keyset/replacement", DEPARTMENT),
            row(POST, "/api/lots/{id}/keyset/replacement", APPROVER),
            // evaluation: what is not the caller's own department, seat or bid is 404
            row(GET, "/api/lots/{id}/evaluation", HOLDERS),
            row(GET, "/api/lots/{id}/evaluation/events", PAPER_READERS),
            row(GET, "/api/lots/{id}/panel", DEPARTMENT),
            row(POST, "/api/lots/{id}/panel", OFFICER),
            row(POST, "/api/lots/{id}/panel/departures", OFFICER),
            row(POST, "/api/lots/{id}/panel/renewal", OFFICER),
            row(POST, "/api/lots/{id}/panel/declaration", EVALUATORS),
            row(POST, "/api/lots/{id}/qualification", OFFICER),
            row(POST, "/api/lots/{id}/reviews", EVALUATORS),
            row(GET, "/api/me/evaluations", EVALUATORS),
            row(GET, "/api/lots/{id}/scores", EVALUATORS),
            row(PUT, "/api/lots/{id}/scores", EVALUATORS),
            row(POST, "/api/lots/{id}/scores/signature", EVALUATORS),
            row(GET, "/api/lots/{id}/papers/{bid}/{segment}", PAPER_READERS),
            row(GET, "/api/lots/{id}/signals", PAPER_READERS),
            row(POST, "/api/lots/{id}/price-opinions", EVALUATORS),
            row(GET, "/api/lots/{id}/price-explanation", BODY),
            row(POST, "/api/lots/{id}/price-explanation", BIDDER),
            row(POST, "/api/lots/{id}/price-findings", EVALUATORS),
            row(POST, "/api/lots/{id}/award", OFFICER),
            row(POST, "/api/lots/{id}/award/next-candidate", OFFICER),
            row(POST, "/api/lots/{id}/award/return", APPROVER),
            row(POST, "/api/lots/{id}/award/decision", APPROVER),
            row(GET, "/api/lots/{id}/result", PUBLIC),
            row(GET, "/api/lots/{id}/debrief", BIDDER),
            row(GET, "/api/lots/{id}/award-letter.html", LETTER_READERS),
            // the pool of evaluators: whom others keep is 404
            row(GET, "/api/evaluators", POOL_KEEPERS),
            row(POST, "/api/evaluators", POOL_KEEPERS),
            row(GET, "/api/evaluators/coverage", POOL_KEEPERS),
            row(GET, "/api/evaluators/{id}", POOL_KEEPERS),
            row(PUT, "/api/evaluators/{id}", POOL_KEEPERS),
            row(GET, "/api/evaluators/{id}/history", POOL_KEEPERS),
            row(POST, "/api/evaluators/{id}/invitation", POOL_KEEPERS),
            row(POST, "/api/evaluators/{id}/state", POOL_KEEPERS),
            row(GET, "/api/me/evaluator", EVALUATORS),
            row(PUT, "/api/me/evaluator/avoidances", EVALUATORS),
            // notification
            row(GET, "/api/me/work", SIGNED_IN),
            row(GET, "/api/me/inbox", SIGNED_IN),
            row(PUT, "/api/me/inbox/read", SIGNED_IN),
            row(PUT, "/api/me/inbox/{id}/read", SIGNED_IN),
            row(PUT, "/api/me/inbox/{id}/unread", SIGNED_IN),
            row(GET, "/api/me/events", SIGNED_IN),
            row(GET, "/api/me/telling", BODY),
            row(PUT, "/api/me/telling", BODY),
            // imports: another region's are 404
            row(POST, "/api/registry/imports", REGISTRARS).takingFiles(),
            row(GET, "/api/registry/imports", REGISTRARS),
            row(GET, "/api/registry/imports/{id}", REGISTRARS),
            row(DELETE, "/api/registry/imports/{id}", REGISTRARS),
            row(GET, "/api/registry/imports/{id}/rows", REGISTRARS),
            row(GET, "/api/registry/imports/{id}/refused.xlsx", REGISTRARS),
            row(PUT, "/api/registry/imports/{id}/columns", REGISTRARS),
            row(POST, "/api/registry/imports/{id}/application", REGISTRARS),
            row(POST, "/api/registry/imports/{id}/undoing", REGISTRARS),
            // the demo clock
            row(GET, "/api/demo/clock", PUBLIC).inDemoOnly(),
            row(POST, "/api/demo/clock", ADMIN).inDemoOnly(),
            row(GET, "/api/demo/holder-key", HOLDERS).inDemoOnly(),
            // operations
            row(POST, "/api/operations/index-rebuild", ADMIN),
            row(GET, "/api/operations/index-rebuild", ADMIN),
            row(GET, "/api/operations/index-check", ADMIN),
            row(GET, "/api/operations/reference", ADMIN),
            row(POST, "/api/operations/calendar-previews", ADMIN),
            row(POST, "/api/operations/calendar-years", ADMIN),
            row(POST, "/api/operations/thresholds", ADMIN),
            row(GET, "/api/operations/supervisors", ADMIN),
            row(POST, "/api/operations/supervisors", ADMIN),
            row(POST, "/api/operations/supervisors/{id}/invitation", ADMIN),
            row(POST, "/api/operations/supervisors/{id}/end", ADMIN));

    /** Endpoints that libraries bring along. */
    public static final List<Access> LIBRARY_ROWS = List.of(
            row(GET, "/actuator/health", PUBLIC),
            row(GET, "/actuator/health/**", PUBLIC),
            row(GET, "/actuator/prometheus", ADMIN),
            row(GET, "/v3/api-docs", PUBLIC),
            row(GET, "/v3/api-docs.yaml", PUBLIC),
            row(GET, "/v3/api-docs/**", PUBLIC),
            row(GET, "/swagger-ui.html", PUBLIC),
            row(GET, "/swagger-ui/**", PUBLIC),
            row(GET, "/webjars/**", PUBLIC));

    /** First segments of paths that the server answers itself; every other path belongs to the pages. */
    public static final List<String> SERVER_SEGMENTS =
            List.of("api", "actuator", "v3", "swagger-ui", "swagger-ui.html", "webjars");

    private AccessTable() {}
}
