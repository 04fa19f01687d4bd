package org.goufu.bidding.usecase;

import java.util.UUID;
import org.goufu.bidding.OpenedBid;
import org.goufu.bidding.OpenedBids;
import org.goufu.bidding.OpenedLot;
import org.goufu.bidding.domain.OpeningProblem;
import org.goufu.kernel.Actor;
import org.goufu.organization.DepartmentDirectory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shows an opened bid to its bidder, to the department that buys, and to its supervisors (security.md 4.1); to others there is none. */
@Component
public class ReadBid {
    private final OpenedBids opened;
    private final OpenedParts parts;
    private final Openings openings;
    private final DepartmentDirectory departments;

    ReadBid(OpenedBids opened, OpenedParts parts, Openings openings, DepartmentDirectory departments) {
        this.opened = opened;
        this.parts = parts;
        this.openings = openings;
        this.departments = departments;
    }

    /** A bid and of which lot it is. */
    public record Read(OpenedLot lot, OpenedBid bid) {}

    /** Fails with {@code opening/content-not-found}. */
    public Mono<Read> by(Actor actor, UUID envelope) {
        return parts.lotOf(envelope)
                .flatMap(lot -> opened.of(lot, envelope).zipWith(openings.get(lot)))
                .flatMap(both -> Flux.fromIterable(both.getT1().bids())
                        .filterWhen(bid -> mayRead(actor, both.getT2().department(), bid))
                        .map(bid -> new Read(both.getT1(), bid))
                        .next())
                .switchIfEmpty(Mono.error(OpeningProblem.CONTENT_NOT_FOUND::raise));
    }

    private Mono<Boolean> mayRead(Actor actor, UUID department, OpenedBid bid) {
        return department.equals(actor.departmentId()) || bid.isOf(actor.organizationId())
                ? Mono.just(true)
                : departments.supervises(actor, department);
    }

    /** What is in a segment, piece by piece; fails as {@link #by} does. */
    public Mono<Flux<byte[]>> segment(Actor actor, UUID envelope, String segment) {
        return by(actor, envelope)
                .flatMap(read -> parts.unlocked(envelope, segment))
                .switchIfEmpty(Mono.error(OpeningProblem.CONTENT_NOT_FOUND::raise))
                .map(there -> opened.content(envelope, segment));
    }
}
