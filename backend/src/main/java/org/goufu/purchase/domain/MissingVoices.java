package org.goufu.purchase.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.goufu.purchase.Finding;

/**
 * F17, F19: a public service asks the people it is for, before (条例 第15条) and after (条例 第45条). F18: a public service, a large
 * purchase or software made to order begins with a survey of the need and the market (财库〔2021〕22号 第11条).
 */
final class MissingVoices {
    private static final Pattern ACCEPTANCE =
            Pattern.compile("满意度|满意率|服务对象(?:代表)?(?:参与|评价|反馈|意见)|(?:居民|群众|老人|用户|家属)(?:代表)?(?:评价|评议|参与验收|参加验收|反馈)");
    private static final Pattern ASKED = Pattern.compile("征求|征集|需求调研|需求调查|需求评估|议事|座谈|问卷|走访|听取|收集需求|居民提议");
    private static final Pattern SURVEYED =
            Pattern.compile("(?:需求|市场)(?:调查|调研|评估|摸底)|调研|问卷|需求论证|(?:咨询|走访|征询|询问)[^,;。!?]{0,10}(?:供应商|市场主体|机构|社会组织)");
    private static final Pattern MADE_TO_ORDER = Pattern.compile("(?:软件|系统|平台|小程序|APP)[^,;。!?]{0,6}(?:开发|定制|建设)|定制开发");
    /** 1,000 万元 (财库〔2021〕22号 第11条第(一)项). */
    private static final long LARGE_FEN = 1_000_000_000L;

    private static final String PUBLIC_SERVICES = "A";

    private MissingVoices() {}

    static List<Finding> check(Content content) {
        var isPublic = content.lots().stream()
                .anyMatch(
                        lot -> lot.categoryCode() != null && lot.categoryCode().startsWith(PUBLIC_SERVICES));
        var findings = new ArrayList<Finding>();
        if (content.description() == null) {
            return findings;
        }
        var all = content.wordings()
                .map(wording -> String.valueOf(wording.text()))
                .collect(Collectors.joining("\n"));
        var needsSurvey = isPublic
                || content.budgetFen() >= LARGE_FEN
                || MADE_TO_ORDER.matcher(all).find();
        if (needsSurvey && !SURVEYED.matcher(all).find()) {
            findings.add(Finding.warning("/description", "F18"));
        }
        if (isPublic) {
            if (!ACCEPTANCE.matcher(all).find()) {
                findings.add(Finding.warning("/description", "F17"));
            }
            if (!ASKED.matcher(all).find()) {
                findings.add(Finding.warning("/description", "F19"));
            }
        }
        return findings;
    }
}
