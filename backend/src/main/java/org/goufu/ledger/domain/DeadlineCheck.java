package org.goufu.ledger.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * Derives again until when bids were taken: until the deadline of the last text before the seal, which none had brought forward, and none
 * moved that came when it had passed (domain.md 1.4 T11 to T14).
 */
final class DeadlineCheck {
    private DeadlineCheck() {}

    /**
     * The texts that may not have it as they have, and the seal when it is of another deadline, or was made before it.
     *
     * @param texts of the lot, in their order in the ledger
     */
    static List<Entered> differing(List<CallTexts.Text> texts, Entered seal) {
        var differing = new ArrayList<Entered>();
        var held = "";
        for (var text : texts) {
            if (text.entry().index() >= seal.index()) continue;
            boolean late =
                    Moment.of(held).isPresent() && !Moment.isBefore(Json.said(text.notice(), "publishedAt"), held);
            if (late || Moment.isBefore(text.deadline(), held)) differing.add(text.entry());
            held = text.deadline();
        }
        boolean other = !held.isEmpty() && !Moment.isSame(held, seal.saying("deadline"));
        if (other || Moment.isBefore(seal.saying("sealedAt"), seal.saying("deadline"))) differing.add(seal);
        return differing;
    }
}
