package org.goufu.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A body with all its facts, past and future ones included: what matching and search read through the door.
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
}
