package org.goufu.matching.usecase;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.matching.Eligibility;
import org.goufu.matching.domain.Assessment.Through;
import org.goufu.matching.domain.Citation;
import org.goufu.matching.domain.ConditionKind;
import org.goufu.matching.domain.Fit;
import org.goufu.matching.domain.Remedy;
import org.goufu.matching.domain.Verdict;
import org.goufu.matching.domain.Verdict.Outcome;
import org.goufu.matching.usecase.AssessEligibility.Assessed;
import org.goufu.organization.BodyKind;
import org.goufu.platform.documents.CanonicalJson;
import org.goufu.purchase.Requirement;
import org.goufu.purchase.RequirementKind;
import org.jspecify.annotations.Nullable;

/**
 * The one way to write an answer down, in no language: codes and numbers, keys sorted, nothing absent, no spaces, UTF-8.
 *
 * <p>The same lot, body and moment give the same bytes for ever (product.md 4); what changes the form changes its name.
 */
public final class EligibilityDocument {
    private static final String FORM = "goufu-eligibility/1";

    private EligibilityDocument() {}

    private record Document(
            String form,
            UUID lot,
            UUID body,
            BodyKind bodyKind,
            Instant asOf,
            Eligibility eligibility,
            List<Judged> verdicts,
            List<Way> through,
            Field field) {}

    private record Way(UUID federation, Eligibility eligibility, List<Judged> verdicts) {}

    private record Judged(
            ConditionKind condition,
            @Nullable Asked asked,
            Outcome verdict,
            String finding,
            LocalDate day,
            List<Citation> citations,
            String rule,
            @Nullable Act remedy) {}

    /** Free words stay out: the lot that is named never changes. */
    private record Asked(
            RequirementKind kind,
            @Nullable String qualification,
            @Nullable Integer year,
            @Nullable Integer count) {}

    private record Act(Remedy.Action action, UUID body, Map<String, String> parameters) {}

    private record Field(boolean fits, List<Citation> citations) {}

    public static String text(Assessed answer) {
        var assessment = answer.assessment();
        return CanonicalJson.text(new Document(
                FORM,
                answer.lot().id(),
                answer.body().id(),
                answer.body().kind(),
                answer.asOf(),
                assessment.eligibility(),
                judged(assessment.verdicts()),
                assessment.through().stream().map(EligibilityDocument::way).toList(),
                field(assessment.fit())));
    }

    /** SHA-256 of the text's UTF-8 bytes, in hexadecimal digits. */
    public static String digest(String text) {
        return HexFormat.of().formatHex(CanonicalJson.digest(text));
    }

    private static Way way(Through through) {
        return new Way(through.federation().id(), through.eligibility(), judged(through.verdicts()));
    }

    private static List<Judged> judged(List<Verdict> verdicts) {
        return verdicts.stream().map(EligibilityDocument::judged).toList();
    }

    private static Judged judged(Verdict verdict) {
        return new Judged(
                verdict.kind(),
                asked(verdict.requirement()),
                verdict.outcome(),
                word(verdict.fact().code()),
                verdict.factDate(),
                verdict.citations(),
                word(verdict.rule().code()),
                act(verdict.remedy()));
    }

    private static @Nullable Asked asked(@Nullable Requirement asked) {
        return asked == null ? null : new Asked(asked.kind(), asked.qualification(), asked.year(), asked.count());
    }

    private static @Nullable Act act(@Nullable Remedy remedy) {
        return remedy == null ? null : new Act(remedy.action(), remedy.bodyId(), remedy.parameters());
    }

    private static Field field(Fit fit) {
        return new Field(fit.fits(), fit.citations());
    }

    /** A code without the name of the list of texts in which it stands. */
    private static String word(String code) {
        return code.substring(code.indexOf('.') + 1);
    }
}
