package org.goufu.purchase.domain;

import org.goufu.organization.Certificate;
import org.goufu.organization.SpecialQualification;
import org.goufu.purchase.Requirement;
import org.jspecify.annotations.Nullable;

/** Requirements in the words of an official form, which is Chinese whoever reads it. */
final class OfficialWords {
    private OfficialWords() {}

    static String of(Requirement requirement) {
        return switch (requirement.kind()) {
            case SPECIAL_QUALIFICATION -> "具有有效的" + qualification(requirement.qualification());
            case ANNUAL_INSPECTION -> requirement.year() + "年度检查结论不是不合格";
            case PROFESSIONAL_STAFF ->
                "项目团队中持有" + certificate(requirement.qualification()) + "的人员不少于" + requirement.count() + "名";
            case TEXT -> String.valueOf(requirement.text());
        };
    }

    private static String qualification(@Nullable String code) {
        return switch (SpecialQualification.valueOf(String.valueOf(code))) {
            case ELDERLY_CARE_RECORD -> "养老机构备案";
            case FOOD_BUSINESS_LICENSE -> "食品经营许可证";
            case PRIVATE_SCHOOL_LICENSE -> "民办学校办学许可证";
            case MEDICAL_LICENSE -> "医疗机构执业许可证";
            case NURSERY_RECORD -> "托育机构备案";
            case HR_LICENSE -> "人力资源服务许可证";
            case LABOR_DISPATCH_LICENSE -> "劳务派遣经营许可证";
            case PUBLIC_FUNDRAISING -> "公开募捐资格证书";
        };
    }

    private static String certificate(@Nullable String code) {
        return switch (Certificate.valueOf(String.valueOf(code))) {
            case SOCIAL_WORKER -> "社会工作者职业资格证书";
            case COUNSELLOR -> "心理咨询专业能力证书";
            case NURSE -> "护士执业证书";
            case CARE_WORKER -> "养老护理员证书";
            case DIETITIAN -> "营养师证书";
            case REHABILITATION -> "康复治疗师证书";
            case CHILD_CARE -> "保育师证书";
            case MEDIATOR -> "人民调解员证书";
            case LAWYER -> "律师执业证";
            case ACCOUNTANT -> "会计专业技术资格证书";
            case RESCUER -> "应急救援员证书";
            case SPORTS_INSTRUCTOR -> "社会体育指导员证书";
        };
    }
}
