package org.goufu.organization.domain;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.goufu.organization.FactKind;
import org.jspecify.annotations.Nullable;

/** What a dossier lacks, and what runs out soon. */
public record DossierGaps(List<Missing> missing, List<RecordedFact> expiring) {
    /** Whom it concerns hears of it so long before (in days). */
    public static final int AHEAD = 60;

    private static final int JUNE_30 = 30;

    public DossierGaps {
        missing = List.copyOf(missing);
        expiring = List.copyOf(expiring);
    }

    /** @param year of an inspection, else null */
    public record Missing(FactKind kind, @Nullable Integer year) {}

    /** The last year whose inspections are all concluded: they end in autumn of the next (domain.md 3.3). */
    public static int inspectedYear(LocalDate today) {
        return today.getYear() - (today.getMonth().compareTo(Month.OCTOBER) >= 0 ? 1 : 2);
    }

    /** @param standing facts that were not withdrawn */
    public static DossierGaps of(RegisteredBody body, List<RecordedFact> standing, LocalDate today) {
        var missing = new ArrayList<Missing>();
        int year = inspectedYear(today);
        if (isInspected(body, year) && !has(standing, FactKind.INSPECTION, year + ":")) {
            missing.add(new Missing(FactKind.INSPECTION, year));
        }
        for (var kind : FactRules.declarable(body)) {
            boolean wanted = switch (kind) {
                case CATEGORY, PLACE, STAFF, BANK_ACCOUNT -> true;
                default -> false;
            };
            if (wanted && standing.stream().noneMatch(fact -> fact.kind() == kind && holds(fact, today))) {
                missing.add(new Missing(kind, null));
            }
        }
        var expiring = standing.stream()
                .filter(fact -> holds(fact, today) && fact.to() != null)
                .filter(fact -> !today.plusDays(AHEAD).isBefore(fact.to()))
                .sorted(Comparator.comparing(RecordedFact::to))
                .toList();
        return new DossierGaps(missing, expiring);
    }

    /** Who existed by its 30th of June is inspected for a year. */
    private static boolean isInspected(RegisteredBody body, int year) {
        var founded = body.foundedOn();
        return body.kind().isLegalPerson()
                && (founded == null || !founded.isAfter(LocalDate.of(year, Month.JUNE, JUNE_30)));
    }

    private static boolean has(List<RecordedFact> standing, FactKind kind, String beginning) {
        return standing.stream()
                .anyMatch(fact -> fact.kind() == kind && fact.value().startsWith(beginning));
    }

    private static boolean holds(RecordedFact fact, LocalDate day) {
        return !fact.from().isAfter(day) && (fact.to() == null || !fact.to().isBefore(day));
    }
}
