package org.goufu.evaluation.usecase;

import java.util.Locale;
import org.goufu.kernel.FieldProblem;
import org.goufu.matching.Phrase;
import org.goufu.matching.PhraseBook;
import org.springframework.stereotype.Component;

/** What rules found, in the words that go on record: Chinese, as everything that does. */
@Component
class Spoken {
    private final PhraseBook book;

    Spoken(PhraseBook book) {
        this.book = book;
    }

    String recorded(FieldProblem one) {
        var arguments = one.arguments().stream()
                .map(argument -> argument instanceof Phrase phrase ? book.text(phrase, Locale.CHINA) : argument)
                .toArray();
        return book.text(Phrase.of("field." + one.code(), arguments), Locale.CHINA);
    }
}
