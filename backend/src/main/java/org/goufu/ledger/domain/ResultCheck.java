package org.goufu.ledger.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Whether each notice of a result says who was awarded, and for how much. */
final class ResultCheck {
    private static final String RESULT = "RESULT";
    /** As the official forms N05 and P02 name who won. */
    private static final String WINNER = "供应商名称";

    private final List<Entered> acts;
    private final CallTexts texts;

    ResultCheck(List<Entered> acts, CallTexts texts) {
        this.acts = acts;
        this.texts = texts;
    }

    /** Nothing is asked where bids were not opened here, or a result could not be looked at. */
    void check(List<Rederived.Award> awards, BiConsumer<BundleFault, String> found) {
        long entered =
                acts.stream().filter(act -> act.is(EvaluationCheck.AWARDED)).count();
        if (entered != awards.size() || acts.stream().noneMatch(act -> act.is(BoxCheck.OPENED))) return;
        var left = new ArrayList<>(awards);
        for (var text : texts.all()) {
            if (!Json.said(text.notice(), "type").equals(RESULT)) continue;
            var told =
                    left.stream().filter(award -> tells(text.notice(), award)).findFirst();
            told.ifPresentOrElse(
                    left::remove,
                    () -> found.accept(
                            BundleFault.AWARD_DIFFERS,
                            Bundle.notice(text.entry().saying("subject"))));
        }
    }

    private static boolean tells(Map<String, Object> notice, Rederived.Award award) {
        return Json.whole(notice, "amountFen")
                        .filter(fen -> fen == award.priceFen())
                        .isPresent()
                && Json.objects(notice, "sections").stream()
                        .flatMap(section -> Json.objects(section, "fields").stream())
                        .anyMatch(field -> Json.said(field, "label").equals(WINNER)
                                && Json.text(field, "value")
                                        .filter(award.named()::equals)
                                        .isPresent());
    }
}
