package org.goufu.evaluation.domain;

import java.util.ArrayList;
import java.util.List;
import org.goufu.kernel.FieldProblem;
import org.goufu.purchase.ProcurementMethod;

/**
 * How a panel must be made up: 87号令 第47条 for tenders, 74号令 第7条 for negotiation and inquiry, 财库〔2014〕214号 第14条 for
 * consultation; below the purchase limit three or more of an odd number, own people and residents among them (domain.md 1.7.1, 1.9).
 */
public final class PanelRules {
    /** How many seats the smallest, the usual tender's and the largest panel have. */
    private static final int SMALL = 3;

    private static final int MIDDLE = 5;
    private static final int LARGE = 7;
    /** The seats of the smallest panel, of a usual tender's, and of the largest. */
    public static final List<Integer> SIZES = List.of(SMALL, MIDDLE, LARGE);

    /** 1,000万元 in fen. */
    private static final long LARGE_BUDGET_FEN = 1_000_000_000L;

    private PanelRules() {}

    /** Which rule speaks; the texts of the refusals name its article by this number. */
    enum Source {
        TENDER,
        NEGOTIATION,
        CONSULTATION,
        BELOW_LIMIT;

        static Source of(ProcurementMethod method) {
            return switch (method) {
                case OPEN_TENDER, INVITED_TENDER, FRAMEWORK_CLOSED, FRAMEWORK_OPEN -> TENDER;
                case NEGOTIATION, INQUIRY, SINGLE_SOURCE -> NEGOTIATION;
                case CONSULTATION -> CONSULTATION;
                default -> BELOW_LIMIT;
            };
        }
    }

    /**
     * The panel that somebody wants.
     *
     * @param budgetFen of the whole purchase
     * @param openTenderFen the amount from which the law asks for an open tender there
     * @param weighty technically complex, or of large social impact
     * @param experts drawn from the pool
     * @param representatives named by the purchaser: its own people, residents
     */
    public record Wanted(
            ProcurementMethod method,
            long budgetFen,
            long openTenderFen,
            boolean weighty,
            int experts,
            int representatives) {
        public static Wanted of(Terms terms, long openTenderFen, boolean weighty, int experts, int representatives) {
            return new Wanted(terms.method(), terms.budgetFen(), openTenderFen, weighty, experts, representatives);
        }

        int size() {
            return experts + representatives;
        }
    }

    /** Nothing for a lawful panel. */
    public static List<FieldProblem> check(Wanted wanted) {
        var found = new ArrayList<FieldProblem>();
        int source = Source.of(wanted.method()).ordinal();
        if (wanted.size() % 2 == 0) found.add(FieldProblem.of("/experts", "panel-even", wanted.size(), source));
        int least = least(wanted);
        if (wanted.size() < least) found.add(FieldProblem.of("/experts", "panel-too-small", least, source));
        boolean below = Source.of(wanted.method()) == Source.BELOW_LIMIT;
        if (!below && wanted.experts() * 3 < wanted.size() * 2) {
            found.add(FieldProblem.of("/experts", "panel-experts-too-few", wanted.size(), source));
        }
        return found;
    }

    public static int least(Wanted wanted) {
        return switch (Source.of(wanted.method())) {
            case TENDER -> wanted.weighty() || wanted.budgetFen() >= LARGE_BUDGET_FEN ? LARGE : MIDDLE;
            case NEGOTIATION -> wanted.budgetFen() >= wanted.openTenderFen() ? MIDDLE : SMALL;
            case CONSULTATION, BELOW_LIMIT -> SMALL;
        };
    }
}
