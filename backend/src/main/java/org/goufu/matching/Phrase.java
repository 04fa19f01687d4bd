package org.goufu.matching;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A text by its code in the bundles, with arguments; {@link PhraseBook} says it in a language.
 *
 * <p>An argument is shown as it is, or names something whose name is looked up when it is said, see {@link #category} and the others.
 *
 * @param code the whole key, for example {@code reason.category.same}
 */
public record Phrase(String code, List<String> arguments) {
    public static final String CATEGORY = "@category:";
    public static final String REGION = "@region:";
    public static final String QUALIFICATION = "@qualification:";
    public static final String CONDITION = "@condition:";
    public static final String LIST = "@list:";
    public static final String TIME = "@time:";

    public Phrase {
        arguments = List.copyOf(arguments);
    }

    public static Phrase of(String code, Object... arguments) {
        return new Phrase(code, Stream.of(arguments).map(String::valueOf).toList());
    }

    /** An argument that is said as the name of a service category. */
    public static String category(String code) {
        return CATEGORY + code;
    }

    /** An argument that is said as the full name of a region. */
    public static String region(String code) {
        return REGION + code;
    }

    /** An argument that is said as the name of a qualification or certificate. */
    public static String qualification(String code) {
        return QUALIFICATION + code;
    }

    /** An argument that is said as the name of a list of bodies that are refused. */
    public static String list(String code) {
        return LIST + code;
    }

    /** An argument that is said as a day and a time of day in the platform's zone. */
    public static String time(Instant time) {
        return TIME + time;
    }

    /** An argument that is said as the name of a condition. */
    public static String condition(Enum<?> kind) {
        return CONDITION + kind.name();
    }
}
