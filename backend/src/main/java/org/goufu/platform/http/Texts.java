package org.goufu.platform.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** All texts that the server speaks, Chinese first: every bundle under {@code messages/}. */
@Component
public class Texts {
    private final ResourceBundleMessageSource source = new ResourceBundleMessageSource();
    private final Map<Spoken, String> plain = new ConcurrentHashMap<>();

    private record Spoken(String key, Locale locale) {}

    public Texts() {
        source.setBasenames(bundles());
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setAlwaysUseMessageFormat(true);
    }

    /** Fails when no bundle has the key: a missing text is a defect, never an empty label. */
    public String text(String key, Locale locale, Object... arguments) {
        return arguments.length == 0
                ? plain.computeIfAbsent(new Spoken(key, locale), this::found)
                : source.getMessage(key, arguments, locale);
    }

    /** Every bundle would be asked in turn, for each of the dozens of labels of a page. */
    private String found(Spoken spoken) {
        return source.getMessage(spoken.key(), null, spoken.locale());
    }

    /** The text, or the given one when no bundle has the key. */
    public String textOr(String key, String otherwise, Locale locale, Object... arguments) {
        var found = source.getMessage(key, arguments, null, locale);
        return found == null ? otherwise : found;
    }

    private static String[] bundles() {
        try {
            var names = new ArrayList<String>();
            for (var file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
                var name = String.valueOf(file.getFilename());
                if (!name.endsWith("_en.properties")) {
                    names.add("messages." + name.substring(0, name.length() - ".properties".length()));
                }
            }
            return names.stream().distinct().sorted().toArray(String[]::new);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
