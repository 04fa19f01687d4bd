package org.goufu.purchase.domain;

/** Reads numbers that are written in Chinese numerals, the banker's forms included. */
final class ChineseNumerals {
    private static final String DIGITS = "零一二三四五六七八九";
    private static final String BANKERS = "〇壹贰叁肆伍陆柒捌玖";

    private ChineseNumerals() {}

    /** 三 is 3, 十二 is 12, 二〇二五 is 2025, 五十万 is 500,000; a long row of signs is cut at the size of a long. */
    static long value(String numeral) {
        return numeral.chars().anyMatch(sign -> unit((char) sign) > 1) ? counted(numeral) : spelled(numeral);
    }

    private static long spelled(String numeral) {
        long value = 0;
        for (int i = 0; i < Math.min(numeral.length(), 15); i++) {
            value = value * 10 + digit(numeral.charAt(i));
        }
        return value;
    }

    private static long counted(String numeral) {
        long total = 0;
        long section = 0;
        long digit = 0;
        for (int i = 0; i < Math.min(numeral.length(), 24); i++) {
            var unit = unit(numeral.charAt(i));
            if (unit == 1) {
                digit = digit(numeral.charAt(i));
            } else if (unit < 10_000) {
                section += Math.max(digit, 1) * unit;
                digit = 0;
            } else {
                total = (total + Math.max(section + digit, 1)) * unit;
                section = 0;
                digit = 0;
            }
        }
        return total + section + digit;
    }

    private static long unit(char sign) {
        return switch (sign) {
            case '十', '拾' -> 10;
            case '廿' -> 20;
            case '卅' -> 30;
            case '百', '佰' -> 100;
            case '千', '仟' -> 1_000;
            case '万' -> 10_000;
            case '亿' -> 100_000_000;
            default -> 1;
        };
    }

    private static long digit(char sign) {
        if (sign == '两') {
            return 2;
        }
        return Math.max(DIGITS.indexOf(sign), BANKERS.indexOf(sign));
    }
}
