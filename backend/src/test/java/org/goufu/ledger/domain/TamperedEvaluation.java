package org.goufu.ledger.domain;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What may be done to the evaluation of a filled box, which is opened with the draw of the panel at the latest. */
interface TamperedEvaluation extends Tampered {
    Function<SmallEvaluation, TreeMap<String, byte[]>> deed();

    @Override
    default TreeMap<String, byte[]> of(SmallLedger ledger) {
        ledger.others(6);
        return deed().apply(SmallEvaluation.of(ledger));
    }

    /** Drawn, scored and awarded as it says. */
    static TreeMap<String, byte[]> awarded(SmallEvaluation evaluation) {
        evaluation.drawn().scored().awarded();
        return handedOut(evaluation);
    }

    /** Drawn and scored honestly; the result says something else. */
    static TreeMap<String, byte[]> forged(SmallEvaluation evaluation, UnaryOperator<String> forgery) {
        evaluation.drawn().scored();
        var honest = evaluation.result();
        if (forgery.apply(honest).equals(honest)) throw new IllegalStateException("nothing was forged");
        evaluation.awarded(forgery, Map.of());
        return handedOut(evaluation);
    }

    static TreeMap<String, byte[]> handedOut(SmallEvaluation evaluation) {
        return evaluation.ledger.bundle(evaluation.box.purchase);
    }

    static TreeMap<String, byte[]> without(SmallEvaluation evaluation, String path) {
        var files = handedOut(evaluation);
        if (files.remove(path) == null) throw new IllegalStateException("no " + path);
        return files;
    }
}
