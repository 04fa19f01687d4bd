package org.goufu.notification.http;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goufu.kernel.Actor;
import org.goufu.purchase.PurchaseDirectory;
import org.goufu.purchase.Work;
import org.goufu.purchase.WorkSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What waits for the caller in the course of purchases, wherever it comes from. */
@RestController
class WorkController {
    private static final Comparator<Work> URGENT_FIRST = Comparator.comparing(
                    (Work work) -> work.until() == null ? Instant.MAX : work.until())
            .thenComparing(Work::since);

    private final List<WorkSource> sources;
    private final PurchaseDirectory purchases;

    WorkController(List<WorkSource> sources, PurchaseDirectory purchases) {
        this.sources = List.copyOf(sources);
        this.purchases = purchases;
    }

    /** What ends soonest first, then what has waited longest. */
    record WorkList(List<Work> items) {}

    @GetMapping("/api/me/work")
    @Operation(
            summary = "What waits for the caller between the review of a purchase and its award, the most urgent first")
    Mono<WorkList> work(Actor actor) {
        return Flux.fromIterable(sources)
                .concatMap(source -> source.of(actor))
                .sort(URGENT_FIRST)
                .collectList()
                .flatMap(this::undecided)
                .map(WorkList::new);
    }

    /** At a lot that came to something nothing waits for anybody, also while others of its call go on. */
    private Mono<List<Work>> undecided(List<Work> all) {
        var lots = all.stream().flatMap(work -> Stream.ofNullable(work.lotId())).collect(Collectors.toSet());
        if (lots.isEmpty()) return Mono.just(all);
        return purchases
                .decided(lots)
                .collect(Collectors.toSet())
                .map(decided -> all.stream()
                        .filter(work -> work.lotId() == null || !decided.contains(work.lotId()))
                        .toList());
    }
}
