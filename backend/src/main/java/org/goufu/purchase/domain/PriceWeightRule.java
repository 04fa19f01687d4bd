package org.goufu.purchase.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.goufu.purchase.Criterion;
import org.goufu.purchase.Finding;
import org.goufu.purchase.ProcurementMethod;
import org.jspecify.annotations.Nullable;

/**
 * F11: for services the price weighs 10 to 30 of 100 points, in a tender at least 10, exactly 10 for government information systems, and
 * nothing where the price is fixed (domain.md 1.7.2, 1.8; 87号令 第55条, 财库〔2014〕214号 第24条, 财库〔2017〕210号).
 */
final class PriceWeightRule {
    private static final int LEAST = 10;
    private static final int MOST = 30;
    private static final int ALL = 100;
    private static final String INFORMATION_SYSTEMS = "B10";
    private static final Pattern FIXED_PRICE = Pattern.compile("固定价格采购|政府定价|国家定价|统一定价|价格不作为评审因素|不竞价");

    private PriceWeightRule() {}

    static List<Finding> check(Content content) {
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < content.lots().size(); i++) {
            var lot = content.lots().get(i);
            var complete = !lot.criteria().isEmpty()
                    && lot.criteria().stream().allMatch(one -> one.weight() != null && one.kind() != null);
            if (complete && !lawful(weight(lot), lot, content)) {
                findings.add(Finding.error("/lots/" + i + "/criteria", "F11", weight(lot), LEAST, most(lot, content)));
            }
        }
        return findings;
    }

    private static boolean lawful(int weight, LotContent lot, Content content) {
        if (weight == 0) {
            return isFixed(content.description()) || isFixed(lot.description());
        }
        return weight >= LEAST && weight <= most(lot, content);
    }

    /** For tenders the law has a floor alone (87号令 第55条). */
    private static int most(LotContent lot, Content content) {
        if (isInformationSystem(lot)) return LEAST;
        return content.method() == ProcurementMethod.OPEN_TENDER ? ALL : MOST;
    }

    private static boolean isInformationSystem(LotContent lot) {
        return lot.categoryCode() != null && lot.categoryCode().startsWith(INFORMATION_SYSTEMS);
    }

    private static boolean isFixed(@Nullable String text) {
        return text != null && FIXED_PRICE.matcher(text).find();
    }

    private static int weight(LotContent lot) {
        return lot.criteria().stream()
                .filter(criterion -> criterion.kind() == Criterion.Kind.PRICE)
                .map(Criterion::weight)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sum();
    }
}
