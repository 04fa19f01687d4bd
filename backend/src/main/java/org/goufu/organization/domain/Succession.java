package org.goufu.organization.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.goufu.kernel.FieldProblem;
import org.goufu.organization.FactKind;
import org.goufu.organization.FactOrigin;
import org.goufu.organization.OrganizationProblem;
import org.jspecify.annotations.Nullable;

/**
 * What a new fact does to those that stand: what must be withdrawn, and what is added besides the new one.
 *
 * <p>An earlier fact about the same matter ends on the day before. As rows never change, it is withdrawn and added again with its
 * end.
 */
public record Succession(List<RecordedFact> withdrawn, List<RecordedFact> added) {

    public Succession {
        withdrawn = List.copyOf(withdrawn);
        added = List.copyOf(added);
    }

    /**
     * Fails with {@code organization/fact-overlaps} when a later fact about the same matter stands in the way, with {@code
     * organization/registrar-knows} when a body declares what a registrar has on record.
     */
    public static Succession of(List<RecordedFact> standing, RecordedFact newcomer) {
        var withdrawn = new ArrayList<RecordedFact>();
        var added = new ArrayList<RecordedFact>();
        for (var earlier : standing) {
            if (!earlier.isAboutTheSameAs(newcomer) || !earlier.overlaps(newcomer)) continue;
            if (newcomer.origin() == FactOrigin.SELF) refuseAgainstTheRegistrar(earlier);
            withdrawn.add(earlier);
            if (isReplacedWhole(earlier, newcomer)) continue;
            if (!earlier.from().isBefore(newcomer.from())) {
                throw OrganizationProblem.FACT_OVERLAPS.raise(
                        List.of(FieldProblem.of("/from", "fact-overlaps", earlier.from())), earlier.from());
            }
            added.add(earlier.lasting(earlier.from(), newcomer.from().minusDays(1), newcomer));
            remainder(earlier, newcomer.to())
                    .ifPresent(from -> added.add(earlier.lasting(from, earlier.to(), newcomer)));
        }
        added.add(newcomer);
        return new Succession(withdrawn, added);
    }

    /** What a registrar or an announcement says about these, a body cannot overwrite; what it declares about itself, it can. */
    private static void refuseAgainstTheRegistrar(RecordedFact earlier) {
        boolean isJudged = switch (earlier.kind()) {
            case INSPECTION, GRADE, QUALIFICATION, TAX -> true;
            default -> false;
        };
        if (isJudged && !earlier.awaitsConfirmation()) {
            throw OrganizationProblem.REGISTRAR_KNOWS.raise(
                    List.of(FieldProblem.of("/value", "registrar-knows", earlier.source())), earlier.source());
        }
    }

    /** A year has one conclusion, and one figure of each kind; a declaration gives way to the registrar; a correction begins on the same day. */
    private static boolean isReplacedWhole(RecordedFact earlier, RecordedFact newcomer) {
        return earlier.kind() == FactKind.INSPECTION
                || earlier.kind().isYearly()
                || earlier.awaitsConfirmation()
                || earlier.from().equals(newcomer.from());
    }

    /** After a suspension with an end the status before it comes back; nothing else does by itself. */
    private static Optional<LocalDate> remainder(RecordedFact earlier, @Nullable LocalDate end) {
        boolean comesBack = earlier.kind() == FactKind.STATUS
                && end != null
                && (earlier.to() == null || end.isBefore(earlier.to()));
        return comesBack ? Optional.of(end.plusDays(1)) : Optional.empty();
    }
}
