package org.goufu.search.query;

import java.util.List;
import java.util.UUID;
import org.goufu.organization.BodyKind;
import org.goufu.organization.LegalForm;
import org.goufu.organization.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Which bodies somebody wants to find: values within one list are OR, the lists are AND.
 *
 * @param legalPerson null for both
 * @param minGrade 1 to 5 for A1 to A5, 0 for any
 * @param federations of which they are members
 * @param federated whether they are members of any, null for both
 * @param sort null for the usual order: by relevance when there is text, else by region
 * @param after the cursor of the page before, still unread
 */
public record OrganizationQuestion(
        String text,
        List<String> regions,
        List<BodyKind> kinds,
        List<LegalForm> legalForms,
        @Nullable Boolean legalPerson,
        int minGrade,
        List<Standing> statuses,
        List<String> categories,
        List<UUID> federations,
        @Nullable Boolean federated,
        @Nullable Sort sort,
        int size,
        @Nullable String after) {
    /** The order of a list; grades the best first. */
    public enum Sort {
        RELEVANCE,
        REGION,
        NAME,
        GRADE
    }

    public OrganizationQuestion {
        regions = List.copyOf(regions);
        kinds = List.copyOf(kinds);
        legalForms = List.copyOf(legalForms);
        statuses = List.copyOf(statuses);
        categories = List.copyOf(categories);
        federations = List.copyOf(federations);
    }

    /** Everything that must stay the same from page to page, as one word. */
    String fingerprint(Sort order) {
        var same = List.of(
                text,
                regions,
                kinds,
                legalForms,
                String.valueOf(legalPerson),
                minGrade,
                statuses,
                categories,
                federations,
                String.valueOf(federated),
                order);
        return Integer.toHexString(same.toString().hashCode());
    }
}
