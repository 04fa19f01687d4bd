package org.goufu.ledger.domain;

import static org.goufu.ledger.domain.SmallLedger.utf8;
import static org.goufu.ledger.domain.TamperedEvaluation.forged;
import static org.goufu.ledger.domain.TamperedEvaluation.handedOut;
import static org.goufu.ledger.domain.TamperedEvaluation.without;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;

/** What a dishonest platform may do to scores and awards, and what the verifiers must say to it. */
enum EvaluationTampering implements Tampered {
    RESULT_LEFT_OUT(BundleFault.RESULT_MISSING, evaluation -> {
        evaluation.drawn().scored().awarded();
        return without(evaluation, evaluation.path());
    }),
    RESULT_EDITED(BundleFault.RESULT_CHANGED, evaluation -> {
        evaluation.drawn().scored().awarded();
        var files = handedOut(evaluation);
        files.put(evaluation.path(), utf8(evaluation.result().replace("\"weight\":15", "\"weight\":16")));
        return files;
    }),
    PRICE_OF_ANOTHER_AMOUNT(
            BundleFault.RESULT_DIFFERS, evaluation -> forged(evaluation, text -> text.replace("9300000", "9100000"))),
    BID_LEFT_OUT_OF_THE_EVALUATION(
            BundleFault.RESULT_DIFFERS,
            evaluation -> forged(evaluation, text -> text.replaceFirst("\\{\"body\":[^}]*\\},\"id\":\"[^}]*\\},", ""))),
    INVALID_BID_EVALUATED(
            BundleFault.RESULT_DIFFERS,
            evaluation -> {
                evaluation.drawn().scored().awarded();
                return handedOut(evaluation);
            },
            record -> record.replaceFirst("\"outcome\":\"OPENED\"", "\"outcome\":\"INVALID\"")),
    CANDIDATE_ADDED_AFTER_THE_REQUEST(
            BundleFault.DRAW_DIFFERS,
            evaluation -> forged(
                    evaluation, text -> text.replaceFirst("\"candidates\":\\[", "\"candidates\":[\"00000000\","))),
    OTHER_EXPERT_DRAWN_FIRST(
            BundleFault.DRAW_DIFFERS,
            evaluation -> forged(
                    evaluation,
                    text -> text.replaceFirst("\"order\":\\[(\"[^\"]*\"),(\"[^\"]*\")", "\"order\":[$2,$1"))),
    SEED_CHOSEN(
            BundleFault.DRAW_DIFFERS,
            evaluation -> forged(evaluation, text -> text.replaceFirst("\"seed\":\"....", "\"seed\":\"0000"))),
    DRAWN_FROM_AN_OLDER_HEAD(
            BundleFault.DRAW_DIFFERS,
            evaluation -> forged(evaluation, text -> text.replaceFirst("\"size\":\\d+", "\"size\":1"))),
    DRAWN_AGAIN_UNTIL_IT_PLEASED(BundleFault.DRAW_DIFFERS, evaluation -> {
        evaluation.drawn();
        evaluation.requested(evaluation.ledger.id().toString(), Map.of("seats", 3));
        evaluation.scored().awarded();
        return handedOut(evaluation);
    }),
    SEAT_GIVEN_TO_ANOTHER_THAN_THE_NEXT(
            BundleFault.DRAW_DIFFERS,
            evaluation -> passed(evaluation, text -> text.replaceFirst("\"to\":\"....", "\"to\":\"0000"))),
    SEAT_TAKEN_FROM_ANOTHER_THAN_ITS_HOLDER(
            BundleFault.DRAW_DIFFERS,
            evaluation -> passed(evaluation, text -> text.replaceFirst("\"from\":\"....", "\"from\":\"0000"))),
    SEAT_THAT_CHANGED_HANDS_HIDDEN(
            BundleFault.DRAW_DIFFERS,
            evaluation -> passed(evaluation, text -> text.replaceFirst("\"left\":\\[[^\\]]*\\]", "\"left\":[]"))),
    SEAT_PASSED_ON_WITHOUT_AN_ENTRY(
            BundleFault.DRAW_DIFFERS,
            evaluation -> forged(
                    evaluation,
                    text -> text.replace(
                            "\"left\":[]",
                            "\"left\":[{\"from\":\"a\",\"id\":\"b\",\"own\":true,\"seat\":1,\"to\":\"c\"}]"))),
    PANEL_OF_FEWER_SEATS(
            BundleFault.DRAW_DIFFERS,
            evaluation -> forged(evaluation, text -> text.replace("{\"kind\":\"EXPERT\",\"name\":\"甲\"},", ""))),
    SHEET_OF_ONE_WHO_LEFT_COUNTED(BundleFault.SHEETS_DIFFER, evaluation -> {
        evaluation.drawn();
        for (int seat = 1; seat <= 3; seat++) evaluation.sign(seat, 1, 6_000 + 700 * seat);
        evaluation.passed(2).revealed();
        evaluation.awarded();
        return handedOut(evaluation);
    }),
    SHEET_SIGNED_ANEW_AFTER_ALL_WERE_SEEN(BundleFault.SHEETS_DIFFER, evaluation -> {
        evaluation.drawn().scored();
        evaluation.sign(2, 3, 8_500);
        evaluation.revealed();
        evaluation.awarded();
        return handedOut(evaluation);
    }),
    SHEET_LEFT_OUT(BundleFault.SHEET_MISSING, evaluation -> {
        evaluation.drawn().scored().awarded();
        return without(evaluation, sheet(evaluation, 0));
    }),
    SHEET_EDITED(BundleFault.SHEET_CHANGED, evaluation -> {
        evaluation.drawn().scored().awarded();
        var files = handedOut(evaluation);
        files.put(sheet(evaluation, 1), utf8("{}"));
        return files;
    }),
    POINTS_COUNTED_OTHERWISE(
            BundleFault.SHEETS_DIFFER,
            evaluation -> forged(evaluation, text -> text.replaceFirst("\"points\":6700", "\"points\":6701"))),
    EARLIER_REVISION_COUNTED(BundleFault.SHEETS_DIFFER, evaluation -> {
        evaluation.drawn();
        evaluation.sign(1, 1, 6_000);
        evaluation.sign(3, 1, 6_000);
        evaluation.sign(2, 2, 7_000);
        evaluation.sign(2, 1, 6_500);
        evaluation.revealed();
        evaluation.awarded();
        return handedOut(evaluation);
    }),
    SHEET_SIGNED_AFTER_THE_OTHERS_WERE_SEEN(BundleFault.SHEETS_DIFFER, evaluation -> {
        evaluation.drawn();
        evaluation.sign(1, 1, 6_000);
        evaluation.sign(2, 1, 6_000);
        evaluation.revealed();
        evaluation.sign(3, 1, 8_000);
        evaluation.awarded();
        return handedOut(evaluation);
    }),
    ENTRY_OF_A_SHEET_HIDDEN(BundleFault.SHEETS_DIFFER, evaluation -> {
        evaluation.drawn().scored().awarded();
        return without(evaluation, evaluation.sheets.getFirst().path());
    }),
    SCORED_WHERE_THE_LOWEST_PRICE_WINS(BundleFault.SHEETS_DIFFER, evaluation -> {
        evaluation.byPrice().drawn().scored().awarded();
        return handedOut(evaluation);
    }),
    LOW_PRICES_NOT_ASKED_ABOUT(BundleFault.LOW_PRICE_DIFFERS, evaluation -> {
        evaluation.under(90_000_000).drawn().scored().awarded();
        return handedOut(evaluation);
    }),
    RATIOS_OF_THE_NOTICE_NOT_APPLIED(BundleFault.LOW_PRICE_DIFFERS, evaluation -> {
        evaluation.under(16_000_000).calledWith("{\"ofAverage\":50,\"ofCeiling\":65,\"ofSecond\":50}");
        evaluation.drawn().scored().awarded();
        return handedOut(evaluation);
    }),
    WEIGHT_OF_THE_PRICE_RAISED(BundleFault.TERMS_DIFFER, evaluation -> {
        evaluation.called().weighing(30).drawn().scored().awarded();
        return handedOut(evaluation);
    }),
    ITEM_RENAMED(BundleFault.TERMS_DIFFER, evaluation -> {
        evaluation.called();
        return forged(evaluation, text -> text.replace("服务方案", "企业规模"));
    }),
    ITEM_MADE_OBJECTIVE(BundleFault.TERMS_DIFFER, evaluation -> {
        evaluation.called();
        return forged(evaluation, text -> text.replace("\"objective\":false", "\"objective\":true"));
    }),
    JUDGED_BY_ANOTHER_METHOD(BundleFault.TERMS_DIFFER, evaluation -> {
        evaluation.called().byPrice().drawn().awarded();
        return handedOut(evaluation);
    }),
    CEILING_LOWERED(BundleFault.TERMS_DIFFER, evaluation -> {
        evaluation.called().under(9_700_000).drawn().scored().awarded();
        return handedOut(evaluation);
    }),
    PRICE_OVER_THE_CEILING_RANKED(BundleFault.CEILING_DIFFERS, evaluation -> {
        evaluation.under(9_250_000).called();
        return forged(evaluation, text -> text.replace(",\"excludedAt\":\"CEILING\"", ""));
    }),
    EXCLUDED_AT_A_CEILING_THAT_IT_KEEPS(BundleFault.CEILING_DIFFERS, evaluation -> {
        evaluation.called();
        return forged(
                evaluation, text -> text.replaceFirst("(\"priceFen\":\\d+)\\}", "$1,\"excludedAt\":\"CEILING\"}"));
    }),
    EQUALS_DRAWN_BEFORE_THE_SCORES_WERE_SEEN(BundleFault.TIE_DIFFERS, evaluation -> {
        evaluation.drawn().scored();
        evaluation.tiedAt(evaluation.drawnAt()).awarded();
        return handedOut(evaluation);
    }),
    EQUALS_DRAWN_WITH_A_HEAD_TO_COME(BundleFault.TIE_DIFFERS, evaluation -> {
        evaluation.drawn().scored();
        evaluation.tiedAt(evaluation.ledger.size() + 7).awarded();
        return handedOut(evaluation);
    }),
    EQUALS_DRAWN_WITH_A_CHOSEN_ROOT(
            BundleFault.TIE_DIFFERS,
            evaluation -> forged(evaluation, text -> text.replaceFirst("(\"tieHead\":\\{\"root\":\")....", "$1beef"))),
    EQUALS_DRAWN_OTHERWISE_THAN_THE_PANEL(BundleFault.TIE_DIFFERS, evaluation -> {
        evaluation.byPrice().drawn();
        evaluation.tiedAt(evaluation.drawnAt() + 1).awarded();
        return handedOut(evaluation);
    }),
    HEAD_OF_A_DRAW_SIGNED_BY_ANOTHER(BundleFault.DRAW_DIFFERS, evaluation -> {
        evaluation.drawn().scored().awarded();
        var impostor = new SmallLedger(4711);
        var files = handedOut(evaluation);
        var size = evaluation.drawnAt();
        var text = new Checkpoint(SmallLedger.ORIGIN, size, evaluation.ledger.root(size)).text();
        files.put(SmallEvaluation.head(size), utf8(SignedNote.sign(text, impostor.verifier, impostor.key)));
        return files;
    }),
    HEAD_OF_A_DRAW_LEFT_OUT(BundleFault.HEAD_MISSING, evaluation -> {
        evaluation.drawn().scored().awarded();
        return without(evaluation, SmallEvaluation.head(evaluation.drawnAt()));
    }),
    EXCLUDED_FOR_A_PRICE_THAT_WAS_EXPLAINED(
            BundleFault.LOW_PRICE_DIFFERS,
            evaluation -> forged(
                    evaluation,
                    text -> text.replaceFirst("(\"priceFen\":\\d+)\\}", "$1,\"excludedAt\":\"LOW_PRICE\"}"))),
    PRICE_THAT_NOBODY_EXPLAINED_BELIEVED(
            BundleFault.LOW_PRICE_DIFFERS, evaluation -> forged(evaluation, asked(evaluation, "true", false))),
    AWARDED_BEFORE_A_LOW_PRICE_WAS_JUDGED(
            BundleFault.LOW_PRICE_DIFFERS, evaluation -> forged(evaluation, asked(evaluation, "null", true))),
    POINTS_BEYOND_THE_WEIGHT(BundleFault.SHEETS_DIFFER, evaluation -> {
        evaluation.drawn();
        for (int seat = 1; seat <= 3; seat++) evaluation.sign(seat, 1, 8_501);
        evaluation.revealed();
        evaluation.awarded();
        return handedOut(evaluation);
    }),
    OPENED_BID_SAID_NOT_TO_OPEN(
            BundleFault.RESULT_DIFFERS,
            evaluation -> forged(
                    evaluation, text -> text.replaceFirst("(\"priceFen\":\\d+)\\}", "$1,\"excludedAt\":\"OPENING\"}"))),
    AWARDED_ALTHOUGH_TOO_FEW_WERE_LEFT(BundleFault.LEAST_DIFFERS, evaluation -> {
        evaluation.called();
        return forged(
                evaluation, text -> text.replaceFirst("(\"priceFen\":\\d+)\\}", "$1,\"excludedAt\":\"COMPLIANCE\"}"));
    }),
    RANKS_EXCHANGED(
            BundleFault.RANKING_DIFFERS,
            evaluation -> forged(
                    evaluation,
                    text -> text.replace("\"rank\":1", "\"rank\":9")
                            .replace("\"rank\":2", "\"rank\":1")
                            .replace("\"rank\":9", "\"rank\":2"))),
    PRICE_POINTS_ROUNDED_UP(
            BundleFault.RANKING_DIFFERS,
            evaluation -> forged(evaluation, text -> text.replace("\"price\":1484", "\"price\":1485"))),
    SECOND_AWARDED(BundleFault.AWARD_DIFFERS, evaluation -> {
        evaluation.drawn().scored();
        var ranked = new Ranking(Json.members(evaluation.result())).places();
        evaluation.awarded(
                UnaryOperator.identity(), Map.of("bid", ranked.getLast().bid()));
        return handedOut(evaluation);
    }),
    AWARDED_THOUGH_PASSED_OVER(BundleFault.AWARD_DIFFERS, evaluation -> {
        evaluation.drawn().scored();
        var first = evaluation.places().getFirst();
        evaluation.awarded(SmallEvaluation.passedOver(first), Map.of("bid", first.bid(), "priceFen", first.priceFen()));
        return handedOut(evaluation);
    }),
    AWARDED_AT_ANOTHER_PRICE(BundleFault.AWARD_DIFFERS, evaluation -> {
        evaluation.drawn().scored().awarded(UnaryOperator.identity(), Map.of("priceFen", 9_999_999));
        return handedOut(evaluation);
    });

