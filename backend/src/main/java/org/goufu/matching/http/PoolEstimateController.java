package org.goufu.matching.http;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.goufu.matching.domain.PoolEstimate;
import org.goufu.matching.usecase.EstimatePool;
import org.goufu.purchase.Requirement;
import org.goufu.purchase.RequirementKind;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The officer's live estimate while a lot is being written. */
@RestController
class PoolEstimateController {
    private final EstimatePool estimate;

    PoolEstimateController(EstimatePool estimate) {
        this.estimate = estimate;
    }

    /** The lot as far as it is written; a requirement that is not yet complete is passed over. */
    record Question(
            @NotBlank String categoryCode,
            @PositiveOrZero @Nullable Long budgetFen,

            @Size(max = 200) @Nullable
            List<@Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") String> serviceRegionCodes,

            @Size(max = 50) @Nullable List<@Valid Asked> requirements) {}

    /** One requirement as the form holds it. */
    record Asked(
            @NotNull @Nullable RequirementKind kind,
            @Nullable String qualification,
            @Nullable Integer year,
            @Nullable Integer count,
            @Nullable String text) {

        /** What is not filled in yet can exclude nobody, which is what free words do. */
        Requirement requirement() {
            return switch (Objects.requireNonNull(kind)) {
                case SPECIAL_QUALIFICATION ->
                    qualification == null ? words() : Requirement.qualification(qualification);
                case ANNUAL_INSPECTION -> year == null ? words() : Requirement.inspection(year);
                case PROFESSIONAL_STAFF ->
                    qualification == null || count == null ? words() : Requirement.staff(qualification, count);
                case TEXT -> words();
            };
        }

        private static Requirement words() {
            return Requirement.text("");
        }
    }

    @PostMapping("/api/pool-estimates")
    @Operation(
            summary =
                    "Roughly how many bodies a lot that is being written would reach, and what each requirement costs")
    Mono<PoolEstimate> estimate(@Valid @RequestBody Question question) {
        return estimate.of(
                question.categoryCode(),
                Objects.requireNonNullElse(question.budgetFen(), 0L),
                Objects.requireNonNullElse(question.serviceRegionCodes(), List.of()),
                Objects.requireNonNullElse(question.requirements(), List.<Asked>of()).stream()
                        .map(Asked::requirement)
                        .toList());
    }
}
