package org.goufu.federation.usecase;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a member writes into a mandate.
 *
 * @param categories empty: every category
 * @param amountCapFen at most this much for one lot, in fen
 * @param places empty: everywhere
 * @param paperId the signed paper, null when none is handed in
 */
public record MandateForm(
        List<String> categories,
        long amountCapFen,
        List<String> places,
        LocalDate from,
        LocalDate to,
        @Nullable UUID paperId) {
    public MandateForm {
        categories = List.copyOf(categories);
        places = List.copyOf(places);
    }
}
