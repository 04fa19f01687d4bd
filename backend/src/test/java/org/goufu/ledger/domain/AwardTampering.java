package org.goufu.ledger.domain;

import static org.goufu.ledger.domain.TamperedEvaluation.awarded;
import static org.goufu.ledger.domain.TamperedEvaluation.forged;
import static org.goufu.ledger.domain.TamperedEvaluation.handedOut;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/** What a dishonest platform may do on the way from opened bids to the award and its notice, and what the verifiers must say to it. */
enum AwardTampering implements TamperedEvaluation {
    FOURTH_AWARDED(BundleFault.AWARD_DIFFERS, evaluation -> {
        for (int fen = 9_400_000; fen < 9_700_000; fen += 100_000) {
            evaluation.box.submit(evaluation.ledger.id().toString(), fen);
        }
        evaluation.drawn().scored();
        evaluation.places().stream().limit(3).forEach(place -> evaluation.excluding(place.bid(), "AWARD"));
        evaluation.awarded();
        return handedOut(evaluation);
    }),
    OBJECTIVE_POINTS_THAT_DIFFER(BundleFault.SHEETS_DIFFER, evaluation -> awarded(evaluation.objective())),
    POINTS_MISSING(
            BundleFault.SHEETS_DIFFER,
            evaluation -> awarded(evaluation.giving(scores -> scores.subList(0, scores.size() - 1)))),
    POINTS_GIVEN_TWICE(BundleFault.SHEETS_DIFFER, evaluation -> awarded(evaluation.giving(AwardTampering::twice))),
    POINTS_FOR_THE_PRICE_GIVEN_BY_HAND(
            BundleFault.SHEETS_DIFFER,
            evaluation -> awarded(evaluation.giving(scores -> scores.stream()
                    .map(score -> score.replace("\"item\":1", "\"item\":0"))
                    .toList()))),
    AWARDED_WITHOUT_AN_OPENING(BundleFault.RESULT_DIFFERS, evaluation -> {
        var box = new SmallBox(evaluation.ledger, evaluation.ledger.purchase(1));
        for (long fen : List.of(9_300_000L, 9_200_000L)) {
            var body = box.ledger.id().toString();
            box.standing.put(body, box.made(body, box.lot, fen));
        }
        return awarded(new SmallEvaluation(box));
    }),
    AWARDED_TO_ANOTHER_BODY(
            BundleFault.RESULT_DIFFERS,
            evaluation -> forged(
                    evaluation,
                    text -> text.replaceFirst("\"body\":\\{\"id\":\"........", "\"body\":{\"id\":\"00000000"))),
    BIDDER_NAMED_OTHERWISE(
            BundleFault.RESULT_DIFFERS,
            evaluation -> forged(evaluation, text -> text.replace("\"试验社工中心\"}", "\"别的社工中心\"}"))),
    RANKED_WITHOUT_A_PRICE(
            BundleFault.RESULT_DIFFERS,
            evaluation -> forged(evaluation, text -> text.replaceFirst("\"priceFen\":9200000\\}", "\"x\":0}"))),
    NOTICE_OF_ANOTHER_WINNER(
            BundleFault.AWARD_DIFFERS,
            evaluation -> awarded(
                    evaluation.telling(text -> text.replaceFirst("\"value\":\"[^\"]*\"", "\"value\":\"别的社工中心\"")))),
    NOTICE_OF_ANOTHER_AMOUNT(
            BundleFault.AWARD_DIFFERS,
            evaluation -> awarded(
                    evaluation.telling(text -> text.replaceFirst("\"amountFen\":\\d+", "\"amountFen\":9900000")))),
    NOTICE_OF_A_RESULT_THAT_NOBODY_DECIDED(BundleFault.AWARD_DIFFERS, evaluation -> {
        evaluation.opened().ledger.publish(evaluation.box.purchase, "RESULT");
        return handedOut(evaluation);
    }),
    TERMS_CORRECTED_WHEN_BIDS_WERE_OPEN(BundleFault.TERMS_DIFFER, evaluation -> {
        evaluation.called().opened().weighing(30).called();
        return awarded(evaluation);
    }),
    RATIOS_CORRECTED_WHEN_BIDS_WERE_OPEN(BundleFault.LOW_PRICE_DIFFERS, evaluation -> {
        evaluation.under(16_000_000).calledWith("{\"ofAverage\":50,\"ofCeiling\":65,\"ofSecond\":50}");
        evaluation.opened().called();
        return awarded(evaluation);
    }),
    PRICES_OPENED_BEFORE_POINTS(
            BundleFault.STAGES_DIFFER, evaluation -> awarded(evaluation.staged().called()));

    private final BundleFault fault;
    private final Function<SmallEvaluation, TreeMap<String, byte[]>> deed;

    AwardTampering(BundleFault fault, Function<SmallEvaluation, TreeMap<String, byte[]>> deed) {
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

    private static List<String> twice(List<String> scores) {
        var all = new ArrayList<>(scores);
        all.add(scores.getFirst());
        return all;
    }
}
