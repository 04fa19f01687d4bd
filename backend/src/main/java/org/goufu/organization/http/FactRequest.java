package org.goufu.organization.http;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.goufu.kernel.FieldProblem;
import org.goufu.organization.FactKind;
import org.goufu.organization.OrganizationProblem;
import org.goufu.organization.usecase.NewFact;
import org.jspecify.annotations.Nullable;

/**
 * A fact to put on record.
 *
 * @param number how many, for staff, experience and headcount
 * @param amountFen for net assets, which may be below zero, and income
 * @param source where it is known from, for example an announcement; a body's own declarations need none
 * @param reason why another fact is replaced; without meaning otherwise
 */
record FactRequest(
        @NotNull FactKind kind,
        @NotBlank String value,
        @Nullable Long number,
        @Nullable Long amountFen,
        @NotNull LocalDate from,
        @Nullable LocalDate to,
        @Nullable String source,
        @Nullable UUID evidenceId,
        @Nullable String reason) {

    NewFact fact() {
        return new NewFact(
                kind,
                value.strip(),
                figure(),
                from,
                to,
                Objects.requireNonNullElse(source, "").strip(),
                evidenceId);
    }

    /** Zero is a figure: who leaves it open has not said it. */
    private long figure() {
        var given = kind.isAmount() ? amountFen : number;
        if (given == null && kind.isYearly()) {
            throw OrganizationProblem.FACT_REFUSED.raise(
                    List.of(FieldProblem.of(kind.isAmount() ? "/amountFen" : "/number", "required")));
        }
        return Objects.requireNonNullElse(given, 0L);
    }

    String why() {
        return Objects.requireNonNullElse(reason, "");
    }
}
