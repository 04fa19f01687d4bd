package org.goufu.organization.domain;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.goufu.organization.LegalForm;
import org.jspecify.annotations.Nullable;

/**
 * Reads what people type into the cells of a register.
 *
 * <p>Empty means that it makes no sense. Nothing is guessed: a date without a month or an amount of half a fen is refused.
 */
public final class TypedForms {
    private static final Set<String> NOTHING = Set.of("", "-", "--", "—", "——", "/", "\\", "无", "暂无", "不详", "N/A", "空");
    private static final Pattern YEAR_MONTH_DAY = Pattern.compile(
            "((?:19|20)\\d{2})\\s*[年./-]\\s*(\\d{1,2})(?:\\s*[月./-]\\s*(?:(\\d{1,2})\\s*日?)?)?(?:[T\\s]+\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)?");
    private static final Pattern DIGITS = Pattern.compile("((?:19|20)\\d{2})(0[1-9]|1[0-2])(\\d{2})?");
    private static final Pattern SERIAL = Pattern.compile("(\\d{5})(?:\\.\\d+)?");
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);

    private static final Pattern AMOUNT = Pattern.compile(
            "(?:人民币|RMB|CNY|¥)?\\s*(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)\\s*(亿|千万|百万|十万|万|千|百)?\\s*(?:元|圆)?(?:人民币|整)?");
    private static final Map<String, Integer> ZEROS = Map.of("百", 2, "千", 3, "万", 4, "十万", 5, "百万", 6, "千万", 7, "亿", 8);
    private static final int LARGEST_DIGITS = 15;

    private static final Pattern GRADE = Pattern.compile("(?:评估)?(?:等级)?[:]?(?:([1-5一二三四五])A|A([1-5])|(A{1,5}))级?");
    private static final Pattern INSPECTION = Pattern.compile(
            "(?:((?:19|20)\\d{2})(?:年度|年)?(?:年检|检查)?[:\\-(]?)?\\s*(基本合格|不合格|合格|未参检|未参加年检|未参加|未年检|未检|未报送)[)]?");
    private static final Map<String, String> CONCLUSIONS =
            Map.of("合格", "QUALIFIED", "基本合格", "BASICALLY", "不合格", "UNQUALIFIED");
    private static final String CHINESE_DIGITS = "〇一二三四五六七八九";
    private static final Pattern LOST_DIGITS = Pattern.compile("\\d(\\.\\d+)?E\\+?\\d+");
    private static final int CODE_LENGTH = 18;

    private TypedForms() {}

    /** Full-width characters made half-width, apart from what surrounds them. */
    static String narrow(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('\u00a0', ' ')
                .replace('。', '.')
                .replace('、', ',')
                .strip();
    }

    /** Whether a cell is only a sign that there is nothing to say. */
    public static boolean saysNothing(String text) {
        return NOTHING.contains(narrow(text).toUpperCase(Locale.ROOT));
    }

    /** As it stands, with every run of white space made one space. */
    public static String words(String text) {
        return text.strip().replaceAll("[\\s\u00a0\u3000]+", " ");
    }

    /** A name without any white space: it has none in the registry, and people space short ones out. */
    public static String name(String text) {
        return text.replaceAll("[\\s\u00a0\u3000\ufeff]+", "").replace('（', '(').replace('）', ')');
    }

    /** Without the spaces and hyphens that make a long code readable; in capitals. */
    public static String code(String text) {
        return narrow(text).replaceAll("[\\s\\-.'·]", "").toUpperCase(Locale.ROOT);
    }

    /** Whether a spreadsheet program took a code for a number and threw its last digits away. */
    public static boolean lostDigits(String text) {
        var narrow = narrow(text).toUpperCase(Locale.ROOT);
        return LOST_DIGITS.matcher(narrow).matches() || narrow.length() == CODE_LENGTH && narrow.matches("\\d{15}000");
    }

    /** A day; a month means its first day. Knows serial numbers of spreadsheets, full-width and Chinese digits. */
    public static Optional<LocalDate> date(String text) {
        var narrow = chineseDigits(narrow(text));
        var serial = SERIAL.matcher(narrow);
        if (serial.matches()) return within(SERIAL_ZERO.plusDays(Long.parseLong(serial.group(1))));
        for (var pattern : new Pattern[] {YEAR_MONTH_DAY, DIGITS}) {
            var matcher = pattern.matcher(narrow);
            if (matcher.matches()) return day(matcher.group(1), matcher.group(2), matcher.group(3));
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, @Nullable String day) {
        try {
            return within(LocalDate.of(
                    Integer.parseInt(year), Integer.parseInt(month), day == null ? 1 : Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> within(LocalDate day) {
        return day.isBefore(EARLIEST) || !day.isBefore(LATEST) ? Optional.empty() : Optional.of(day);
    }

    /** 二〇二四年十二月三日 as 2024年12月3日. */
    private static String chineseDigits(String text) {
        if (text.codePoints().noneMatch(c -> CHINESE_DIGITS.indexOf(c) >= 0 || c == '十' || c == '零')) return text;
        var digits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i) == '零' || text.charAt(i) == '○' ? '〇' : text.charAt(i);
            int digit = CHINESE_DIGITS.indexOf(c);
            if (c == '十') {
                boolean before = i > 0 && CHINESE_DIGITS.indexOf(text.charAt(i - 1)) >= 0;
                boolean after = i + 1 < text.length() && CHINESE_DIGITS.indexOf(text.charAt(i + 1)) >= 0;
                digits.append(before ? "" : "1").append(after ? "" : "0");
            } else {
                digits.append(digit < 0 ? String.valueOf(c) : String.valueOf(digit));
            }
        }
        return digits.toString();
    }

    /**
     * Money in fen.
     *
     * @param inTenThousands whether the heading says 万元; what the cell itself says counts more
     */
    public static OptionalLong fen(String text, boolean inTenThousands) {
        var narrow = narrow(text).toUpperCase(Locale.ROOT);
        var amount = AMOUNT.matcher(narrow);
        if (!amount.matches()) return OptionalLong.empty();
        var unit = amount.group(2);
        boolean said = unit != null || narrow.endsWith("元") || narrow.endsWith("整");
        int zeros =
                unit != null ? ZEROS.getOrDefault(unit, 0) : !said && inTenThousands ? ZEROS.getOrDefault("万", 0) : 0;
        var fen = new BigDecimal(amount.group(1).replace(",", ""))
                .movePointRight(zeros + 2)
                .stripTrailingZeros();
        return fen.scale() > 0 || fen.precision() - fen.scale() > LARGEST_DIGITS
                ? OptionalLong.empty()
                : OptionalLong.of(fen.longValueExact());
    }

    /** {@code A1} to {@code A5}, from 5A, AAAAA, 五A级, A5. */
    public static Optional<String> grade(String text) {
        var matcher = GRADE.matcher(code(text));
        if (!matcher.matches()) return Optional.empty();
        if (matcher.group(3) != null) return Optional.of("A" + matcher.group(3).length());
        var digit = matcher.group(1) == null ? matcher.group(2) : chineseDigits(matcher.group(1));
        return Optional.of("A" + digit);
    }

    /**
     * Conclusions of annual inspections by year: 2024年合格、2025基本合格, or 合格 alone.
     *
     * @param year the year of the heading or of the column beside it; null when neither names one
     * @return empty when a part of it makes no sense or has no year
     */
    public static Map<Integer, String> inspections(String text, @Nullable Integer year) {
        var found = new LinkedHashMap<Integer, String>();
        for (var part : narrow(text).split("[,;/\n]+|(?<=格|检|加|送)\\s+")) {
            var matcher = INSPECTION.matcher(part.strip());
            if (!matcher.matches()) return Map.of();
            var itsYear = matcher.group(1) == null ? year : Integer.valueOf(matcher.group(1));
            if (itsYear == null) return Map.of();
            found.put(itsYear, CONCLUSIONS.getOrDefault(matcher.group(2), "NOT_TAKEN"));
        }
        return found;
    }

    /** The year that a heading or a cell names. */
    public static Optional<Integer> year(String text) {
        Matcher matcher = Pattern.compile("(?:19|20)\\d{2}").matcher(narrow(text));
        return matcher.find() ? Optional.of(Integer.valueOf(matcher.group())) : Optional.empty();
    }

    /** The value of a STATUS fact. */
    public static Optional<String> status(String text) {
        return Optional.ofNullable(
                switch (words(text)) {
                    case "正常", "存续", "在业", "有效" -> "NORMAL";
                    case "限期停止活动", "停止活动" -> "SUSPENDED";
                    case "撤销", "已撤销", "撤销登记", "吊销", "已吊销" -> "REVOKED";
                    case "注销", "已注销" -> "CANCELLED";
                    case "清算", "清算中" -> "LIQUIDATING";
                    default -> null;
                });
    }

    public static Optional<LegalForm> legalForm(String text) {
        return Optional.ofNullable(
                switch (words(text)) {
                    case "社会团体", "社团" -> LegalForm.ASSOCIATION;
                    case "社会服务机构", "民办非企业单位", "民非", "民办非企业" -> LegalForm.SERVICE_INSTITUTION;
                    case "基金会" -> LegalForm.FOUNDATION;
                    default -> null;
                });
    }

    /** Which of the two lists a cell names, {@code ABNORMAL} and {@code SERIOUS}; none of them where it says that all is well. */
    public static Optional<Set<ImportField>> lists(String text) {
        var lists = EnumSet.noneOf(ImportField.class);
        for (var part : narrow(text).split("[,;/+和及]|\\s+")) {
            switch (part) {
                case "异常", "活动异常", "异常名录", "活动异常名录", "列入异常名录" -> lists.add(ImportField.ABNORMAL);
                case "失信", "严重失信", "严重违法", "严重违法失信", "失信名单", "严重违法失信名单" -> lists.add(ImportField.SERIOUS);
                case "正常", "否", "未列入", "良好", "守信" -> {}
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(lists);
    }

    /** Whether a body stands on a list. */
    public static Optional<Boolean> yesOrNo(String text) {
        return Optional.ofNullable(
                switch (code(text)) {
                    case "是", "有", "Y", "YES", "1", "√", "列入", "已列入", "异常", "失信" -> true;
                    case "否", "没有", "N", "NO", "0", "×", "X", "未列入", "正常", "已移出", "移出" -> false;
                    default -> null;
                });
    }
}
