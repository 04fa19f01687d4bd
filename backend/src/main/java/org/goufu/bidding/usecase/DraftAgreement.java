package org.goufu.bidding.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.goufu.bidding.ConsortiumNews.What;
import org.goufu.bidding.domain.Agreement;
import org.goufu.bidding.domain.Agreement.Member;
import org.goufu.bidding.domain.BidProblem;
import org.goufu.bidding.domain.Box;
import org.goufu.bidding.domain.ConsortiumProblem;
import org.goufu.bidding.usecase.Consortia.Held;
import org.goufu.kernel.Actor;
import org.goufu.kernel.FieldProblem;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.database.Transactions;
import org.goufu.purchase.LotTerms;
import org.goufu.purchase.PurchaseDirectory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The lead of a consortium (牵头人) writes who does what for which share, and asks each member to sign. */
@Component
public class DraftAgreement {
    private final MakeBoxes making;
    private final PurchaseDirectory purchases;
    private final OrganizationDirectory organizations;
    private final Consortia consortia;
    private final ConsortiumSeats seats;
    private final TellConsortia telling;
    private final Transactions transactions;

    DraftAgreement(
            MakeBoxes making,
            PurchaseDirectory purchases,
            OrganizationDirectory organizations,
            Consortia consortia,
            ConsortiumSeats seats,
            TellConsortia telling,
            Transactions transactions) {
        this.making = making;
        this.purchases = purchases;
        this.organizations = organizations;
        this.consortia = consortia;
        this.seats = seats;
        this.telling = telling;
        this.transactions = transactions;
    }

    /** What a member does; its name is the registry's. */
    public record Part(UUID body, String work, int share) {}

    /**
     * Fails with a {@link ConsortiumProblem}, or with {@code bid/closed}.
     *
     * @param version of what was changed, 0 when nothing was saved before
     */
    public Mono<Agreement> by(Actor actor, UUID lot, List<Part> parts, long version) {
        return making.box(lot)
                .delayUntil(box -> purchases
                        .terms(lot)
                        .filter(LotTerms::acceptsConsortium)
                        .switchIfEmpty(Mono.error(ConsortiumProblem.NOT_ACCEPTED::raise)))
                .flatMap(box -> organizations
                        .findAll(parts.stream().map(Part::body).toList())
                        .collectMap(BodyProfile::id)
                        .map(bodies -> Agreement.drafted(lot, actor.organization(), members(parts, bodies), version))
                        .flatMap(agreement -> transactions.write(saved(actor, box, agreement))));
    }

    private static List<Member> members(List<Part> parts, Map<UUID, BodyProfile> bodies) {
        var members = new ArrayList<Member>();
        var unknown = new ArrayList<FieldProblem>();
        var groups = new ArrayList<FieldProblem>();
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var at = "/members/%d/body".formatted(i);
            var body = bodies.get(part.body());
            if (body == null) unknown.add(FieldProblem.of(at, "consortium-unknown"));
            else if (!body.kind().isLegalPerson())
                groups.add(FieldProblem.of(at, "consortium-filed-group", body.name()));
            else members.add(new Member(part.body(), body.name(), part.work(), part.share()));
        }
        if (!groups.isEmpty()) throw ConsortiumProblem.FILED_GROUP.raise(groups);
        if (!unknown.isEmpty()) throw ConsortiumProblem.MEMBER_UNKNOWN.raise(unknown);
        return members;
    }

    private Mono<Agreement> saved(Actor actor, Box box, Agreement agreement) {
        return consortia
                .hold(agreement.lot())
                .filter(open -> open)
                .switchIfEmpty(Mono.error(BidProblem.CLOSED::raise))
                .then(Mono.defer(() -> consortia.find(agreement.lot(), agreement.lead())))
                .map(held -> Optional.of(held.agreement()))
                .defaultIfEmpty(Optional.empty())
                .flatMap(before -> consortia
                        .save(agreement, actor)
                        .delayUntil(saved -> release(actor, dropped(before, saved), saved))
                        .delayUntil(saved -> tell(box, before, saved)));
    }

    private static List<UUID> dropped(Optional<Agreement> before, Agreement saved) {
        var now = saved.others();
        return before.stream()
                .flatMap(agreement -> agreement.others().stream())
                .filter(body -> !now.contains(body))
                .toList();
    }

    /** Who is asked no more is free, unless the bid that lies in the box names it: then it says itself when it leaves. */
    private Mono<Void> release(Actor actor, List<UUID> dropped, Agreement saved) {
        if (dropped.isEmpty()) return Mono.empty();
        return consortia
                .standing(saved.lot(), saved.lead())
                .map(Held::agreement)
                .map(Agreement::others)
                .defaultIfEmpty(List.of())
                .map(named ->
                        dropped.stream().filter(body -> !named.contains(body)).toList())
                .flatMap(free -> seats.leave(saved.lot(), saved.lead(), free, actor));
    }

    private Mono<Void> tell(Box box, Optional<Agreement> before, Agreement saved) {
        var earlier = before.map(Agreement::others).orElse(List.of());
        var changed = before.isPresent()
                && !before.get().document().hash().equals(saved.document().hash());
        var asked =
                saved.others().stream().filter(body -> !earlier.contains(body)).toList();
        var asAgain =
                changed ? saved.others().stream().filter(earlier::contains).toList() : List.<UUID>of();
        return telling.of(box, saved.lead(), What.ASKED, asked)
                .then(Mono.defer(() -> telling.of(box, saved.lead(), What.CHANGED, asAgain)))
                .then(Mono.defer(() -> telling.of(box, saved.lead(), What.DROPPED, dropped(before, saved))));
    }
}
