package org.goufu.search.query;

import java.util.List;
import java.util.UUID;
import org.goufu.organization.BodyKind;
import org.goufu.organization.LegalForm;
import org.jspecify.annotations.Nullable;

/**
 * Which bodies somebody wants to find.
 *
 * @param legalPerson null for both
 * @param minGrade 1 to 5 for A1 to A5, 0 for any
 * @param federations of which they are members
 */
public record OrganizationQuestion(
        String text,
        List<String> regions,
        List<BodyKind> kinds,
        List<LegalForm> legalForms,
        @Nullable Boolean legalPerson,
        int minGrade,
        List<String> categories,
        List<UUID> federations,
        int size,
        @Nullable String after) {
    public OrganizationQuestion {
        regions = List.copyOf(regions);
        kinds = List.copyOf(kinds);
        legalForms = List.copyOf(legalForms);
        categories = List.copyOf(categories);
        federations = List.copyOf(federations);
    }

    String fingerprint() {
        var same = List.of(
                text, regions, kinds, legalForms, String.valueOf(legalPerson), minGrade, categories, federations);
        return Integer.toHexString(same.toString().hashCode());
    }
}
