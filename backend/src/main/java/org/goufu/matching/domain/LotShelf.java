package org.goufu.matching.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goufu.kernel.CategoryCode;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.FactKind;

/** Open lots ordered by category, so that a body is judged only against those that it could fit. */
public final class LotShelf {
    private final Map<String, List<Matchmaker>> under = new HashMap<>();
    private final Map<String, List<Matchmaker>> exactly = new HashMap<>();

    public LotShelf(Collection<LotTerms> lots) {
        for (var lot : lots) {
            var matchmaker = new Matchmaker(lot);
            put(exactly, lot.category().value(), matchmaker);
            lot.category().path().forEach(node -> put(under, node, matchmaker));
        }
    }

    private static void put(Map<String, List<Matchmaker>> shelf, String code, Matchmaker matchmaker) {
        shelf.computeIfAbsent(code, key -> new ArrayList<>()).add(matchmaker);
    }

    /** All matches of the body, in the order of the lots of each category. */
    public Stream<Match> matches(Dossier dossier, Moment moment) {
        var standings = Matchmaker.standings(dossier, moment);
        return fitting(dossier).stream().flatMap(matchmaker -> matchmaker.match(dossier, standings).stream());
    }

    private Set<Matchmaker> fitting(Dossier dossier) {
        var found = new LinkedHashSet<Matchmaker>();
        for (var code : categories(dossier)) {
            found.addAll(under.getOrDefault(code, List.of()));
            new CategoryCode(code).path().forEach(node -> found.addAll(exactly.getOrDefault(node, List.of())));
        }
        return found;
    }

    /** Categories that the body or one of its members ever declared: those of today are among them. */
    public static Set<String> categories(Dossier dossier) {
        return Stream.concat(
                        Stream.of(dossier.body()), dossier.members().stream().map(Link::member))
                .flatMap(LotShelf::declared)
                .collect(Collectors.toSet());
    }

    private static Stream<String> declared(BodyProfile body) {
        return body.facts().stream()
                .filter(fact -> fact.kind() == FactKind.CATEGORY)
                .map(fact -> fact.value());
    }
}
