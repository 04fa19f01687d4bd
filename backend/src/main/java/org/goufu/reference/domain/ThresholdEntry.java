package org.goufu.reference.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.goufu.kernel.FieldProblem;
import org.goufu.reference.ReferenceProblem;
import org.goufu.reference.Regions;
import org.jspecify.annotations.Nullable;

/** An amount that a person read in the official catalogue (政府采购法 第7、8、27条). */
public record ThresholdEntry(
        String regionCode, String level, String kind, long amountFen, LocalDate from, String document) {
    private static final List<String> LEVELS = List.of("PROVINCE", "CITY", "COUNTY");
    private static final List<String> KINDS = List.of(ThresholdTable.PURCHASE_LIMIT, ThresholdTable.OPEN_TENDER);
    /** A hundred million yuan: more zeros are a slip of the hand. */
    private static final long LARGEST_FEN = 10_000_000_000L;

    private static final int LONGEST_DOCUMENT = 200;

    /** Fails with {@code reference/threshold-invalid} and names every field that cannot be right. */
    public static ThresholdEntry checked(
            @Nullable String regionCode,
            @Nullable String level,
            @Nullable String kind,
            @Nullable Long amountFen,
            @Nullable LocalDate from,
            @Nullable String document,
            Regions regions) {
        var problems = new ArrayList<FieldProblem>();
        if (regionCode == null || regions.find(regionCode).isEmpty()) {
            problems.add(FieldProblem.of("/regionCode", "required"));
        } else if (level != null && LEVELS.contains(level) && !reaches(regions, regionCode, level)) {
            problems.add(FieldProblem.of("/level", "threshold-level"));
        }
        if (level == null || !LEVELS.contains(level)) problems.add(FieldProblem.of("/level", "required"));
        if (kind == null || !KINDS.contains(kind)) problems.add(FieldProblem.of("/kind", "required"));
        if (amountFen == null || amountFen <= 0 || amountFen > LARGEST_FEN) {
            problems.add(FieldProblem.of("/amountFen", "threshold-amount", LARGEST_FEN / 100));
        }
        if (from == null) problems.add(FieldProblem.of("/from", "required"));
        if (document == null || document.isBlank() || document.length() > LONGEST_DOCUMENT) {
            problems.add(FieldProblem.of("/document", "document-number", LONGEST_DOCUMENT));
        }
        if (!problems.isEmpty()
                || regionCode == null
                || level == null
                || kind == null
                || amountFen == null
                || from == null
                || document == null) {
            throw ReferenceProblem.THRESHOLD_INVALID.raise(problems);
        }
        return new ThresholdEntry(regionCode, level, kind, amountFen, from, document.strip());
    }

    /** Fails with {@code reference/threshold-invalid} where a purchase limit would lie above the amount of open tender. */
    public void fits(ThresholdTable amounts) {
        amounts.contradiction(this).ifPresent(found -> {
            var code = kind.equals(ThresholdTable.PURCHASE_LIMIT) ? "limit-above-tender" : "tender-below-limit";
            var other = found.other().threshold();
            throw ReferenceProblem.THRESHOLD_INVALID.raise(List.of(FieldProblem.of(
                    "/amountFen", code, other.amountFen() / 100, found.from().toString(), other.document())));
        });
    }

    /** A city sets no amounts for the province. */
    private static boolean reaches(Regions regions, String regionCode, String level) {
        int own = regions.find(regionCode).orElseThrow().level();
        return own <= LEVELS.indexOf(level) + 1;
    }
}
