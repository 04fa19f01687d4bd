package org.goufu.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A body with all its facts but the private ones, past and future ones included: what matching and search read through the door.
 *
 * @param regionCode where it is registered (county or above; a federation: its street) or filed (street or community)
 * @param version grows with every change of the body or one of its facts
 * @param tellPlaces where the body wants to be told of lots; by default its county (product.md 9)
 */
public record BodyProfile(
        UUID id,
        String name,
        BodyKind kind,
        @Nullable LegalForm legalForm,
        @Nullable String creditCode,
        @Nullable String filingNumber,
        String regionCode,
        @Nullable LocalDate foundedOn,
        String businessScope,
        String address,
        List<String> tellPlaces,
        long version,
        List<Fact> facts) {

    public BodyProfile {
        tellPlaces = List.copyOf(tellPlaces);
        facts = List.copyOf(facts);
    }

    /** Facts of a kind that held on the day, as far as they were known at the moment. */
    public Stream<Fact> facts(FactKind kind, LocalDate day, Instant known) {
        return facts.stream().filter(fact -> fact.kind() == kind && fact.holdsOn(day) && fact.knownAt(known));
    }

    /**
     * How the body stands, in one word: its registration, or a group's filing.
     *
     * <p>A registration that is NORMAL gives way to the list the body stands on, SERIOUS before ABNORMAL; a filing that has run out is
     * LAPSED; where nothing is on record it is UNKNOWN.
     */
    public Standing standing(LocalDate day, Instant known) {
        if (kind == BodyKind.FILED_GROUP) {
            var filed = facts.stream().anyMatch(fact -> fact.kind() == FactKind.FILING && fact.knownAt(known));
            return newest(FactKind.FILING, day, known)
                    .map(Standing::of)
                    .orElse(filed ? Standing.LAPSED : Standing.UNKNOWN);
        }
        var status = newest(FactKind.STATUS, day, known).map(Standing::of).orElse(Standing.UNKNOWN);
        return status == Standing.NORMAL
                ? Stream.of(Standing.SERIOUS, Standing.ABNORMAL)
                        .filter(list -> facts(FactKind.CREDIT_LIST, day, known)
                                .anyMatch(fact -> fact.value().equals(list.name())))
                        .findFirst()
                        .orElse(status)
                : status;
    }

    /** The value of the fact that began last among those that held on the day. */
    public Optional<String> newest(FactKind kind, LocalDate day, Instant known) {
        return facts(kind, day, known)
                .max(Comparator.comparing(Fact::from).thenComparing(fact -> fact.knownAt()))
                .map(Fact::value);
    }
}
