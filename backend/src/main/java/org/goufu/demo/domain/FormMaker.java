package org.goufu.demo.domain;

import java.util.List;
import org.goufu.demo.domain.DemoPurchase.Step;
import org.goufu.kernel.Named;
import org.goufu.purchase.NoticeContent;
import org.goufu.purchase.NoticeContent.Official;
import org.goufu.purchase.NoticeType;
import org.goufu.reference.Regions;
import org.goufu.reference.ServiceCategories;
import org.jspecify.annotations.Nullable;

/** Writes the notices of a purchase, each in its official form (domain.md 1.6). */
final class FormMaker {
    private final ServiceCategories categories;
    private final FormSections sections;

    FormMaker(Regions regions, ServiceCategories categories) {
        this.categories = categories;
        this.sections = new FormSections(regions, categories);
    }

    NoticeContent notice(DemoPurchase purchase, Step step) {
        var offers = step.type == NoticeType.PROCUREMENT || step.type == NoticeType.SINGLE_SOURCE;
        return new NoticeContent(
                step.number,
                purchase.id,
                purchase.number,
                step.type,
                step.format,
                title(purchase, step),
                summary(purchase, step),
                new Named(purchase.department.id(), purchase.department.name()),
                purchase.department.regionCode(),
                purchase.method,
                purchase.amountFen(),
                step.at,
                step.deadline,
                step.deadline,
                official(purchase, step),
                description(purchase, step),
                purchase.contact,
                offers ? purchase.lots : List.of(),
                sections.of(purchase, step),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Above the purchase limit Goufu repeats what the provincial portal published; the demo's references lead nowhere on purpose. */
    private static @Nullable Official official(DemoPurchase purchase, Step step) {
        if (purchase.method.isBelowLimit()) {
            return null;
        }
        var reference = "DEMO-" + step.number;
        return new Official(
                "四川政府采购网",
                "https://sichuan-portal.example.invalid/notices/" + reference,
                reference,
                step.at.minusSeconds(1_800));
    }

    private static String title(DemoPurchase purchase, Step step) {
        var what = switch (step.type) {
            case INTENTION -> purchase.department.name() + FormWords.MONTH.format(step.at) + "政府采购意向：" + purchase.title;
            case PROCUREMENT -> purchase.title + " " + invitation(step.format, purchase);
            case SINGLE_SOURCE -> purchase.title + " 单一来源采购公示";
            case CORRECTION -> purchase.title + " 更正公告";
            case RESULT -> purchase.title + (step.format.equals("N05") ? " 中标（成交）结果公告" : " 采购结果公示");
            case TERMINATION -> purchase.title + " 终止公告";
            case CONTRACT -> purchase.title + " 合同公告";
            case CONTRACT_CHANGE -> purchase.title + " 合同变更公告";
            case ACCEPTANCE -> purchase.title + " 验收结果公告";
            case PERFORMANCE -> purchase.title + " 绩效评价结果公告";
        };
        return what.replace("  ", " ");
    }

    private static String invitation(String format, DemoPurchase purchase) {
        return switch (format) {
            case "N03" -> "招标公告";
            case "N04" -> purchase.method.name().equals("CONSULTATION") ? "竞争性磋商公告" : "竞争性谈判公告";
            case "N17" -> "框架协议征集公告";
            case "P03" -> "公益创投征集公告";
            default -> "采购公告";
        };
    }

    private String summary(DemoPurchase purchase, Step step) {
        var buyer = purchase.department.name();
        var what = categories.coded(purchase.service.category()).name();
        return switch (step.type) {
            case INTENTION -> buyer + "计划购买" + what + "服务，预算" + FormWords.yuan(purchase.amountFen()) + "。";
            case PROCUREMENT, SINGLE_SOURCE ->
                buyer + "购买" + what + "服务，预算" + FormWords.yuan(purchase.amountFen()) + "。";
            case CORRECTION -> buyer + "更正了“" + purchase.title + "”的采购公告。";
            case RESULT -> "“" + purchase.title + "”由" + purchase.provider + "承接。";
            case TERMINATION -> "“" + purchase.title + "”终止采购。";
            case CONTRACT -> buyer + "与" + purchase.provider + "签订" + what + "服务合同。";
            case CONTRACT_CHANGE -> buyer + "与" + purchase.provider + "变更了合同。";
            case ACCEPTANCE -> purchase.provider + "提供的" + what + "服务通过验收。";
            case PERFORMANCE -> "“" + purchase.title + "”完成绩效评价。";
        };
    }

    static String description(DemoPurchase purchase, Step step) {
        return switch (step.type) {
            case INTENTION, PROCUREMENT, SINGLE_SOURCE -> purchase.description;
            case CORRECTION -> "将原公告“服务要求”中的报送频次由“按月”更正为“按季度”，不涉及采购标的和资格条件，提交截止时间不变。";
            case RESULT ->
                "经评审，确定" + purchase.provider + "为“" + purchase.title + "”的承接主体。服务对象：" + purchase.service.audience()
                        + "。";
            case TERMINATION -> "至提交截止时间，递交响应文件的供应商不足三家，本次采购终止。采购人将调整需求后重新组织采购。";
            case CONTRACT -> "合同约定：" + String.join("；", purchase.service.tasks().subList(0, 3)) + "。";
            case CONTRACT_CHANGE -> "因服务对象人数增加，经双方协商，增加服务量并签订补充合同，增加金额不超过原合同金额的百分之十。";
            case ACCEPTANCE ->
                "验收组查阅了服务档案，走访了服务对象，认为服务内容、数量和质量达到合同约定："
                        + purchase.service.measures().getFirst() + "。";
            case PERFORMANCE -> "绩效评价围绕产出、效益和满意度展开，项目目标总体实现，建议巩固服务成效、完善资料归档。";
        };
    }
}
