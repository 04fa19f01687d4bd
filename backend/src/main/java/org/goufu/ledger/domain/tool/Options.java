package org.goufu.ledger.domain.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.goufu.ledger.domain.Verifier;

/**
 * What was typed after the program's name.
 *
 * @param words without the options
 */
record Options(List<String> words, Map<String, String> named) {
    private static final Set<String> KNOWN = Set.of("--key", "--lang", "--keep");

    /** Throws {@link IllegalArgumentException} for an option that there is not, or that lacks its value. */
    static Options of(String... typed) {
        var words = new ArrayList<String>();
        var named = new HashMap<String, String>();
        for (int i = 0; i < typed.length; i++) {
            if (!typed[i].startsWith("--")) words.add(typed[i]);
            else if (KNOWN.contains(typed[i]) && i + 1 < typed.length) named.put(typed[i], typed[++i]);
            else throw new IllegalArgumentException(typed[i]);
        }
        return new Options(words, named);
    }

    Locale language() {
        var asked = named.getOrDefault("--lang", Locale.getDefault().getLanguage());
        return asked.equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
    }

    /** The key that is trusted, typed or in a file; empty when none was named. */
    Optional<Verifier> key() throws IOException {
        var given = named.get("--key");
        if (given == null) return Optional.empty();
        return Optional.of(Verifier.read(given.contains("+") ? given : Files.readString(Path.of(given))));
    }

    /** Where the last head of a log is remembered. */
    Optional<Path> keep() {
        return Optional.ofNullable(named.get("--keep")).map(Path::of);
    }
}
