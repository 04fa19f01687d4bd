package org.goufu.purchase.domain;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.goufu.purchase.Criterion;
import org.goufu.purchase.Requirement;
import org.goufu.purchase.domain.Content.Place;
import org.goufu.purchase.domain.Content.Wording;
import org.jspecify.annotations.Nullable;

/**
 * One lot of a draft; its id stays the same from the first draft to the published lot.
 *
 * @param repeats the failed lot whose second run it is, else null
 */
public record LotContent(
        UUID id,
        @Nullable String title,
        @Nullable String categoryCode,
        List<String> serviceRegionCodes,
        @Nullable Long budgetFen,
        @Nullable String description,
        List<Requirement> requirements,
        List<Criterion> criteria,
        @Nullable UUID repeats) {

    public LotContent {
        serviceRegionCodes = List.copyOf(serviceRegionCodes);
        requirements = List.copyOf(requirements);
        criteria = List.copyOf(criteria);
    }

    /** The same lot, as a correction has it. */
    LotContent over(LotContent said) {
        return new LotContent(
                id,
                Content.or(said.title(), title),
                Content.or(said.categoryCode(), categoryCode),
                said.serviceRegionCodes().isEmpty() ? serviceRegionCodes : said.serviceRegionCodes(),
                Content.or(said.budgetFen(), budgetFen),
                Content.or(said.description(), description),
                said.requirements().isEmpty() ? requirements : said.requirements(),
                said.criteria().isEmpty() ? criteria : said.criteria(),
                Content.or(said.repeats(), repeats));
    }

    Stream<Wording> wordings(String pointer) {
        var own = Stream.of(
                new Wording(pointer + "/title", title, Place.TITLE),
                new Wording(pointer + "/description", description, Place.DESCRIPTION));
        var ofRequirements = IntStream.range(0, requirements.size())
                .mapToObj(i -> new Wording(
                        pointer + "/requirements/" + i + "/text",
                        requirements.get(i).text(),
                        Place.REQUIREMENT));
        var ofCriteria = IntStream.range(0, criteria.size())
                .mapToObj(i -> new Wording(
                        pointer + "/criteria/" + i + "/name", criteria.get(i).name(), Place.CRITERION));
        return Stream.of(own, ofRequirements, ofCriteria).flatMap(texts -> texts);
    }
}
