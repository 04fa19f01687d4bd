package org.goufu.purchase.usecase;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.goufu.kernel.Actor;
import org.goufu.kernel.FieldProblem;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.Outbox;
import org.goufu.platform.time.BusinessClock;
import org.goufu.purchase.BidPlaces;
import org.goufu.purchase.Finding;
import org.goufu.purchase.PortalResultNews;
import org.goufu.purchase.PortalResultNews.What;
import org.goufu.purchase.domain.Content;
import org.goufu.purchase.domain.DecidingLot;
import org.goufu.purchase.domain.PortalProposal;
import org.goufu.purchase.domain.PortalResult;
import org.goufu.purchase.domain.PortalResult.Winner;
import org.goufu.purchase.domain.PortalResultRules;
import org.goufu.purchase.domain.Purchase;
import org.goufu.purchase.domain.PurchaseProblem;
import org.goufu.reference.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Records what the statutory medium published of a lot whose bids were given there: one person writes it, another publishes it. */
@Component
public class RecordPortalResult {
    private final Decisions decisions;
    private final PortalProposals proposals;
    private final PublishOutcome outcome;
    private final Purchases purchases;
    private final OrganizationDirectory organizations;
    private final BidPlaces places;
    private final PublicationSettings settings;
    private final Regions regions;
    private final BusinessClock clock;
    private final Outbox outbox;
    private final Transactions transactions;

