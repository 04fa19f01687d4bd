package org.goufu.demo.domain;

import java.time.format.DateTimeFormatter;
import org.goufu.demo.DemoPlan;
import org.goufu.purchase.ProcurementMethod;
import org.goufu.purchase.Requirement;

/** Codes and amounts in the words of official forms. */
final class FormWords {
    static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("yyyy年M月").withZone(DemoPlan.zone());

    private FormWords() {}

    static String yuan(long fen) {
        return String.format("%,d 元", fen / 100);
    }

    static String method(ProcurementMethod method) {
        return switch (method) {
            case OPEN_TENDER -> "公开招标";
            case INVITED_TENDER -> "邀请招标";
            case NEGOTIATION -> "竞争性谈判";
            case CONSULTATION -> "竞争性磋商";
            case INQUIRY -> "询价";
            case SINGLE_SOURCE -> "单一来源采购";
            case FRAMEWORK_CLOSED -> "封闭式框架协议";
            case FRAMEWORK_OPEN -> "开放式框架协议";
            case BT_COMPARE -> "公开比选（限额标准以下）";
            case BT_INVITE -> "邀请比选（限额标准以下）";
            case BT_QUOTE -> "询价比价（限额标准以下）";
            case BT_DIRECT -> "直接委托（限额标准以下）";
            case BT_VENTURE -> "公益创投";
            case BT_MICRO -> "社区微项目";
            case BT_EMARKET -> "电子卖场";
        };
    }

    static String requirement(Requirement requirement) {
        return switch (requirement.kind()) {
            case SPECIAL_QUALIFICATION -> "具有有效的" + name(requirement);
            case ANNUAL_INSPECTION -> requirement.year() + "年度检查结论不是不合格";
            case PROFESSIONAL_STAFF -> "项目团队中持有" + name(requirement) + "的人员不少于" + requirement.count() + "名";
            case TEXT -> String.valueOf(requirement.text());
        };
    }

    private static String name(Requirement requirement) {
        return switch (String.valueOf(requirement.qualification())) {
            case "FOOD_BUSINESS_LICENSE" -> "食品经营许可证";
            case "ELDERLY_CARE_RECORD" -> "养老机构备案";
            case "DIETITIAN" -> "营养师证书";
            case "CARE_WORKER" -> "养老护理员证书";
            case "SOCIAL_WORKER" -> "社会工作者职业资格证书";
            case "CHILD_CARE" -> "保育师证书";
            case "COUNSELLOR" -> "心理咨询专业能力证书";
            case "MEDIATOR" -> "人民调解员证书";
            case "LAWYER" -> "律师执业证";
            case "ACCOUNTANT" -> "会计专业技术资格证书";
            case "REHABILITATION" -> "康复治疗师证书";
            case "RESCUER" -> "应急救援员证书";
            case "SPORTS_INSTRUCTOR" -> "社会体育指导员证书";
            default -> "相应资质";
        };
    }
}
