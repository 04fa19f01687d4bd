package org.goufu.search.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.goufu.search.index.Folding;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** Words that mean the same to a reader; widening happens here, for the server has no synonyms. */
final class Synonyms {
    private static final int MOST = 12;
    private static final Map<String, Set<String>> GROUPS = load();
    private static final int LONGEST =
            GROUPS.keySet().stream().mapToInt(String::length).max().orElse(0);

    private Synonyms() {}

    static Set<String> terms() {
        return GROUPS.keySet();
    }

    /** Other ways to say the word, or to say the first known term in it; without the word itself. */
    static List<String> of(String word) {
        for (int from = 0; from < word.length(); from++) {
            var term = longestAt(word, from);
            if (term != null) return replaced(word, from, term);
        }
        return List.of();
    }

    private static @Nullable String longestAt(String word, int from) {
        for (int length = Math.min(LONGEST, word.length() - from); length > 0; length--) {
            var term = word.substring(from, from + length);
            // A single character stands for a word only when it is alone.
            if ((length > 1 || word.length() == 1) && GROUPS.containsKey(term)) return term;
        }
        return null;
    }

    private static List<String> replaced(String word, int from, String term) {
        var before = word.substring(0, from);
        var after = word.substring(from + term.length());
        return GROUPS.getOrDefault(term, Set.of()).stream()
                .map(other -> before + other + after)
                .filter(Predicate.not(word::equals))
                .limit(MOST)
                .toList();
    }

    private static Map<String, Set<String>> load() {
        var groups = new HashMap<String, Set<String>>();
        for (var line : lines("search/synonyms.txt")) {
            var group = List.of(Folding.fold(line).split("="));
            group.forEach(term ->
                    groups.computeIfAbsent(term, one -> new LinkedHashSet<>()).addAll(group));
        }
        return groups;
    }

    static List<String> lines(String resource) {
        try {
            return new ClassPathResource(resource)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
