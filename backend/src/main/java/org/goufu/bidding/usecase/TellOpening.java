package org.goufu.bidding.usecase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goufu.bidding.BehindBid;
import org.goufu.bidding.OpeningNews;
import org.goufu.bidding.OpeningNews.What;
import org.goufu.bidding.domain.HolderGroup;
import org.goufu.bidding.domain.Opening;
import org.goufu.bidding.domain.Reason;
import org.goufu.bidding.usecase.BidsAtOpening.Recorded;
import org.goufu.bidding.usecase.BidsAtOpening.ToMend;
import org.goufu.bidding.usecase.Shares.Holder;
import org.goufu.organization.BodyProfile;
import org.goufu.platform.outbox.Outbox;
import org.goufu.purchase.LotTerms;
import org.goufu.purchase.PurchaseDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes the news about a box with the deed. That a bid lies in it nobody is told before the opening begins, and then its bidder alone
 * (招标投标法 22).
 */
@Component
class TellOpening {
    private final PurchaseDirectory purchases;
    private final Shares shares;
    private final Outbox outbox;

    TellOpening(PurchaseDirectory purchases, Shares shares, Outbox outbox) {
        this.purchases = purchases;
        this.shares = shares;
        this.outbox = outbox;
    }

    /** The department, and supervisors who hold keys; of a lot that came to nothing meanwhile nobody. */
    Mono<Void> closed(UUID lot) {
        return purchases
                .terms(lot)
                .filterWhen(
                        terms -> purchases.decided(List.of(lot)).hasElements().map(decided -> !decided))
                .zipWith(supervisors(lot))
                .flatMap(both -> closed(both.getT1(), both.getT2()));
    }

    private Mono<Void> closed(LotTerms terms, List<UUID> supervisors) {
        var recipients = new ArrayList<>(supervisors);
        recipients.add(terms.department());
        return outbox.append(new OpeningNews(
                "closed/" + terms.lot(),
                terms.lot(),
                terms.purchase(),
                terms.title(),
                What.CLOSED,
                recipients,
                terms.openingAt(),
                null));
    }

    private Mono<List<UUID>> supervisors(UUID lot) {
        return shares.holders(lot)
                .filter(holder -> holder.group().equals(HolderGroup.SUPERVISION.id()))
                .map(Holder::account)
                .collectList();
    }

    /** The bidders, each of its own bid: to look at the seal. */
    Mono<Void> begun(Opening opening, Collection<UUID> bidders) {
        return tell("begun/" + opening.lot(), opening, What.BEGUN, bidders, opening.checkUntil());
    }

    /**
     * That nothing is opened: members of a consortium as its lead (政府采购法 第24条), groups of the bid that names them.
     *
     * @param behind whom else the bids name
     */
    Mono<Void> tooFew(Opening opening, Collection<UUID> bidders, Collection<BodyProfile> behind) {
        var id = "begun/" + opening.lot();
        var all = new HashSet<>(bidders);
        var groups = new HashSet<UUID>();
        behind.forEach(one -> (one.kind().isLegalPerson() ? all : groups).add(one.id()));
        return tell(id, opening, What.TOO_FEW, all, null)
                .then(groups.isEmpty() ? Mono.empty() : tell(id, opening, What.PART_TOO_FEW, groups, null));
    }

    /** All who hold keys of the lot. */
    Mono<Void> sharesWanted(Opening opening) {
        return shares.holders(opening.lot())
                .map(Holder::account)
                .collect(Collectors.toSet())
                .flatMap(holders -> tell(
                        "shares/%s/%s".formatted(opening.lot(), opening.openedNow()),
                        opening,
                        What.SHARES_WANTED,
                        holders,
                        null));
    }

    /** Bidders who can mend what is not their fault. */
    Mono<Void> toMend(Opening opening, List<ToMend> failed) {
        return Flux.fromIterable(failed)
                .concatMap(bid -> tell(
                        "mend/%s/%s/%s".formatted(bid.envelope(), opening.openedNow(), bid.reason()),
                        opening,
                        bid.reason().fault() == Reason.Who.PLATFORM ? What.COPY_WANTED : What.KEYS_WANTED,
                        List.of(bid.body()),
                        bid.until()))
                .then();
    }

    /** Everybody behind a bid, groups of their own part; and the department, which forms the panel after the first stage. */
    Mono<Void> recorded(Opening opening, UUID stage, boolean first, List<Recorded> bids) {
        var groups = bids.stream()
                .filter(bid -> bid.consortium().isEmpty())
                .flatMap(bid -> bid.actingFor().stream())
                .collect(Collectors.toSet());
        var bidders = bids.stream()
                .flatMap(bid -> BehindBid.of(bid.body().id(), bid.actingFor()).stream())
                .filter(body -> !groups.contains(body))
                .collect(Collectors.toSet());
        var department = List.of(opening.department());
        return tell("recorded/" + stage, opening, What.RECORDED, bidders, null)
                .then(
                        groups.isEmpty()
                                ? Mono.empty()
                                : tell("recorded/" + stage, opening, What.PART_RECORDED, groups, null))
                .then(tell("recorded/" + stage, opening, first ? What.PANEL_DUE : What.RECORDED, department, null));
    }

    private Mono<Void> tell(
            String id, Opening opening, What what, Collection<UUID> recipients, @Nullable Instant time) {
        return outbox.append(new OpeningNews(
                id, opening.lot(), opening.purchase(), opening.title(), what, recipients, time, opening.least()));
    }
}
