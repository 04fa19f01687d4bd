package org.goufu.matching.http;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.goufu.matching.Phrase;
import org.goufu.matching.PhraseBook;
import org.goufu.platform.http.Texts;
import org.goufu.platform.time.BusinessClock;
import org.goufu.reference.Regions;
import org.goufu.reference.ServiceCategories;
import org.springframework.stereotype.Component;

/** Says phrases from the message bundles, with the names that reference data gives. */
@Component
class BundlePhraseBook implements PhraseBook {
    private static final DateTimeFormatter CHINESE_TIME = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA);
    private static final DateTimeFormatter ENGLISH_TIME = DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.UK);

    private final Texts texts;
    private final Regions regions;
    private final ServiceCategories categories;

    BundlePhraseBook(Texts texts, Regions regions, ServiceCategories categories) {
        this.texts = texts;
        this.regions = regions;
        this.categories = categories;
    }

    @Override
    public String text(Phrase phrase, Locale locale) {
        var arguments = phrase.arguments().stream()
                .map(argument -> said(argument, locale))
                .toArray();
        return texts.text(phrase.code(), locale, arguments);
    }

    private String said(String argument, Locale locale) {
        if (argument.startsWith(Phrase.CATEGORY)) {
            return categories
                    .coded(argument.substring(Phrase.CATEGORY.length()))
                    .name();
        }
        if (argument.startsWith(Phrase.REGION)) {
            return regions.coded(argument.substring(Phrase.REGION.length())).name();
        }
        if (argument.startsWith(Phrase.QUALIFICATION)) {
            var code = argument.substring(Phrase.QUALIFICATION.length());
            return texts.textOr("qualification." + code, code, locale);
        }
        if (argument.startsWith(Phrase.CONDITION)) {
            return texts.text("condition." + key(argument.substring(Phrase.CONDITION.length())), locale);
        }
        if (argument.startsWith(Phrase.LIST)) {
            return texts.text("list." + key(argument.substring(Phrase.LIST.length())), locale);
        }
        if (argument.startsWith(Phrase.TIME)) {
            var time = Instant.parse(argument.substring(Phrase.TIME.length()));
            var format = locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? ENGLISH_TIME : CHINESE_TIME;
            return time.atZone(BusinessClock.ZONE).format(format);
        }
        return argument;
    }

    private static String key(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
