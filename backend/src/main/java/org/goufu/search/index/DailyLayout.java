package org.goufu.search.index;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goufu.federation.FederationDirectory;
import org.goufu.federation.Membership;
import org.goufu.organization.BodyProfile;
import org.goufu.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lays out anew, once a day, the bodies of which a fact or a membership began or ended since the day before. */
@Component
class DailyLayout {
    private static final int AT_ONCE = 500;

    private final BodyReader reader;
    private final FederationDirectory federations;
    private final IndexBodies bodies;
    private final Indices indices;
    private final BusinessClock clock;

    DailyLayout(
            BodyReader reader,
            FederationDirectory federations,
            IndexBodies bodies,
            Indices indices,
            BusinessClock clock) {
        this.reader = reader;
        this.federations = federations;
        this.bodies = bodies;
        this.indices = indices;
        this.clock = clock;
    }

    /** Does nothing when today is laid out already. */
    Mono<Void> catchUp() {
        return Mono.zip(
                        clock.today(),
                        indices.laidOutOn(SearchIndex.CAPABILITIES).defaultIfEmpty(LocalDate.EPOCH))
                .filter(both -> both.getT2().isBefore(both.getT1()))
                .flatMap(both -> layOut(both.getT2(), both.getT1()));
    }

    private Mono<Void> layOut(LocalDate last, LocalDate today) {
        return after(null)
                .expand(page -> page.size() < AT_ONCE
                        ? Mono.empty()
                        : after(page.getLast().id()))
                .concatMap(page -> changed(page, last, today), 1)
                .concatMap(bodies::of, 1)
                .then(indices.layOutOn(SearchIndex.CAPABILITIES, today));
    }

    private Mono<List<BodyProfile>> after(@Nullable UUID id) {
        return reader.after(id, AT_ONCE).collectList();
    }

    private Flux<Set<UUID>> changed(List<BodyProfile> page, LocalDate last, LocalDate today) {
        return federations
                .ofMembers(page.stream().map(BodyProfile::id).toList())
                .filter(membership -> turns(membership.from(), membership.to(), last, today))
                .map(Membership::memberId)
                .collect(Collectors.toSet())
                .map(members -> changed(page, members, last, today))
                .filter(some -> !some.isEmpty())
                .flux();
    }

    private static Set<UUID> changed(List<BodyProfile> page, Set<UUID> members, LocalDate last, LocalDate today) {
        return page.stream()
                .filter(body -> members.contains(body.id())
                        || body.facts().stream().anyMatch(fact -> turns(fact.from(), fact.to(), last, today)))
                .map(BodyProfile::id)
                .collect(Collectors.toSet());
    }

    /** Whether it holds on one of the two days and not in the same way on the other, or came and went between them. */
    static boolean turns(LocalDate from, @Nullable LocalDate to, LocalDate last, LocalDate today) {
        boolean begins = from.isAfter(last) && !from.isAfter(today);
        boolean ends = to != null && !to.isBefore(last) && to.isBefore(today);
        return begins || ends;
    }
}
