package org.goufu.purchase.domain;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A text as the linter reads it: half-width, simplified, without spaces, marks and quotation signs, Chinese numerals as digits;
 * so that 成 立 満 叁 年 reads like 成立满3年. It remembers where each character came from.
 */
final class PlainText {
    private static final String DECORATION = "·•*_~^|`'\"“”‘’「」『』《》〈〉【】[]{}";
    private static final String TRADITIONAL = "滿満註冊冊資質業績實際區縣鄉鎮須備證書類競團體機構單關聯與擁產員總額數營圍專門億萬應當從優標價級個歲現場經驗獎項評估";
    private static final String SIMPLIFIED = "满满注册册资质业绩实际区县乡镇须备证书类竞团体机构单关联与拥产员总额数营围专门亿万应当从优标价级个岁现场经验奖项评估";
    private static final Map<Character, Character> SIMPLER = IntStream.range(0, TRADITIONAL.length())
            .boxed()
            .collect(Collectors.toMap(TRADITIONAL::charAt, SIMPLIFIED::charAt, (one, same) -> one));
    private static final Pattern NUMERAL = Pattern.compile("(?:(?<=百分之)[〇零一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟]+"
            + "|[〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟廿卅]+"
            + "(?=[年月周天日元人名次项份倍级星家岁例单位A%]|个|平方|以上|及以上))");

    private final String original;
    private final StringBuilder plain = new StringBuilder();
    private int[] origin;

    private PlainText(String original) {
        this.original = original;
        this.origin = new int[original.length() * 2 + 16];
    }

    static PlainText of(String original) {
        var text = new PlainText(original);
        text.simplify();
        return text.withDigits();
    }

    @Override
    public String toString() {
        return plain.toString();
    }

    /** What stands in the original where the match was found. */
    String excerpt(MatchResult match) {
        var last = origin[match.end() - 1];
        return original.substring(origin[match.start()], last + Character.charCount(original.codePointAt(last)));
    }

    private void simplify() {
        for (int i = 0; i < original.length(); ) {
            var point = original.codePointAt(i);
            var width = Character.charCount(point);
            if (!isIgnorable(point)) {
                var form = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC);
                for (int k = 0; k < form.length(); k++) {
                    append(simpler(form.charAt(k)), i);
                }
            }
            i += width;
        }
    }

    private static boolean isIgnorable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> true;
            default -> DECORATION.indexOf(point) >= 0;
        };
    }

    private static char simpler(char sign) {
        return SIMPLER.getOrDefault(sign, Character.toUpperCase(sign));
    }

    private void append(char sign, int from) {
        // NFKC of a single sign may be long (㍿); what does not fit cannot matter to a rule.
        if (sign > ' ' && plain.length() < origin.length) {
            origin[plain.length()] = from;
            plain.append(sign);
        }
    }

    private PlainText withDigits() {
        var digits = new PlainText(original);
        var done = 0;
        var matcher = NUMERAL.matcher(plain);
        while (matcher.find()) {
            copy(digits, done, matcher.start());
            var number = Long.toString(ChineseNumerals.value(matcher.group()));
            for (int i = 0; i < number.length(); i++) {
                var at = Math.min(matcher.start() + i, matcher.end() - 1);
                digits.append(number.charAt(i), origin[at]);
            }
            done = matcher.end();
        }
        copy(digits, done, plain.length());
        return digits;
    }

    private void copy(PlainText to, int from, int until) {
        for (int i = from; i < until; i++) {
            to.append(plain.charAt(i), origin[i]);
        }
    }
}
