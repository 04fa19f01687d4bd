package org.goufu.purchase.sql;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.goufu.kernel.Coded;
import org.goufu.purchase.Criterion;
import org.goufu.purchase.Requirement;
import org.goufu.purchase.RequirementKind;
import org.jspecify.annotations.Nullable;

/**
 * A lot as pages show it, of a draft or of a notice.
 *
 * @param repeats the lot whose second run it is, else null
 */
public record LotView(
        UUID id,
        int number,
        @Nullable String title,
        @Nullable String categoryCode,
        @Nullable Coded category,
        List<String> serviceRegionCodes,
        List<Coded> serviceRegions,
        @Nullable Long budgetFen,
        @Nullable String description,
        List<RequirementView> requirements,
        List<Criterion> criteria,
        @Nullable UUID repeats) {

    /** A requirement with its words in the reader's language. */
    public record RequirementView(
            RequirementKind kind,
            @Nullable String qualification,
            @Nullable Integer year,
            @Nullable Integer count,
            @Nullable String text) {

        static RequirementView of(Requirement requirement) {
            return new RequirementView(
                    requirement.kind(),
                    requirement.qualification(),
                    requirement.year(),
                    requirement.count(),
                    requirement.text());
        }

        RequirementView worded(Function<RequirementView, @Nullable String> words) {
            return new RequirementView(kind, qualification, year, count, words.apply(this));
        }
    }

    LotView worded(Function<RequirementView, @Nullable String> words) {
        return new LotView(
                id,
                number,
                title,
                categoryCode,
                category,
                serviceRegionCodes,
                serviceRegions,
                budgetFen,
                description,
                requirements.stream().map(one -> one.worded(words)).toList(),
                criteria,
                repeats);
    }
}
