package org.goufu.ledger.domain;

import static org.goufu.ledger.domain.SmallEvaluation.FOUND_LATE;
import static org.goufu.ledger.domain.SmallEvaluation.IN_TIME;
import static org.goufu.ledger.domain.TamperedEvaluation.awarded;

import java.util.TreeMap;
import java.util.function.Function;

/** What a dishonest platform may do to those who are asked about a low price (财库〔2026〕2号; domain.md 1.7.5), and what the verifiers must say to it. */
enum LowPriceTampering implements TamperedEvaluation {
    EXCLUDED_FOR_SILENCE_BEFORE_THE_TIME_TO_EXPLAIN_HAD_PASSED(
            BundleFault.LOW_PRICE_DIFFERS,
            evaluation -> silenced(evaluation, IN_TIME + ",\"foundAt\":\"2026-12-11T02:10:00Z\"")),
    EXCLUDED_FOR_SILENCE_IN_A_RESULT_OF_BEFORE_THAT_SAYS_WHEN_IT_WAS_FOUND(
            BundleFault.LOW_PRICE_DIFFERS,
            evaluation -> silenced(evaluation.decidedAt("2026-12-11T02:29:59.999999Z"), IN_TIME)),
    FOUND_AFTER_THE_DECISION(
            BundleFault.LOW_PRICE_DIFFERS,
            evaluation -> silenced(evaluation, IN_TIME + ",\"foundAt\":\"2026-12-13T02:00:00Z\"")),
    FOUND_AT_NO_MOMENT(
            BundleFault.LOW_PRICE_DIFFERS, evaluation -> silenced(evaluation, IN_TIME + ",\"foundAt\":\"later\"")),
    LESS_TIME_TO_EXPLAIN_THAN_THE_LAW_GIVES(
            BundleFault.LOW_PRICE_DIFFERS,
            evaluation -> silenced(evaluation, IN_TIME.replace("02:30:00Z", "02:29:59.999999Z"))),
    NOT_SAID_UNTIL_WHEN_IT_COULD_BE_EXPLAINED(
            BundleFault.LOW_PRICE_DIFFERS,
            evaluation -> silenced(evaluation, IN_TIME.replace("\"answerBy\"", "\"until\""))),
    ASKED_ABOUT_NO_CASE(
            BundleFault.LOW_PRICE_DIFFERS,
            evaluation -> silenced(evaluation, IN_TIME.replace("\"D\"", "") + FOUND_LATE)),
    ASKED_ABOUT_A_CASE_THAT_THERE_IS_NOT(
            BundleFault.LOW_PRICE_DIFFERS, evaluation -> silenced(evaluation, IN_TIME.replace("D", "DD") + FOUND_LATE)),
    ASKED_TWICE(
            BundleFault.LOW_PRICE_DIFFERS,
            evaluation -> awarded(evaluation
                    .asked(first(evaluation), IN_TIME + ",\"accepted\":true,\"explained\":true")
                    .asked(first(evaluation), IN_TIME + ",\"accepted\":true,\"explained\":true"))),
    RATIOS_BELOW_THE_LAW(
            BundleFault.LOW_PRICE_DIFFERS,
            evaluation -> awarded(evaluation.calledWith("{\"ofAverage\":49,\"ofCeiling\":45,\"ofSecond\":50}"))),
    RATIOS_ABOVE_WHAT_THE_LAW_ALLOWS(
            BundleFault.LOW_PRICE_DIFFERS,
            evaluation -> awarded(evaluation.calledWith("{\"ofAverage\":50,\"ofCeiling\":45,\"ofSecond\":66}")));

    private final BundleFault fault;
    private final Function<SmallEvaluation, TreeMap<String, byte[]>> deed;

    LowPriceTampering(BundleFault fault, Function<SmallEvaluation, TreeMap<String, byte[]>> deed) {
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

    /** One fell out that said nothing. */
    static TreeMap<String, byte[]> silenced(SmallEvaluation evaluation, String said) {
        return awarded(evaluation
                .excluding(first(evaluation), "LOW_PRICE")
                .asked(first(evaluation), said + ",\"accepted\":false,\"explained\":false"));
    }

    private static String first(SmallEvaluation evaluation) {
        return TamperedBox.first(evaluation.box).envelope();
    }
}
