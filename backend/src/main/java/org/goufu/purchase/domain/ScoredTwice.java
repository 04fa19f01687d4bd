package org.goufu.purchase.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.goufu.purchase.Finding;
import org.goufu.purchase.Requirement;
import org.jspecify.annotations.Nullable;

/** F06: what admits a bidder cannot be scored again (87号令 第55条). */
final class ScoredTwice {
    private static final int SHORTEST_SHARED_WORDS = 6;

    private ScoredTwice() {}

    static List<Finding> check(Content content) {
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < content.lots().size(); i++) {
            var lot = content.lots().get(i);
            for (int k = 0; k < lot.criteria().size(); k++) {
                var name = lot.criteria().get(k).name();
                if (name != null && lot.requirements().stream().anyMatch(one -> isIn(name, one))) {
                    findings.add(Finding.error("/lots/" + i + "/criteria/" + k + "/name", "F06", name));
                }
            }
        }
        return findings;
    }

    private static boolean isIn(String criterion, Requirement requirement) {
        return switch (requirement.kind()) {
            case SPECIAL_QUALIFICATION, PROFESSIONAL_STAFF -> speaksOf(criterion, requirement.qualification());
            case ANNUAL_INSPECTION ->
                Pattern.compile("年检|年度检查").matcher(criterion).find();
            case TEXT -> sharesWords(criterion, requirement.text());
        };
    }

    private static boolean speaksOf(String criterion, @Nullable String qualification) {
        if (qualification == null) {
            return false;
        }
        var words = switch (qualification) {
            case "ELDERLY_CARE_RECORD" -> "养老机构备案";
            case "FOOD_BUSINESS_LICENSE" -> "食品经营许可|食品许可|餐饮许可";
            case "PRIVATE_SCHOOL_LICENSE" -> "办学许可";
            case "MEDICAL_LICENSE" -> "医疗机构执业许可|执业许可";
            case "NURSERY_RECORD" -> "托育机构备案|托育备案";
            case "HR_LICENSE" -> "人力资源服务许可";
            case "SOCIAL_WORKER" -> "社工证|社会工作者(?:职业)?(?:资格|水平)?证|持证社工|社会工作师";
            case "COUNSELLOR" -> "心理咨询师";
            case "NURSE" -> "护士(?:执业)?证|护士资格";
            case "DIETITIAN" -> "营养师";
            case "MEDIATOR" -> "调解员证";
            default -> "(?!)";
        };
        return Pattern.compile(words)
                .matcher(PlainText.of(criterion).toString())
                .find();
    }

    /** Enough of the same words in a row mean the same thing. */
    private static boolean sharesWords(String criterion, @Nullable String text) {
        if (text == null) {
            return false;
        }
        var name = PlainText.of(criterion).toString();
        var condition = PlainText.of(text).toString();
        for (int i = 0; i + SHORTEST_SHARED_WORDS <= name.length(); i++) {
            if (condition.contains(name.substring(i, i + SHORTEST_SHARED_WORDS))) {
                return true;
            }
        }
        return name.length() >= 4 && condition.contains(name);
    }
}
