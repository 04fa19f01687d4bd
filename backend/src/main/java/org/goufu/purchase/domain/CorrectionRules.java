package org.goufu.purchase.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.goufu.kernel.ProblemException;
import org.goufu.purchase.Finding;
import org.goufu.purchase.ProcurementMethod;
import org.goufu.reference.WorkCalendar;
import org.jspecify.annotations.Nullable;

/**
 * What a correction may change, and how long bidders must be left to follow it (domain.md 1.4 T11 to T14, 1.6 V06 and V07).
 *
 * <p>What was so before is not held against the correction: it answers for what it changes.
 */
public final class CorrectionRules {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String DEADLINE = "/bidDeadline";
    /** V06: neither 采购标的 nor 资格条件 may change; who needs that ends the purchase and calls anew. */
    private static final Set<String> FIXED = Set.of(
            "title",
            "method",
            "region",
            "staged-opening",
            "accepts-consortium",
            "supervised-opening",
            "lot-title",
            "lot-category",
            "lot-places",
            "lot-budget",
            "lot-repeats",
            "lot-requirement",
            "project-code",
            "official",
            "ground",
            "approval",
            "intention",
            "intention-exempt",
            "documents-from",
            "documents-price",
            "contract-term",
            "agency");
    /** Whom one may ask, and times themselves, change nothing in a bid. */
    private static final Set<String> OF_NO_BID =
            Set.of("contact-name", "contact-phone", "contact-email", "deadline", "opening", "documents-to");

    /** T11, T13, T14. */
    private static final Map<ProcurementMethod, Wait> WAITS = Map.of(
            ProcurementMethod.OPEN_TENDER, Wait.days(15),
            ProcurementMethod.INVITED_TENDER, Wait.days(15),
            ProcurementMethod.CONSULTATION, Wait.days(5),
            ProcurementMethod.NEGOTIATION, Wait.workingDays(3),
            ProcurementMethod.INQUIRY, Wait.workingDays(3));
    /** Below the purchase limit the law says nothing; as long as its notices stand at least (domain.md 1.9 [D]). */
    private static final Wait BELOW_LIMIT = OpenCall.COMPARISON.toDeadline();

    private CorrectionRules() {}

    /**
     * Errors first.
     *
     * @param changes from before to after
     * @param told when bidders are told: by the statutory medium, where there is one
     */
    public static List<Finding> check(
            List<Differences.Change> changes,
            Content before,
            Content after,
            Instant told,
            Circumstances circumstances) {
        var findings = new ArrayList<Finding>();
        if (changes.isEmpty()) findings.add(Finding.error("", "correction-empty"));
        for (var change : changes) {
            if (FIXED.contains(change.label())) findings.add(Finding.error(change.pointer(), "correction-fixed"));
        }
        times(before, after, changes, told, circumstances, findings);
        var known = new HashSet<>(PublicationRules.withoutTimes(before, circumstances));
        PublicationRules.withoutTimes(after, circumstances).stream()
                .filter(finding -> !known.contains(finding))
                .forEach(findings::add);
        findings.sort(Comparator.comparing(Finding::severity));
        return List.copyOf(findings);
    }

    /** Whether bidders have to look at their bids again because of it (V07). */
    public static boolean concernsBids(List<Differences.Change> changes) {
        return changes.stream().anyMatch(change -> !OF_NO_BID.contains(change.label()));
    }

    /** The first day to which a correction of what bids answer may leave the deadline; null past the last loaded day. */
    public static @Nullable LocalDate earliest(
            @Nullable ProcurementMethod method, Instant told, WorkCalendar calendar) {
        try {
            return wait(method)
                    .workdayAfter(LocalDate.ofInstant(told, ZONE), calendar)
                    .day();
        } catch (ProblemException notLoaded) {
            return null;
        }
    }

    private static Wait wait(@Nullable ProcurementMethod method) {
        return method == null ? BELOW_LIMIT : WAITS.getOrDefault(method, BELOW_LIMIT);
    }

    private static void times(
            Content before,
            Content after,
            List<Differences.Change> changes,
            Instant told,
            Circumstances circumstances,
            List<Finding> findings) {
        var old = Objects.requireNonNull(before.bidDeadline());
        var deadline = Objects.requireNonNull(after.bidDeadline());
        if (deadline.isBefore(old)) findings.add(Finding.error(DEADLINE, "correction-deadline-earlier"));
        else if (!deadline.equals(old)) findings.addAll(TimingRules.moved(deadline, circumstances));
        findings.addAll(TimingRules.opening(after));
        // Shorter than the law asks for, they would be had by fewer (74号令, domain.md 1.6 V04).
        if (changes.stream().anyMatch(change -> change.label().equals("documents-to"))) {
            findings.addAll(TimingRules.onOffer(after, circumstances));
        }
        if (concernsBids(changes)) longEnough(after, deadline, told, circumstances, findings);
    }

    private static void longEnough(
            Content after, Instant deadline, Instant told, Circumstances circumstances, List<Finding> findings) {
        var wait = wait(after.method());
        var earliest = earliest(after.method(), told, circumstances.calendar());
        if (earliest == null) {
            findings.add(Finding.error(
                    DEADLINE,
                    "deadline-beyond-calendar",
                    circumstances.calendar().lastDay()));
        } else if (LocalDate.ofInstant(deadline, ZONE).isBefore(earliest)) {
            findings.add(Finding.error(
                    DEADLINE,
                    wait.working() ? "correction-too-soon-working-days" : "correction-too-soon-days",
                    wait.days(),
                    earliest));
        }
    }
}
