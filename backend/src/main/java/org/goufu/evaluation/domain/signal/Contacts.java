package org.goufu.evaluation.domain.signal;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goufu.evaluation.domain.signal.Compared.Written;

/** Telephone, e-mail and identity numbers that several bidders write into their bids (第37条第三项); the notice's own are nobody's. */
final class Contacts {
    private static final Pattern PHONE =
            Pattern.compile("(?<![0-9])(?:1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}|0[0-9]{2,3}[ -]?[0-9]{7,8})(?![0-9])");
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,4}");
    private static final Pattern IDENTITY = Pattern.compile("(?<![0-9A-Za-z])[1-9][0-9]{16}[0-9Xx](?![0-9A-Za-z])");
    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final int SHOWN = 4;

    private Contacts() {}

    static Stream<Signal> shared(List<Written> bids, String notice) {
        var known = Compared.plain(notice);
        return Stream.of(
                        shared(bids, text -> phones(text, known), Signal.Kind.SAME_PHONE, Function.identity()),
                        shared(bids, text -> emails(text, known), Signal.Kind.SAME_EMAIL, Function.identity()),
                        shared(bids, Contacts::identities, Signal.Kind.SAME_IDENTITY, Contacts::tail))
                .flatMap(signals -> signals);
    }

    private static Stream<Signal> shared(
            List<Written> bids, Function<String, Set<String>> found, Signal.Kind kind, Function<String, String> shown) {
        var common = new Common();
        for (var bid : bids) found.apply(bid.text()).forEach(value -> common.add(value, bid.id()));
        return common.signals((value, those) -> Signal.of(kind, those, shown.apply(value)));
    }

    private static Set<String> phones(String text, String notice) {
        var others = values(PHONE, notice, Contacts::digits);
        return values(PHONE, text, Contacts::digits).stream()
                .filter(Predicate.not(others::contains))
                .collect(Collectors.toSet());
    }

    private static Set<String> emails(String text, String notice) {
        var others = values(EMAIL, notice, Contacts::lower);
        return values(EMAIL, text, Contacts::lower).stream()
                .filter(Predicate.not(others::contains))
                .collect(Collectors.toSet());
    }

    private static Set<String> identities(String text) {
        return values(IDENTITY, text, found -> found.toUpperCase(Locale.ROOT)).stream()
                .filter(Contacts::isIdentity)
                .collect(Collectors.toSet());
    }

    private static Set<String> values(Pattern pattern, String text, Function<String, String> written) {
        return pattern.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(written)
                .collect(Collectors.toSet());
    }

    private static String digits(String found) {
        return NO_DIGIT.matcher(found).replaceAll("");
    }

    private static String lower(String found) {
        return found.toLowerCase(Locale.ROOT);
    }

    /** GB 11643: any other 18 digits are not one. */
    private static boolean isIdentity(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) sum += WEIGHTS[i] * (number.charAt(i) - '0');
        return CHECKS.charAt(sum % CHECKS.length()) == number.charAt(WEIGHTS.length);
    }

    /** All that is needed to find it in the bid: the number itself is kept nowhere else. */
    private static String tail(String number) {
        return number.substring(number.length() - SHOWN);
    }
}
