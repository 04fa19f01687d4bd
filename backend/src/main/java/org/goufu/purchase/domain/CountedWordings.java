package org.goufu.purchase.domain;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.goufu.purchase.Finding;
import org.goufu.purchase.domain.Content.Place;
import org.goufu.purchase.domain.Content.Wording;

/** Wordings in which a number decides whether they are lawful: past contracts, terms, deposits. */
final class CountedWordings {
    private static final Pattern PAST_CONTRACTS = Pattern.compile(
            "(?:同类|类似|相似|相同|相关|同种)[^。;!?,\\d]{0,10}(?:业绩|项目|案例|合同|经验)[^。;!?,\\d]{0,8}(\\d+)(?:个|项|份|次|例|单)(?!月|工作日)"
                    + "|(?:不少于|至少|具有|具备|提供|完成过?|承接过?|承担过?|有)[^。;!?,\\d]{0,4}(\\d+)(?:个|项|份|次|例)(?:\\([^)]{0,4}\\))?(?:及|或|含)?(?:以上)?的?[^。;!?,]{0,8}(?:同类|类似|相似|相关)[^。;!?,]{0,10}(?:业绩|项目|案例|合同)"
                    + "|(?:业绩|案例)[^。;!?,\\d]{0,6}(\\d+)(?:个|项|份|次|例|单)(?:\\([^)]{0,4}\\))?(?:及|或|含)?以上");
    private static final Pattern BIDS = Pattern.compile("供应商|响应人|投标人|承接|参选|申请人|资格|须|必须|应|具有|具备|提供|至少|不少于");
    private static final Pattern SCORED =
            Pattern.compile("[得计加]\\d+(?:\\.\\d+)?分|每(?:有|提供|增加|具有|承接)?1[个项份次例]|最高\\d+分|满分");
    private static final Pattern TERM = Pattern.compile(
            "(?:服务期限?|服务周期|服务时间|合同(?:履行|服务)?期限?|履行期限|履约期限?|(?:项目)?(?:实施|执行)周期|(?:项目)?实施期限?|委托期限?|运营期限?|采购周期)[^。;!?,\\d]{0,8}(\\d+(?:\\.\\d+)?)(年|个月|月|天|日)(?!前|底|起)");
    private static final Pattern CONTINUED =
            Pattern.compile("内容(?:相对)?固定|连续性强|资金来源稳定|价格变化幅度小|1年1签|[一1]年[一1]签|1采[多3]年|预算保障");
    private static final Pattern BID_DEPOSIT =
            Pattern.compile("(?:投标|响应|比选|磋商|报价|谈判)保证金[^。;!?,%]{0,14}?(?:百分之(\\d+)|(\\d+(?:\\.\\d+)?)%)");
    private static final Pattern BOND =
            Pattern.compile("履约(?:保证金|担保)[^。;!?,%]{0,14}?(?:百分之(\\d+)|(\\d+(?:\\.\\d+)?)%)");
    private static final Pattern CASH_ONLY = Pattern.compile("保证金[^。;!?,]{0,8}(?:现金|仅限转账|只接受转账)");

    private CountedWordings() {}

    static Stream<Finding> read(Wording wording, PlainText text) {
        return Stream.of(
                        pastContracts(wording, text),
                        term(wording, text),
                        share(wording, text, BID_DEPOSIT, 2),
                        share(wording, text, BOND, 10),
                        cash(wording, text))
                .flatMap(Optional::stream);
    }

    /** F05: three or more as a qualification never; one or two only with a reason (财库〔2021〕22号 第18条). */
    private static Optional<Finding> pastContracts(Wording wording, PlainText text) {
        var matcher = PAST_CONTRACTS.matcher(text.toString());
        while (wording.place() != Place.CRITERION && matcher.find()) {
            var sentence = sentence(text.toString(), matcher);
            var asked = wording.place() == Place.REQUIREMENT
                    || BIDS.matcher(sentence).find();
            if (asked && !SCORED.matcher(sentence).find()) {
                var severity = number(matcher) >= 3 ? Finding.Severity.ERROR : Finding.Severity.WARNING;
                return Optional.of(new Finding(severity, wording.pointer(), "F05", List.of(text.excerpt(matcher))));
            }
        }
        return Optional.empty();
    }

    /** F14: more than three years never, more than one only with the statement of 102号令 第24条. */
    private static Optional<Finding> term(Wording wording, PlainText text) {
        var matcher = TERM.matcher(text.toString());
        Optional<Finding> found = Optional.empty();
        while (matcher.find()) {
            var months = months(Double.parseDouble(matcher.group(1)), matcher.group(2));
            if (months > 36) {
                return Optional.of(Finding.error(wording.pointer(), "F14", text.excerpt(matcher)));
            }
            if (months > 12 && !CONTINUED.matcher(text.toString()).find()) {
                found = Optional.of(Finding.warning(wording.pointer(), "F14", text.excerpt(matcher)));
            }
        }
        return found;
    }

    private static double months(double amount, String unit) {
        return switch (unit) {
            case "年" -> amount > 100 ? 0 : amount * 12;
            case "天", "日" -> amount / 30.5;
            default -> amount;
        };
    }

    /** F16: a bid deposit of at most 2 %, a bond of at most 10 %, never in cash alone (条例 第33、48条). */
    private static Optional<Finding> share(Wording wording, PlainText text, Pattern pattern, double most) {
        return pattern.matcher(text.toString())
                .results()
                .filter(match -> Double.parseDouble(match.group(1) == null ? match.group(2) : match.group(1)) > most)
                .findFirst()
                .map(match -> Finding.error(wording.pointer(), "F16", text.excerpt(match)));
    }

    private static Optional<Finding> cash(Wording wording, PlainText text) {
        return CASH_ONLY
                .matcher(text.toString())
                .results()
                .filter(match -> !match.group().contains("不"))
                .findFirst()
                .map(match -> Finding.error(wording.pointer(), "F16", text.excerpt(match)));
    }

    private static long number(Matcher matcher) {
        for (int i = 1; i <= matcher.groupCount(); i++) {
            if (matcher.group(i) != null) {
                return Long.parseLong(matcher.group(i)
                        .substring(0, Math.min(9, matcher.group(i).length())));
            }
        }
        return 0;
    }

    private static String sentence(String text, Matcher matcher) {
        var start = Math.max(text.lastIndexOf('。', matcher.start()), text.lastIndexOf(';', matcher.start())) + 1;
        var end = text.indexOf('。', matcher.end());
        return text.substring(start, end < 0 ? text.length() : end);
    }
}
