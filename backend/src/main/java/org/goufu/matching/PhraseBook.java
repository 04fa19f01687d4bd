package org.goufu.matching;

import java.util.List;
import java.util.Locale;

/** Says phrases in the asker's language. */
public interface PhraseBook {
    String text(Phrase phrase, Locale locale);

    default List<String> texts(List<Phrase> phrases, Locale locale) {
        return phrases.stream().map(phrase -> text(phrase, locale)).toList();
    }
}