    private final BundleFault fault;
    private final Function<SmallEvaluation, TreeMap<String, byte[]>> deed;
    private final UnaryOperator<String> record;

    EvaluationTampering(BundleFault fault, Function<SmallEvaluation, TreeMap<String, byte[]>> deed) {
        this(fault, deed, UnaryOperator.identity());
    }

    /** @param record what the opening recorded, as it is entered */
    EvaluationTampering(
            BundleFault fault, Function<SmallEvaluation, TreeMap<String, byte[]>> deed, UnaryOperator<String> record) {
        this.fault = fault;
        this.deed = deed;
        this.record = record;
    }

    @Override
    public BundleFault fault() {
        return fault;
    }

    @Override
    public TreeMap<String, byte[]> of(SmallLedger ledger) {
        ledger.others(6);
        return deed.apply(SmallEvaluation.of(ledger, record));
    }

    /** With a seat that changed hands after its sheet was signed. */
    private static TreeMap<String, byte[]> passed(SmallEvaluation evaluation, UnaryOperator<String> forgery) {
        evaluation.drawn();
        evaluation.sign(2, 1, 6_000);
        evaluation.passed(2).scored();
        var honest = evaluation.result();
        if (forgery.apply(honest).equals(honest)) throw new IllegalStateException("nothing was forged");
        evaluation.awarded(forgery, Map.of());
        return handedOut(evaluation);
    }

    /** One bid was doubted by the panel. */
    private static UnaryOperator<String> asked(SmallEvaluation evaluation, String accepted, boolean explained) {
        var bid = evaluation.box.standing.values().iterator().next().envelope();
        var inquiry = "{\"inquiries\":[{\"accepted\":%s,\"bid\":\"%s\",\"explained\":%s,%s}],"
                .formatted(accepted, bid, explained, SmallEvaluation.IN_TIME);
        return text -> text.replaceFirst("\\{", Matcher.quoteReplacement(inquiry));
    }

    private static String sheet(SmallEvaluation evaluation, int at) {
        var said = Json.members(evaluation.sheets.get(at).body());
        return "sheets/" + Json.text(said, "subject").orElseThrow() + ".json";
    }
}
