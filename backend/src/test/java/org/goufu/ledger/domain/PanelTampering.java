package org.goufu.ledger.domain;

import static org.goufu.ledger.domain.TamperedEvaluation.awarded;
import static org.goufu.ledger.domain.TamperedEvaluation.forged;
import static org.goufu.ledger.domain.TamperedEvaluation.without;

import java.util.TreeMap;
import java.util.function.Function;

/** What a dishonest platform may do to the panel and its draw (domain.md 1.7.1), and what the verifiers must say to it. */
enum PanelTampering implements TamperedEvaluation {
    PANEL_OF_AN_EVEN_NUMBER(BundleFault.PANEL_DIFFERS, evaluation -> awarded(evaluation.seats(4, 4))),
    PANEL_OF_ONE(BundleFault.PANEL_DIFFERS, evaluation -> awarded(evaluation.seats(1, 1))),
    PANEL_TOO_SMALL_FOR_A_TENDER(BundleFault.PANEL_DIFFERS, evaluation -> awarded(evaluation.by("FRAMEWORK_OPEN"))),
    PANEL_TOO_SMALL_FOR_THE_BUDGET_OF_ALL_LOTS(
            BundleFault.PANEL_DIFFERS,
            evaluation -> awarded(evaluation
                    .by("FRAMEWORK_OPEN")
                    .seats(5, 5)
                    .besides(1_000_000_000L - 9_800_000L)
                    .called())),
    PANEL_TOO_SMALL_FOR_WHAT_IS_COMPLEX(
            BundleFault.PANEL_DIFFERS,
            evaluation -> awarded(evaluation.by("FRAMEWORK_OPEN").seats(5, 5).drawSaying("weighty", true))),
    PANEL_TOO_SMALL_ABOVE_THE_AMOUNT_OF_OPEN_TENDERS(BundleFault.PANEL_DIFFERS, evaluation -> {
        evaluation.byPrice().drawSaying("openTenderFen", 9_800_000).drawn().awarded();
        return TamperedEvaluation.handedOut(evaluation);
    }),
    FEWER_EXPERTS_THAN_TWO_OF_THREE(
            BundleFault.PANEL_DIFFERS,
            evaluation -> awarded(evaluation.by("CONSULTATION").seats(3, 1))),
    FEWER_EXPERTS_THAN_WERE_DRAWN(
            BundleFault.PANEL_DIFFERS,
            evaluation -> forged(evaluation, text -> text.replaceFirst("\"EXPERT\"", "\"INTERNAL\""))),
    MORE_EXPERTS_THAN_WERE_DRAWN(
            BundleFault.PANEL_DIFFERS,
            evaluation -> forged(evaluation.seats(3, 2), text -> text.replaceFirst("\"INTERNAL\"", "\"EXPERT\""))),
    OTHER_NUMBER_OF_EXPERTS_DRAWN_THAN_ENTERED(
            BundleFault.DRAW_DIFFERS,
            evaluation -> forged(evaluation, text -> text.replace("\"experts\":3", "\"experts\":2"))),
    ROUND_CHOSEN_WHEN_THE_SEED_WAS_KNOWN(BundleFault.DRAW_DIFFERS, evaluation -> awarded(evaluation.inRound(4711))),
    DRAWN_FROM_A_ROOT_THAT_THE_LEDGER_NEVER_HAD(
            BundleFault.DRAW_DIFFERS, evaluation -> awarded(evaluation.withForgedRoot())),
    PROOF_OF_THE_HEAD_OF_A_DRAW_LEFT_OUT(BundleFault.HEAD_UNPROVEN, evaluation -> {
        awarded(evaluation);
        return without(evaluation, BundledHeads.proof(evaluation.drawnAt()));
    });

    private final BundleFault fault;
    private final Function<SmallEvaluation, TreeMap<String, byte[]>> deed;

    PanelTampering(BundleFault fault, Function<SmallEvaluation, TreeMap<String, byte[]>> deed) {
        this.fault = fault;
        this.deed = deed;
    }

    @Override
    public BundleFault fault() {
        return fault;
    }

    @Override
    public Function<SmallEvaluation, TreeMap<String, byte[]>> deed() {
        return deed;
    }
}
