package org.goufu.search.index;

import static org.goufu.search.index.Elastic.JSON;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.goufu.platform.time.RealClock;
import org.goufu.search.SearchProblem;
import org.goufu.search.index.Elastic.Lane;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Creates indices behind aliases and swaps them.
 *
 * <p>Searches ask one alias, news goes to every index behind the other; between a rebuild's first line and its swap these are two.
 */
@Component
public class Indices {
    /** How long an instance may believe that it knows where news goes; a rebuild reads only after twice that. */
    static final Duration TARGETS_KNOWN_FOR = Duration.ofSeconds(1);

    private static final Retry WHILE_BUSY = Elastic.againWhileBusy(3, Duration.ofMillis(250), Duration.ofSeconds(2));

    private static final Duration SILENT_AFTER = Duration.ofSeconds(60);
    private static final String BEAT = "beat";
    private static final String DAY = "day";

    private final Elastic elastic;
    private final String prefix;
    private final RealClock clock;
    private final Map<SearchIndex, Mono<List<String>>> targets = new EnumMap<>(SearchIndex.class);

    Indices(Elastic elastic, SearchSettings settings, RealClock clock) {
        this.elastic = elastic;
        this.clock = clock;
        this.prefix = settings.prefix();
        for (var index : SearchIndex.values()) {
            // Only an answer is remembered, never a failure.
            targets.put(
                    index,
                    Mono.defer(() -> behind(index.writing(prefix)))
                            .cache(known -> TARGETS_KNOWN_FOR, failed -> Duration.ZERO, () -> Duration.ZERO));
        }
    }

    /** What an index looks like from outside. */
    enum Condition {
        READY,
        EMPTY,
        OUTDATED
    }

    /** Creates the index when there is none, and says whether it has to be filled. */
    Mono<Condition> ensure(SearchIndex index) {
        return guardAgainstAutoCreation()
                .then(names(index))
                .flatMap(names -> names.isEmpty() ? create(index, 1, true).then() : Mono.empty())
                .then(Mono.defer(() -> condition(index)));
    }

    /** A bulk to an index that was just removed must fail; auto-creation would give it the wrong types. */
    private Mono<Void> guardAgainstAutoCreation() {
        var template = Map.of("index_patterns", List.of(prefix + "-*"), "priority", 500, "allow_auto_create", false);
        return manage("PUT", "/_index_template/" + prefix + "-guard", JSON.writeValueAsBytes(template))
                .then();
    }

    private Mono<Condition> condition(SearchIndex index) {
        return manage("GET", "/" + index.alias(prefix) + "/_mapping", null)
                .map(mapping -> mapping.valueStream()
                        .allMatch(one -> index.schema()
                                .equals(one.at("/mappings/_meta/schema").asString(""))))
                .flatMap(current -> current ? counted(index) : Mono.just(Condition.OUTDATED));
    }

    private Mono<Condition> counted(SearchIndex index) {
        return count(index).map(count -> count == 0 ? Condition.EMPTY : Condition.READY);
    }

    Mono<Long> count(SearchIndex index) {
        return manage("GET", "/" + index.alias(prefix) + "/_count", null)
                .map(answer -> answer.path("count").asLong());
    }

    /** Indices that take news now; fails with {@code search/unavailable} while there is none. */
    public Mono<List<String>> targets(SearchIndex index) {
        var known = targets.get(index);
        return known == null ? Mono.error(SearchProblem.UNAVAILABLE::raise) : known;
    }

    private Mono<List<String>> behind(String alias) {
        return manage("GET", "/_alias/" + alias, null)
                .map(answer -> List.copyOf(answer.propertyNames()))
                .onErrorMap(Refused.class, none -> SearchProblem.UNAVAILABLE.raise());
    }

    /**
     * An index beside the one in use, which takes news from now on.
     *
     * <p>Fails with {@code search/rebuild-running} when another is being built; one whose builder has fallen silent is thrown away.
     */
    Mono<String> beside(SearchIndex index) {
        return building(index)
                .flatMap(names -> names.isEmpty() ? Mono.just(names) : abandon(index, names))
                .then(names(index))
                .map(names -> names.stream().mapToInt(Indices::number).max().orElse(0) + 1)
                .flatMap(number -> create(index, number, false));
    }

    /** Takes news, but no search asks it yet. */
    private Mono<List<String>> building(SearchIndex index) {
        var asked = behind(index.alias(prefix));
        return behind(index.writing(prefix))
                .zipWith(
                        asked,
                        (writing, reading) -> writing.stream()
                                .filter(name -> !reading.contains(name))
                                .toList());
    }

    private Mono<List<String>> abandon(SearchIndex index, List<String> names) {
        return manage("GET", "/" + String.join(",", names) + "/_mapping", null)
                .zipWith(clock.realNow())
                .filter(at -> at.getT1().valueStream().noneMatch(mapping -> isAlive(mapping, at.getT2())))
                .switchIfEmpty(Mono.error(SearchProblem.REBUILD_RUNNING::raise))
                .then(discard(names));
    }

    private static boolean isAlive(JsonNode mapping, Instant now) {
        long beat = Long.parseLong(mapping.at("/mappings/_meta/" + BEAT).asString("0"));
        return now.toEpochMilli() - beat < SILENT_AFTER.toMillis();
    }

    /** A sign of life of whoever builds this index; whoever finds none for a while may throw it away. */
    Mono<Void> beat(SearchIndex index, String name) {
        return clock.realNow().flatMap(now -> note(name, Map.of("schema", index.schema(), BEAT, beat(now))));
    }

    private static String beat(Instant now) {
        return String.valueOf(now.toEpochMilli());
    }

