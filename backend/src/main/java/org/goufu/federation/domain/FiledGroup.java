package org.goufu.federation.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.FactKind;
import org.jspecify.annotations.Nullable;

/**
 * A filed group as the registry has it now.
 *
 * @param filed when it is validly filed; stretches may overlap
 */
public record FiledGroup(UUID id, String name, String regionCode, List<Stretch> filed) {

    /** @param to the last day, null while it has no end */
    public record Stretch(LocalDate from, @Nullable LocalDate to) {}

    public FiledGroup {
        filed = List.copyOf(filed);
    }

    public static FiledGroup of(BodyProfile body) {
        return new FiledGroup(
                body.id(),
                body.name(),
                body.regionCode(),
                body.facts().stream()
                        .filter(fact -> fact.kind() == FactKind.FILING
                                && fact.value().equals("ACTIVE")
                                && fact.withdrawnAt() == null)
                        .map(fact -> new Stretch(fact.from(), fact.to()))
                        .toList());
    }
}
