package org.goufu.evaluation.http;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.goufu.evaluation.domain.PoolAct;
import org.goufu.evaluation.sql.PoolQueries;
import org.goufu.evaluation.sql.PoolQueries.Deed;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Coded;
import org.goufu.kernel.Page;
import org.goufu.platform.http.PageRequest;
import org.goufu.reference.Regions;
import org.goufu.reference.ServiceCategories;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What was done to an entry of the pool. */
@RestController
@RequestMapping("/api/evaluators/{id}/history")
class EvaluatorHistoryController {
    private final PoolQueries queries;
    private final Regions regions;
    private final ServiceCategories categories;

    EvaluatorHistoryController(PoolQueries queries, Regions regions, ServiceCategories categories) {
        this.queries = queries;
        this.regions = regions;
        this.categories = categories;
    }

    /**
     * An act, each item with what stood there and what stands there since.
     *
     * @param names of the places and services whose codes stand in the items
     */
    record EvaluatorDeed(
            long version,
            Instant at,
            String byName,
            PoolAct act,
            @Nullable String reason,
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after,
            Map<String, String> names) {}

    @GetMapping
    @Operation(summary = "Who changed what when, the last act first")
    Mono<Page<EvaluatorDeed>> history(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(name = "size", defaultValue = PageRequest.DEFAULT_SIZE) int size,
            @RequestParam(name = "after", required = false) @Nullable String after) {
        var page = PageRequest.of(size, after);
        return queries.kept(actor, id)
                .flatMapMany(entry -> queries.history(id, page.belowVersion(), page.size() + 1))
                .collectList()
                .map(deeds -> Page.cut(
                        deeds,
                        page.size(),
                        deeds.isEmpty() ? 0 : deeds.getFirst().total(),
                        deed -> PageRequest.cursor(String.valueOf(deed.version()))))
                .map(this::shown);
    }

    private Page<EvaluatorDeed> shown(Page<Deed> page) {
        return new Page<>(
                page.items().stream().map(this::shown).toList(), page.total(), page.totalIsLowerBound(), page.next());
    }

    private EvaluatorDeed shown(Deed deed) {
        var names = new TreeMap<String, String>();
        Stream.of(deed.before(), deed.after()).forEach(items -> {
            name(names, items.get("regionCode"), regions::coded);
            name(names, items.get("places"), regions::coded);
            name(names, items.get("fields"), categories::coded);
        });
        return new EvaluatorDeed(
                deed.version(),
                deed.at(),
                deed.byName(),
                deed.act(),
                deed.reason(),
                deed.before(),
                deed.after(),
                names);
    }

    private static void name(Map<String, String> names, @Nullable Object codes, Function<String, Coded> tree) {
        var all = codes instanceof Iterable<?> many
                ? many
                : Stream.ofNullable(codes).toList();
        all.forEach(code ->
                names.put(String.valueOf(code), tree.apply(String.valueOf(code)).name()));
    }
}