    /** From now on searches ask these alone, all at the same moment. */
    Mono<Void> swap(Map<SearchIndex, String> fresh) {
        return refresh(fresh.values())
                .thenMany(Flux.fromIterable(fresh.entrySet()))
                .concatMap(one -> names(one.getKey()).map(names -> swapping(one.getKey(), one.getValue(), names)))
                .flatMapIterable(actions -> actions)
                .collectList()
                .flatMap(actions -> manage("POST", "/_aliases", JSON.writeValueAsBytes(Map.of("actions", actions))))
                .then();
    }

    private List<Map<String, ?>> swapping(SearchIndex index, String fresh, List<String> names) {
        var actions = new ArrayList<Map<String, ?>>();
        actions.add(Map.of("add", Map.of("index", fresh, "alias", index.alias(prefix))));
        for (var old : names) {
            if (!old.equals(fresh)) {
                actions.add(remove(old, index.alias(prefix)));
                actions.add(remove(old, index.writing(prefix)));
            }
        }
        return actions;
    }

    Mono<Void> refresh(Collection<String> names) {
        var all = "/" + String.join(",", names);
        var settings = "{\"index\":{\"refresh_interval\":\"1s\"}}".getBytes(StandardCharsets.UTF_8);
        return manage("PUT", all + "/_settings", settings)
                .then(manage("POST", all + "/_refresh", null))
                .then();
    }

    private static Map<String, ?> remove(String index, String alias) {
        return Map.of("remove", Map.of("index", index, "alias", alias, "must_exist", false));
    }

    /** Removes what neither searches nor news reach any more. */
    Mono<Void> discardUnused(SearchIndex index) {
        return Mono.zip(names(index), behind(index.alias(prefix)), behind(index.writing(prefix)))
                .map(all -> all.getT1().stream()
                        .filter(name ->
                                !all.getT2().contains(name) && !all.getT3().contains(name))
                        .toList())
                .flatMap(this::discard)
                .then();
    }

    Mono<List<String>> discard(List<String> names) {
        return names.isEmpty()
                ? Mono.just(names)
                : manage("DELETE", "/" + String.join(",", names), Map.of("ignore_unavailable", "true"), null)
                        .thenReturn(names);
    }

    /** Names of all indices of this kind, in use or not. */
    private Mono<List<String>> names(SearchIndex index) {
        var numbered = Pattern.compile(Pattern.quote(index.alias(prefix)) + "-\\d+");
        return manage("GET", "/" + index.alias(prefix) + "-*/_alias", null)
                .map(answer -> answer.propertyNames().stream()
                        .filter(name -> numbered.matcher(name).matches())
                        .toList());
    }

    private static int number(String name) {
        return Integer.parseInt(name.substring(name.lastIndexOf('-') + 1));
    }

    /** Another instance may be quicker: then its index serves as well. */
    private Mono<String> create(SearchIndex index, int number, boolean inUse) {
        var name = index.alias(prefix) + "-" + number;
        return clock.realNow()
                .flatMap(now -> manage(
                        "PUT", "/" + name, JSON.writeValueAsBytes(inUse ? served(index) : filledFirst(index, now))))
                .thenReturn(name)
                .onErrorResume(
                        Indices::isTaken,
                        taken -> inUse ? Mono.just(name) : Mono.error(SearchProblem.REBUILD_RUNNING::raise));
    }

    /** Takes news and is asked at once. */
    private ObjectNode served(SearchIndex index) {
        var definition = writable(index);
        ((ObjectNode) definition.path("aliases")).putObject(index.alias(prefix));
        return definition;
    }

    private ObjectNode filledFirst(SearchIndex index, Instant now) {
        var definition = writable(index);
        ((ObjectNode) definition.at("/settings/index")).put("refresh_interval", "-1");
        ((ObjectNode) definition.at("/mappings/_meta")).put(BEAT, beat(now));
        return definition;
    }

    private ObjectNode writable(SearchIndex index) {
        var definition = (ObjectNode) JSON.readTree(index.definition());
        definition.putObject("aliases").putObject(index.writing(prefix));
        return definition;
    }

    private static boolean isTaken(Throwable failure) {
        return failure instanceof Refused refused
                && String.valueOf(refused.getMessage()).contains("resource_already_exists_exception");
    }

    /** The last day for which the facts in the index were laid out; empty when none is noted. */
    Mono<LocalDate> laidOutOn(SearchIndex index) {
        return manage("GET", "/" + index.alias(prefix) + "/_mapping", null)
                .map(answer -> answer.valueStream().findFirst().orElseThrow().at("/mappings/_meta/" + DAY))
                .filter(JsonNode::isString)
                .map(day -> LocalDate.parse(day.asString()));
    }

    /** Kept with the index itself, so that it is lost only together with it. */
    Mono<Void> layOutOn(SearchIndex index, LocalDate day) {
        return note(index.alias(prefix), Map.of("schema", index.schema(), DAY, day.toString()));
    }

    private Mono<Void> note(String name, Map<String, String> notes) {
        return manage("PUT", "/" + name + "/_mapping", JSON.writeValueAsBytes(Map.of("_meta", notes)))
                .then();
    }

    private Mono<JsonNode> manage(String method, String path, byte @Nullable [] body) {
        return manage(method, path, Map.of(), body);
    }

    /** All that is sent here may be sent twice. */
    private Mono<JsonNode> manage(String method, String path, Map<String, String> parameters, byte @Nullable [] body) {
        return elastic.send(Lane.MANAGE, method, path, parameters, body)
                .retryWhen(WHILE_BUSY)
                .map(JSON::readTree);
    }
}
