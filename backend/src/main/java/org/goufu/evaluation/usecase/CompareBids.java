package org.goufu.evaluation.usecase;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goufu.bidding.BidMarks;
import org.goufu.bidding.BidsOpened;
import org.goufu.bidding.OpenedBid;
import org.goufu.bidding.OpenedBids;
import org.goufu.bidding.OpenedLot;
import org.goufu.evaluation.domain.signal.Compared;
import org.goufu.evaluation.domain.signal.Comparison;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.Fact;
import org.goufu.organization.FactKind;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.EventHandler;
import org.goufu.platform.time.BusinessClock;
import org.goufu.purchase.PurchaseDirectory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Holds the bids of a lot against each other as soon as they are opened, and again when their prices are (财政部令第87号 第37条): once for
 * all who read it, away from the threads that answer.
 */
@Component
class CompareBids implements EventHandler<BidsOpened> {
    private final OpenedBids opened;
    private final PurchaseDirectory purchases;
    private final OrganizationDirectory organizations;
    private final Comparisons comparisons;
    private final SignalSettings settings;
    private final Transactions transactions;

    CompareBids(
            OpenedBids opened,
            PurchaseDirectory purchases,
            OrganizationDirectory organizations,
            Comparisons comparisons,
            SignalSettings settings,
            Transactions transactions) {
        this.opened = opened;
        this.purchases = purchases;
        this.organizations = organizations;
        this.comparisons = comparisons;
        this.settings = settings;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "evaluation.signals";
    }

    @Override
    public Class<BidsOpened> type() {
        return BidsOpened.class;
    }

    @Override
    public Mono<Void> handle(List<BidsOpened> events) {
        return Flux.fromIterable(events)
                .map(BidsOpened::lot)
                .distinct()
                .concatMap(this::compare)
                .then();
    }

    private Mono<Void> compare(UUID lot) {
        return opened.of(lot)
                .flatMap(found -> Mono.zip(Mono.just(found), marks(lot), bodies(found), words(found)))
                .publishOn(Schedulers.boundedElastic())
                .map(all -> Comparison.of(
                        compared(all.getT1(), all.getT2(), all.getT3()), all.getT4(), settings.textPercent()))
                .flatMap(comparison -> transactions.write(comparisons.keep(lot, comparison)));
    }

    private Mono<Map<UUID, BidMarks>> marks(UUID lot) {
        return opened.marks(lot).collectMap(BidMarks::envelope);
    }

    private Mono<Map<UUID, BodyProfile>> bodies(OpenedLot found) {
        var ids = found.bids().stream().flatMap(OpenedBid::givers).collect(Collectors.toSet());
        return organizations.findAll(ids).collectMap(BodyProfile::id);
    }

    /** All that every bidder had before it; what a correction left as it was is said once. */
    private Mono<String> words(OpenedLot found) {
        return purchases
                .words(found.notice())
                .flatMapIterable(text -> text.lines().toList())
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /** Those that do not count as well: whoever bids for show often bids too much. */
    private static List<Compared> compared(OpenedLot found, Map<UUID, BidMarks> marks, Map<UUID, BodyProfile> bodies) {
        return found.bids().stream()
                .filter(bid -> bid.technical() != null || bid.price() != null)
                .map(bid -> compared(found, bid, Objects.requireNonNull(marks.get(bid.envelope())), bodies))
                .toList();
    }

    private static Compared compared(OpenedLot found, OpenedBid bid, BidMarks marks, Map<UUID, BodyProfile> bodies) {
        var bidders =
                bid.givers().flatMap(id -> Stream.ofNullable(bodies.get(id))).toList();
        var technical = bid.technical();
        var price = bid.price();
        return new Compared(
                bid.envelope(),
                names(bidders),
                heads(bidders, found),
                marks.handler(),
                marks.origin(),
                technical == null
                        ? List.of()
                        : technical.answers().stream()
                                .map(answer -> new Compared.Answer(answer.criterion(), answer.text()))
                                .toList(),
                technical == null ? List.of() : files(technical, marks),
                price == null ? null : Long.valueOf(price.totalFen()),
                price == null
                        ? List.of()
                        : price.lines().stream()
                                .map(line -> new Compared.Line(line.item(), line.fen()))
                                .toList());
    }

    private static Set<String> names(List<BodyProfile> bidders) {
        var names = new HashSet<String>();
        for (var body : bidders) {
            names.add(body.name());
            if (body.creditCode() != null) names.add(body.creditCode());
        }
        return names;
    }

    private static Set<String> heads(List<BodyProfile> bidders, OpenedLot found) {
        var day = found.openedAt().atZone(BusinessClock.ZONE).toLocalDate();
        return bidders.stream()
                .flatMap(body -> body.facts(FactKind.HEAD, day, found.openedAt()))
                .map(Fact::value)
                .collect(Collectors.toSet());
    }

    /** What was opened before digests were kept has none. */
    private static List<Compared.File> files(OpenedBid.Technical technical, BidMarks marks) {
        return technical.attachments().stream()
                .filter(file -> marks.digests().containsKey(file.segment()))
                .map(file -> new Compared.File(
                        file.name(), Objects.requireNonNull(marks.digests().get(file.segment()))))
                .toList();
    }
}
