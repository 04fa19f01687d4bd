package org.goufu.matching.http;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.goufu.kernel.Coded;
import org.goufu.matching.Phrase;
import org.goufu.matching.PhraseBook;
import org.goufu.matching.domain.Assessment;
import org.goufu.matching.domain.Citation;
import org.goufu.matching.domain.Match.Contribution;
import org.goufu.matching.domain.Verdict;
import org.goufu.matching.domain.Verdict.Outcome;
import org.goufu.purchase.Requirement;
import org.goufu.reference.Regions;
import org.goufu.reference.ServiceCategories;
import org.springframework.stereotype.Component;

/** Puts verdicts and reasons into the caller's language. */
@Component
class Wording {
    private final PhraseBook book;
    private final Regions regions;
    private final ServiceCategories categories;

    Wording(PhraseBook book, Regions regions, ServiceCategories categories) {
        this.book = book;
        this.regions = regions;
        this.categories = categories;
    }

    List<String> texts(List<Phrase> phrases, Locale locale) {
        return book.texts(phrases, locale);
    }

    /** The text of a key without arguments. */
    String text(String key, Locale locale) {
        return book.text(Phrase.of(key), locale);
    }

    Coded region(String code) {
        return regions.coded(code);
    }

    Coded category(String code) {
        return categories.coded(code);
    }

    String text(Phrase phrase, Locale locale) {
        return book.text(phrase, locale);
    }

    /** What a citation is: a kind of fact, or one of the other things that stand on record. */
    String kind(Citation citation, Locale locale) {
        var code = citation.type() == Citation.Type.FACT ? "fact." + citation.kind() : "citation." + citation.type();
        return book.text(Phrase.of(code), locale);
    }

    /** The condition in words, and what it says about this body. */
    String line(Verdict verdict, Locale locale) {
        return requirement(verdict, locale).text() + "：" + book.text(verdict.fact(), locale);
    }

    /** What is to be confirmed on the best way. */
    List<String> missing(Assessment assessment, Locale locale) {
        return lines(assessment, Outcome.UNKNOWN, locale);
    }

    /** What stands in the way on the best way. */
    List<String> failures(Assessment assessment, Locale locale) {
        return lines(assessment, Outcome.NOT_MET, locale);
    }

    private List<String> lines(Assessment assessment, Outcome outcome, Locale locale) {
        return assessment.decisive().stream()
                .filter(verdict -> verdict.is(outcome))
                .map(verdict -> line(verdict, locale))
                .toList();
    }

    VerdictView.Asked requirement(Verdict verdict, Locale locale) {
        var asked = verdict.requirement();
        if (asked == null) {
            return new VerdictView.Asked(
                    verdict.kind(),
                    null,
                    null,
                    null,
                    book.text(Phrase.of("condition." + verdict.kind().key()), locale));
        }
        return new VerdictView.Asked(
                verdict.kind(), asked.qualification(), asked.year(), asked.count(), text(asked, locale));
    }

    private String text(Requirement asked, Locale locale) {
        var key = key("required.", asked.kind().name());
        return switch (asked.kind()) {
            case TEXT -> Objects.requireNonNullElse(asked.text(), "");
            case ANNUAL_INSPECTION -> book.text(Phrase.of(key, Objects.requireNonNull(asked.year())), locale);
            case SPECIAL_QUALIFICATION -> book.text(Phrase.of(key, named(asked)), locale);
            case PROFESSIONAL_STAFF ->
                book.text(Phrase.of(key, named(asked), Objects.requireNonNull(asked.count())), locale);
        };
    }

    private static String named(Requirement asked) {
        return Phrase.qualification(Objects.requireNonNull(asked.qualification()));
    }

    private static String key(String prefix, String kind) {
        return prefix + kind.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    List<ContributorView> members(List<Contribution> members, Locale locale) {
        return members.stream()
                .map(member ->
                        new ContributorView(member.id(), member.name(), book.texts(member.contributes(), locale)))
                .toList();
    }
}
