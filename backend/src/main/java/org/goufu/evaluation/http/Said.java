package org.goufu.evaluation.http;

import java.util.Locale;
import org.goufu.kernel.FieldProblem;
import org.goufu.kernel.ProblemException;
import org.goufu.matching.Phrase;
import org.goufu.matching.PhraseBook;
import org.springframework.stereotype.Component;

/** Says what rules found, where a refusal rests on it, in the asker's language. */
@Component
class Said {
    private final PhraseBook book;

    Said(PhraseBook book) {
        this.book = book;
    }

    ProblemException in(Locale locale, ProblemException refusal) {
        var fields = refusal.fields().stream().map(field -> said(field, locale)).toList();
        return refusal.problem().raise(fields, refusal.arguments().toArray());
    }

    private FieldProblem said(FieldProblem field, Locale locale) {
        var arguments = field.arguments().stream()
                .map(argument -> argument instanceof Phrase phrase ? book.text(phrase, locale) : argument)
                .toList();
        return new FieldProblem(field.pointer(), field.code(), arguments);
    }
}
