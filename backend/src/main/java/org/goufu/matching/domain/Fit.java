package org.goufu.matching.domain;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.goufu.kernel.CategoryCode;
import org.goufu.matching.Phrase;
import org.goufu.matching.domain.Remedy.Action;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.FactKind;
import org.jspecify.annotations.Nullable;

/**
 * Whether a lot is in the body's field: no matter of right, but only what fits stands in its feed (product.md, Match).
 *
 * @param citations the declared categories that touch the lot's; of the body, or of the first member that has some
 * @param remedy null when it fits
 */
public record Fit(List<Citation> citations, @Nullable Remedy remedy) {
    public Fit {
        citations = List.copyOf(citations);
    }

    static Fit of(LotTerms lot, Dossier dossier, Moment moment) {
        return able(dossier)
                .map(body -> declared(lot, body, moment))
                .filter(Predicate.not(List::isEmpty))
                .findFirst()
                .map(citations -> new Fit(citations, null))
                .orElseGet(() -> none(lot, dossier.body()));
    }

    private static Stream<BodyProfile> able(Dossier dossier) {
        return dossier.isGroup() ? Stream.of(dossier.body()) : dossier.routes().map(Evidence::able);
    }

    private static List<Citation> declared(LotTerms lot, BodyProfile body, Moment moment) {
        return body.facts(FactKind.CATEGORY, moment.day(), moment.known())
                .filter(fact -> lot.category().touches(new CategoryCode(fact.value())))
                .map(fact -> Citation.of(body, fact))
                .toList();
    }

    private static Fit none(LotTerms lot, BodyProfile body) {
        var code = lot.category().value();
        return new Fit(
                List.of(),
                new Remedy(
                        Action.DECLARE_CATEGORY,
                        body.id(),
                        Map.of("category", code),
                        Phrase.of("remedy.category.declare", Phrase.category(code))));
    }

    public boolean fits() {
        return remedy == null;
    }
}
