package org.goufu.bidding.domain.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a manifest is made of is read letter by letter, which is faster than the patterns that say its form. Here the patterns are asked
 * besides, about good writings, and about ones that are almost good.
 */
class StrictReadingTests {
    private static final int ROUNDS = 20_000;
    /** What is near to a good letter, and what some reader would take for one. */
    private static final String LETTERS =
            "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_+/=. \n\r\t\0\u0663\uff11\uff41\u212a\u0130";

    /** A piece of a manifest in the two readings. */
    private enum Form {
        ID(Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"), text -> read(() -> Fields.idItem(text))),
        HASH(Pattern.compile("[0-9a-f]{64}"), text -> read(() -> Fields.hashItem(text))),
        KID(Pattern.compile("[0-9a-f]{32}"), Keyset::isKid),
        GROUP(Pattern.compile("[a-z]{1,20}"), Keyset::isGroupId),
        SEGMENT(Pattern.compile("price|tech|cred|allocation|att-[1-9][0-9]?"), Core::isSegmentId);

        private final Pattern pattern;
        private final Predicate<String> reading;

        Form(Pattern pattern, Predicate<String> reading) {
            this.pattern = pattern;
            this.reading = reading;
        }

        String good(RandomGenerator dice) {
            return switch (this) {
                case ID -> String.join("-", hex(dice, 8), hex(dice, 4), hex(dice, 4), hex(dice, 4), hex(dice, 12));
                case HASH -> hex(dice, 64);
                case KID -> hex(dice, 32);
                case GROUP -> text(dice, "abcdefghijklmnopqrstuvwxyz", 1 + dice.nextInt(20));
                case SEGMENT ->
                    List.of("price", "tech", "cred", "allocation", "att-" + (1 + dice.nextInt(99)))
                            .get(dice.nextInt(5));
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void lettersAndPatternsTakeTheSame(Form form) {
        var dice = SealFixtures.dice(form.ordinal());
        int taken = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var text = round % 4 == 0 ? form.good(dice) : almost(form.good(dice), dice);
            boolean wanted = form.pattern.matcher(text).matches();
            if (wanted) taken++;
            assertThat(form.reading.test(text)).as("%s '%s'", form, text).isEqualTo(wanted);
        }
        assertThat(taken).as("both answers were asked for").isBetween(ROUNDS / 4, ROUNDS - 1);
    }

    /** What the library takes for an id, and nobody writes. */
    @Test
    void anIdIsWrittenInOneWay() {
        for (var id : List.of(
                "1-1-1-1-1",
                "00000000-0000-7000-8000-00000000000",
                "000000000-000-7000-8000-000000000001",
                "0000000-00000-7000-8000-000000000001",
                "00000000-0000-7000-8000000-000000001",
                "0A000000-0000-7000-8000-000000000001",
                "+0000000-0000-7000-8000-000000000001",
                "-0000000-0000-7000-8000-000000000001",
                "00000000-0000-7000-8000--00000000001",
                "{0000000-0000-7000-8000-00000000000}")) {
            assertThat(read(() -> Fields.idItem(id))).as(id).isFalse();
        }
        assertThat(read(() -> Fields.idItem(null))).isFalse();
        assertThat(read(() -> Fields.idItem(7L))).isFalse();
    }

    /** The last letter of two or three has bits that belong to no byte: with these the same bytes could be written in many ways. */
    @Test
    void base64IsWhatItsBytesAreWrittenAs() {
        var dice = SealFixtures.dice(5);
        int taken = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var bytes = new byte[dice.nextInt(70)];
            dice.nextBytes(bytes);
            var good = Bytes.base64(bytes);
            var text = round % 4 == 0 ? good : almost(good, dice);
            boolean wanted = isCanonical(text);
            if (wanted) taken++;
            assertThat(read(() -> Bytes.ofBase64(text))).as("'%s'", text).isEqualTo(wanted);
            if (wanted) assertThat(Bytes.base64(Bytes.ofBase64(text))).isEqualTo(text);
        }
        assertThat(taken).isBetween(ROUNDS / 4, ROUNDS - 1);
    }

    /** Every writing of up to three letters. */
    @Test
    void ofShortBase64EveryWritingIsTried() {
        var letters = "ABPQfgwx4589-_+/=\n";
        for (char a : letters.toCharArray()) {
            for (char b : letters.toCharArray()) {
                assertThat(read(() -> Bytes.ofBase64("" + a + b))).isEqualTo(isCanonical("" + a + b));
                for (char c : letters.toCharArray()) {
                    var three = "" + a + b + c;
                    assertThat(read(() -> Bytes.ofBase64(three))).as(three).isEqualTo(isCanonical(three));
                }
            }
        }
        assertThat(Bytes.ofBase64("")).isEmpty();
    }

    private static boolean isCanonical(String text) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(Base64.getUrlDecoder().decode(text))
                    .equals(text);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    /** The fields that are there are counted, which is right only while none can be there twice. */
    @Test
    void allFieldsAndNoOthers() {
        var dice = SealFixtures.dice(6);
        var names = List.of("a", "b", "c", "d", "e");
        for (int round = 0; round < ROUNDS; round++) {
            var fields = new TreeMap<String, Object>();
            for (var name : names) if (dice.nextInt(3) > 0) fields.put(name, 1L);
            var given = Canonical.read(Canonical.write(fields));
            boolean wanted = fields.keySet().containsAll(Set.of("a", "b", "c"))
                    && Set.of("a", "b", "c", "d").containsAll(fields.keySet());
            assertThat(read(() -> Fields.of(given, Set.of("a", "b", "c"), Set.of("d"))))
                    .as("%s", fields)
                    .isEqualTo(wanted);
        }
    }

    @Test
    void namesAreSortedAndNoneIsThereTwice() {
        var dice = SealFixtures.dice(7);
        for (int round = 0; round < ROUNDS; round++) {
            var names = dice.ints(dice.nextInt(5), 0, 4)
                    .mapToObj(i -> List.of("", "a", "aa", "b").get(i))
                    .toList();
            var json = new StringBuilder("{");
            for (var name : names)
                json.append(json.length() > 1 ? "," : "")
                        .append('"')
                        .append(name)
                        .append("\":1");
            boolean wanted = names.equals(names.stream().sorted().distinct().toList());
            var bytes = Bytes.ascii(json.append('}').toString());
            assertThat(read(() -> Canonical.read(bytes))).as("%s", json).isEqualTo(wanted);
            if (wanted) assertThat((Map<?, ?>) Canonical.read(bytes)).hasSize(names.size());
        }
    }

    /** One byte of a whole manifest is another: it is refused, or means what it says. */
    @Test
    void whatIsReadIsWrittenTheSameAgain() {
        var dice = SealFixtures.dice(8);
        var manifest = SealFixtures.made(dice, SealFixtures.small(dice), 10, 600_000)
                .sealed()
                .manifest();
        var document = SealFixtures.small(dice).document();
        for (int round = 0; round < ROUNDS / 4; round++) {
            var bytes = manifest.clone();
            bytes[dice.nextInt(bytes.length)] = (byte) LETTERS.charAt(dice.nextInt(60));
            if (read(() -> Manifest.read(bytes))) {
                var again = Manifest.read(bytes);
                assertThat(Manifest.write(again.core().write(), again.segments()))
                        .isEqualTo(bytes);
            }
            var keyset = document.clone();
            keyset[dice.nextInt(keyset.length)] = (byte) LETTERS.charAt(dice.nextInt(60));
            if (read(() -> Keyset.read(keyset)))
                assertThat(Keyset.read(keyset).write()).isEqualTo(keyset);
        }
    }

    /** Some letters other, more or fewer. */
    private static String almost(String good, RandomGenerator dice) {
        var text = new StringBuilder(good);
        for (int i = dice.nextInt(3); i >= 0; i--) {
            int at = dice.nextInt(text.length() + 1);
            var letter = LETTERS.charAt(dice.nextInt(LETTERS.length()));
            switch (dice.nextInt(4)) {
                case 0 -> text.insert(at, letter);
                case 1 -> text.delete(at, Math.min(text.length(), at + 1 + dice.nextInt(4)));
                default -> {
                    if (at < text.length()) text.setCharAt(at, letter);
                }
            }
        }
        return text.toString();
    }

    private static boolean read(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (SealException refused) {
            assertThat(refused.fault()).isEqualTo(Fault.MALFORMED);
            return false;
        }
    }

    private static String hex(RandomGenerator dice, int length) {
        return text(dice, "0123456789abcdef", length);
    }

    private static String text(RandomGenerator dice, String letters, int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) text.append(letters.charAt(dice.nextInt(letters.length())));
        return text.toString();
    }
}
