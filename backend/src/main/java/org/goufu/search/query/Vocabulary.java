package org.goufu.search.query;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.goufu.reference.Region;
import org.goufu.reference.Regions;
import org.goufu.reference.ServiceCategories;
import org.goufu.reference.ServiceCategory;
import org.goufu.search.index.Folding;
import org.goufu.search.index.Pinyin;
import org.springframework.stereotype.Component;

/** The words of the trade: what typed letters may stand for, and where a long run of characters may be cut. */
@Component
class Vocabulary {
    /** Shorter words are looked for as they stand. */
    private static final int LONG = 6;

    private static final int DEEPEST_REGION = 4;

    private final Set<String> words = new HashSet<>();
    private final Set<String> places = new HashSet<>();
    private final Map<String, Set<String>> typed = new HashMap<>();

    Vocabulary(Regions regions, ServiceCategories categories) {
        words.addAll(Synonyms.terms());
        IntStream.rangeClosed(1, 4)
                .mapToObj(categories::level)
                .flatMap(List::stream)
                .map(ServiceCategory::name)
                .flatMap(name -> Arrays.stream(Folding.fold(name).split("[/、()和与及]")))
                .filter(part -> part.length() > 1)
                .forEach(words::add);
        words.forEach(this::addTyped);
        Synonyms.lines("search/words.txt").stream()
                .flatMap(line -> Stream.of(line.split("\\s+")))
                .forEach(words::add);
        IntStream.rangeClosed(1, DEEPEST_REGION)
                .mapToObj(regions::level)
                .flatMap(List::stream)
                .map(Region::name)
                .forEach(places::add);
        regions.level(2).stream()
                .map(city -> city.name().replaceFirst("市$", ""))
                .forEach(places::add);
    }

    private void addTyped(String word) {
        Stream.concat(Pinyin.spellings(word).stream(), Pinyin.acronyms(word).stream())
                .forEach(letters -> typed.computeIfAbsent(letters, one -> new LinkedHashSet<>())
                        .add(word));
    }

    /** Words that are spelt, or whose initials are written, with these letters. */
    Set<String> typedAs(String letters) {
        return typed.getOrDefault(letters, Set.of());
    }

    /** The parts of a word that begins with places or is long; the word alone when there is nothing to cut. */
    List<String> parts(String word) {
        var parts = new LinkedHashSet<String>();
        int from = 0;
        for (int length = placeAt(word, from); length > 0; length = placeAt(word, from)) {
            parts.add(word.substring(from, from + length));
            from += length;
        }
        var rest = word.substring(from);
        if (rest.length() >= LONG) {
            parts.addAll(cut(rest));
        } else if (!rest.isEmpty()) {
            parts.add(rest);
        }
        return List.copyOf(parts);
    }

    private int placeAt(String word, int from) {
        return longest(places, word, from);
    }

    private List<String> cut(String run) {
        var parts = new LinkedHashSet<String>();
        int known = 0;
        for (int at = 0; at < run.length(); ) {
            int length = longest(words, run, at);
            if (length == 0) {
                at++;
                continue;
            }
            addUnknown(parts, run.substring(known, at));
            parts.add(run.substring(at, at + length));
            at += length;
            known = at;
        }
        addUnknown(parts, run.substring(known));
        return List.copyOf(parts);
    }

    /** One character between two words is a particle, or says nothing by itself. */
    private static void addUnknown(Set<String> parts, String run) {
        if (run.length() > 1) parts.add(run);
    }

    private static int longest(Set<String> known, String text, int from) {
        for (int length = Math.min(12, text.length() - from); length > 1; length--) {
            if (known.contains(text.substring(from, from + length))) return length;
        }
        return 0;
    }
}
