package org.goufu.purchase.usecase;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.goufu.kernel.FieldProblem;
import org.goufu.purchase.domain.PurchaseProblem;
import org.jspecify.annotations.Nullable;

/** Understands single fields of a form and keeps what is wrong with them, so that all of it is told at once. */
abstract class Fields {
    static final int LONGEST_TITLE = 200;
    static final int LONGEST_TEXT = 20_000;
    static final int LONGEST_NAME = 100;
    static final Pattern PHONE = Pattern.compile("[+0-9][0-9 ()\\-转xX]{4,29}");
    private static final int LONGEST_ADDRESS = 500;
    /** A hundred thousand million yuan: more than the province buys in a year, and far from overflowing when added up. */
    private static final BigDecimal LARGEST_AMOUNT = BigDecimal.valueOf(10_000_000_000_000L);

    final List<FieldProblem> problems;

    Fields(List<FieldProblem> problems) {
        this.problems = problems;
    }

    /** Fails with {@code purchase/not-well-formed} naming every field that is wrong. */
    final void refuseWrong() {
        if (!problems.isEmpty()) throw PurchaseProblem.NOT_WELL_FORMED.raise(problems, problems.size());
    }

    /** An address that a reader can follow safely. */
    final @Nullable String address(String pointer, @Nullable String typed) {
        var text = text(pointer, typed, LONGEST_ADDRESS);
        if (text == null) return null;
        try {
            var address = new URI(text);
            var followed = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            if (followed && address.getHost() != null && address.getUserInfo() == null) return text;
        } catch (URISyntaxException malformed) {
            // Answered below.
        }
        wrong(pointer, "address");
        return null;
    }

    final @Nullable LocalDate day(String pointer, @Nullable String text) {
        if (text == null || text.isBlank()) return null;
        try {
            var day = LocalDate.parse(text);
            if (day.getYear() >= 2000 && day.getYear() <= 2100) return day;
        } catch (DateTimeException unreadable) {
            // Answered below.
        }
        wrong(pointer, "day");
        return null;
    }

    final @Nullable String pattern(String pointer, @Nullable String value, Pattern pattern, String problem) {
        var text = text(pointer, value, LONGEST_TITLE);
        if (text != null && !pattern.matcher(text).matches()) {
            wrong(pointer, problem);
        }
        return text;
    }

    final @Nullable String text(String pointer, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.codePointCount(0, text.length()) > longest) {
            wrong(pointer, "too-long", longest);
        }
        if (text.codePoints().anyMatch(Fields::isUnprintable)) {
            wrong(pointer, "unprintable");
        }
        return text.strip();
    }

    /** Control signs and halves of pairs cannot be stored, printed or digested the same everywhere. */
    private static boolean isUnprintable(int point) {
        return Character.getType(point) == Character.SURROGATE
                || Character.isISOControl(point) && point != '\n' && point != '\r' && point != '\t';
    }

    final @Nullable Long amount(String pointer, @Nullable BigDecimal amount) {
        if (amount == null) {
            return null;
        }
        if (amount.signum() <= 0) {
            wrong(pointer, "positive");
        } else if (amount.compareTo(LARGEST_AMOUNT) > 0) {
            wrong(pointer, "too-large");
        } else if (amount.stripTrailingZeros().scale() > 0) {
            wrong(pointer, "whole-fen");
        } else {
            return amount.longValueExact();
        }
        return null;
    }

    final @Nullable Integer whole(String pointer, @Nullable BigDecimal number, int least, int most) {
        if (number == null) {
            return null;
        }
        if (number.compareTo(BigDecimal.valueOf(least)) < 0
                || number.compareTo(BigDecimal.valueOf(most)) > 0
                || number.stripTrailingZeros().scale() > 0) {
            wrong(pointer, "range", least, most);
            return null;
        }
        return number.intValueExact();
    }

    final @Nullable Instant moment(String pointer, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            var moment = OffsetDateTime.parse(text);
            if (moment.getYear() < 2000 || moment.getYear() > 2100) {
                wrong(pointer, "moment");
            }
            return moment.toInstant();
        } catch (DateTimeException unreadable) {
            wrong(pointer, "moment");
            return null;
        }
    }

    final <E extends Enum<E>> @Nullable E code(String pointer, @Nullable String code, Class<E> type) {
        if (code == null) {
            return null;
        }
        for (var known : type.getEnumConstants()) {
            if (known.name().equals(code)) {
                return known;
            }
        }
        wrong(pointer, "code-unknown", code);
        return null;
    }

    static @Nullable String name(@Nullable Enum<?> code) {
        return code == null ? null : code.name();
    }

    final <T, R> List<R> list(
            String pointer, @Nullable List<@Nullable T> items, int most, BiFunction<String, T, @Nullable R> read) {
        var all = new ArrayList<R>();
        if (items == null) {
            return all;
        }
        if (items.size() > most) {
            wrong(pointer, "too-many-items", most);
            return all;
        }
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            if (item == null) {
                wrong(pointer + "/" + i, "required");
                continue;
            }
            var understood = read.apply(pointer + "/" + i, item);
            if (understood != null) {
                all.add(understood);
            }
        }
        return all;
    }

    final void wrong(String pointer, String code, Object... arguments) {
        problems.add(FieldProblem.of(pointer, code, arguments));
    }
}
