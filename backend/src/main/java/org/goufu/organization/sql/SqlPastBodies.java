package org.goufu.organization.sql;

import static org.goufu.platform.database.Columns.required;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.Fact;
import org.goufu.organization.LegalForm;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.organization.PastBodies;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Takes back, one by one, what was done to a body after the moment. */
@Component
class SqlPastBodies implements PastBodies {
    private static final TypeReference<Map<String, @Nullable String>> ITEMS = new TypeReference<>() {};
    private static final long CREATION = 1;

    private static final String LATER = """
            select body_id, version, before::text as before
              from organization.body_change
             where body_id = any(:ids) and at > :known
             order by body_id, version desc
            """;

    private final OrganizationDirectory directory;
    private final DatabaseClient database;
    private final JsonMapper json;

    private record Undoing(UUID bodyId, long version, Map<String, @Nullable String> before) {}

    SqlPastBodies(OrganizationDirectory directory, DatabaseClient database, JsonMapper json) {
        this.directory = directory;
        this.database = database;
        this.json = json;
    }

    @Override
    public Flux<BodyProfile> asOf(Collection<UUID> ids, Instant known) {
        if (ids.isEmpty()) {
            return Flux.empty();
        }
        return Mono.zip(directory.findAll(ids).collectList(), later(ids, known).collectMultimap(Undoing::bodyId))
                .flatMapIterable(found -> found.getT1().stream()
                        .map(body -> undone(body, found.getT2().getOrDefault(body.id(), List.of()), known))
                        .filter(Objects::nonNull)
                        .toList());
    }

    private Flux<Undoing> later(Collection<UUID> ids, Instant known) {
        return database.sql(LATER)
                .bind("ids", ids.toArray(UUID[]::new))
                .bind("known", known)
                .map(row -> new Undoing(
                        required(row, "body_id", UUID.class),
                        required(row, "version", Long.class),
                        json.readValue(required(row, "before", String.class), ITEMS)))
                .all();
    }

    /** Null when nobody knew of the body yet. */
    private static @Nullable BodyProfile undone(BodyProfile body, Collection<Undoing> later, Instant known) {
        var earlier = body;
        for (var act : later) {
            if (act.version() == CREATION) return null;
            earlier = before(earlier, act.before());
        }
        return new BodyProfile(
                earlier.id(),
                earlier.name(),
                earlier.kind(),
                earlier.legalForm(),
                earlier.creditCode(),
                earlier.filingNumber(),
                earlier.regionCode(),
                earlier.foundedOn(),
                earlier.businessScope(),
                earlier.address(),
                earlier.tellPlaces(),
                earlier.version(),
                earlier.facts().stream()
                        .filter(fact -> !fact.knownAt().isAfter(known))
                        .map(fact -> asOf(fact, known))
                        .toList());
    }

    private static BodyProfile before(BodyProfile body, Map<String, @Nullable String> items) {
        return new BodyProfile(
                body.id(),
                Objects.requireNonNullElse(items.get("name"), body.name()),
                items.get("bodyKind") == null ? body.kind() : BodyKind.valueOf(items.get("bodyKind")),
                items.containsKey("legalForm") ? form(items.get("legalForm")) : body.legalForm(),
                items.containsKey("creditCode") ? items.get("creditCode") : body.creditCode(),
                items.containsKey("filingNumber") ? items.get("filingNumber") : body.filingNumber(),
                Objects.requireNonNullElse(items.get("regionCode"), body.regionCode()),
                items.containsKey("foundedOn") ? day(items.get("foundedOn")) : body.foundedOn(),
                Objects.requireNonNullElse(items.get("businessScope"), body.businessScope()),
                Objects.requireNonNullElse(items.get("address"), body.address()),
                body.tellPlaces(),
                body.version(),
                body.facts());
    }

    private static @Nullable LegalForm form(@Nullable String name) {
        return name == null ? null : LegalForm.valueOf(name);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static Fact asOf(Fact fact, Instant known) {
        return new Fact(
                fact.id(),
                fact.kind(),
                fact.value(),
                fact.number(),
                fact.from(),
                fact.to(),
                fact.knownAt(),
                until(fact.withdrawnAt(), known),
                fact.source(),
                fact.origin(),
                fact.evidenceId(),
                until(fact.confirmedAt(), known));
    }

    private static @Nullable Instant until(@Nullable Instant moment, Instant known) {
        return moment == null || moment.isAfter(known) ? null : moment;
    }
}