    RecordPortalResult(
            Decisions decisions,
            PortalProposals proposals,
            PublishOutcome outcome,
            Purchases purchases,
            OrganizationDirectory organizations,
            BidPlaces places,
            PublicationSettings settings,
            Regions regions,
            BusinessClock clock,
            Outbox outbox,
            Transactions transactions) {
        this.decisions = decisions;
        this.proposals = proposals;
        this.outcome = outcome;
        this.purchases = purchases;
        this.organizations = organizations;
        this.places = places;
        this.settings = settings;
        this.regions = regions;
        this.clock = clock;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    /**
     * A result before it is published.
     *
     * @param result as it stands, winners as the registry has them
     * @param proposal null while nothing is kept
     */
    public record Draft(
            DecidingLot lot, PortalResult result, @Nullable PortalProposal proposal, List<Finding> findings) {}

    /** What is kept, or what the form begins with. */
    public Mono<Draft> read(Actor actor, UUID lot) {
        return of(actor, decisions.find(lot))
                .flatMap(found -> proposals
                        .find(lot)
                        .flatMap(kept -> drafted(found, kept.result(), kept))
                        .switchIfEmpty(Mono.defer(() -> begun(found))));
    }

    /** What the rules find in it; nothing is kept. */
    public Mono<Draft> check(Actor actor, UUID lot, PortalResultForm form) {
        var result = PortalResultReader.read(form);
        return of(actor, decisions.find(lot)).flatMap(found -> drafted(found, result, null));
    }

    /** Keeps it for the second person, over what was kept before; fails with {@code purchase/portal-result-refused}. */
    public Mono<Draft> propose(Actor actor, UUID lot, @Nullable Long seen, PortalResultForm form) {
        var result = PortalResultReader.read(form);
        return transactions.write(of(actor, decisions.hold(lot))
                .map(held -> held.undecided().closed())
                .flatMap(held -> drafted(held, result, null)
                        .doOnNext(RecordPortalResult::refuseErrors)
                        .flatMap(draft -> written(actor, lot, draft.result())
                                .map(proposal -> proposal.seenAs(seen))
                                .flatMap(proposals::save)
                                .delayUntil(kept -> tell(held, kept, What.PROPOSED, null, null))
                                .map(kept -> new Draft(held, kept.result(), kept, draft.findings())))));
    }

    private Mono<PortalProposal> written(Actor actor, UUID lot, PortalResult result) {
        return clock.now()
                .flatMap(now -> proposals
                        .find(lot)
                        .map(before -> before.rewritten(result, actor, now))
                        .switchIfEmpty(Mono.fromSupplier(() -> PortalProposal.first(lot, result, actor, now))));
    }

    /** Takes it back. */
    public Mono<Void> drop(Actor actor, UUID lot) {
        return transactions.write(
                of(actor, decisions.hold(lot)).flatMap(held -> kept(lot)).flatMap(kept -> proposals.drop(lot)));
    }

    /** Gives it back with a reason; what was written stays. */
    public Mono<Void> giveBack(Actor approver, UUID lot, @Nullable Long seen, String reason) {
        return transactions.write(of(approver, decisions.hold(lot))
                .flatMap(held -> kept(lot)
                        .map(kept -> kept.seenAs(seen).returnedBy(approver, reason))
                        .flatMap(proposals::save)
                        .flatMap(kept -> tell(held, kept, What.RETURNED, null, reason.strip()))));
    }

    /** The id of the published notice. */
    public Mono<UUID> publish(Actor approver, UUID lot, @Nullable Long seen) {
        return transactions.write(of(approver, decisions.hold(lot))
                .map(held -> held.undecided().closed())
                .flatMap(held -> kept(lot)
                        .map(kept -> kept.seenAs(seen).decidedBy(approver))
                        .flatMap(kept -> drafted(held, kept.result(), kept))
                        .doOnNext(RecordPortalResult::refuseErrors)
                        .flatMap(draft -> publish(approver, draft))));
    }

    private Mono<UUID> publish(Actor approver, Draft draft) {
        var proposal = Objects.requireNonNull(draft.proposal());
        return outcome.awardElsewhere(approver, draft.lot(), draft.result())
                .delayUntil(notice -> tell(draft.lot(), proposal, What.PUBLISHED, notice, null));
    }

    /** The lot of the caller's department, whose bids are not given here. */
    private Mono<DecidingLot> of(Actor actor, Mono<DecidingLot> lot) {
        return lot.map(held -> {
            held.ownedBy(actor.department());
            if (places.of(held.text().method(), held.text().regionCode()).here()) {
                throw PurchaseProblem.RESULT_GIVEN_HERE.raise();
            }
            return held;
        });
    }

    private Mono<PortalProposal> kept(UUID lot) {
        return Mono.defer(() -> proposals.find(lot))
                .switchIfEmpty(Mono.error(PurchaseProblem.PORTAL_RESULT_MISSING::raise));
    }

    private Mono<Draft> begun(DecidingLot held) {
        return content(held)
                .map(content -> PortalResult.begun(
                        content, held.id(), code -> regions.coded(code).name()))
                .flatMap(result -> drafted(held, result, null));
    }

    private Mono<Draft> drafted(DecidingLot held, PortalResult written, @Nullable PortalProposal proposal) {
        return Mono.zip(onRecord(written), content(held), clock.now()).map(all -> {
            var hasAgency = all.getT2().statutoryOrNothing().agency() != null;
            var findings =
                    PortalResultRules.check(all.getT1(), held, hasAgency, settings.publicationMedia(), all.getT3());
            return new Draft(held, all.getT1(), proposal, findings);
        });
    }

    private Mono<Content> content(DecidingLot held) {
        return purchases.get(held.purchase()).map(Purchase::content);
    }

    /** Whom the registry knows is called what the registry calls it. */
    private Mono<PortalResult> onRecord(PortalResult written) {
        var codes = written.winners().stream()
                .map(Winner::creditCode)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return organizations
                .coded(codes)
                .collectMap(body -> Objects.requireNonNull(body.creditCode()), Function.identity())
                .map(known -> written.wonBy(written.winners().stream()
                        .map(winner -> onRecord(winner, known.get(winner.creditCode())))
                        .toList()));
    }

    private static Winner onRecord(Winner winner, @Nullable BodyProfile body) {
        return body == null ? winner.unknown() : winner.known(body.id(), body.name(), body.address());
    }

    private static void refuseErrors(Draft draft) {
        var fields = draft.findings().stream()
                .filter(Finding::blocks)
                .map(finding -> new FieldProblem(finding.pointer(), finding.code(), finding.arguments()))
                .toList();
        if (!fields.isEmpty()) throw PurchaseProblem.PORTAL_RESULT_REFUSED.raise(fields, fields.size());
    }

    private Mono<Void> tell(
            DecidingLot lot, PortalProposal proposal, What what, @Nullable UUID notice, @Nullable String words) {
        return outbox.append(new PortalResultNews(
                "portal-result/%s/%s/%s".formatted(lot.id(), what, proposal.at()),
                lot.id(),
                lot.purchase(),
                lot.department(),
                lot.text().title(),
                what,
                notice,
                proposal.result().winners().stream()
                        .map(Winner::body)
                        .filter(Objects::nonNull)
                        .toList(),
                words));
    }
}
