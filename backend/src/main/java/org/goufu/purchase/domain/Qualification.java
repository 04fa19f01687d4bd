package org.goufu.purchase.domain;

import java.util.Arrays;
import java.util.Optional;

/** Licences, records and certificates that a service may lawfully need, with their official names. */
public enum Qualification {
    ELDERLY_CARE_RECORD(Sort.LICENCE, "养老机构备案"),
    FOOD_BUSINESS_LICENSE(Sort.LICENCE, "食品经营许可证"),
    PRIVATE_SCHOOL_LICENSE(Sort.LICENCE, "民办学校办学许可证"),
    MEDICAL_LICENSE(Sort.LICENCE, "医疗机构执业许可证"),
    NURSERY_RECORD(Sort.LICENCE, "托育机构备案"),
    HR_LICENSE(Sort.LICENCE, "人力资源服务许可证"),
    SOCIAL_WORKER(Sort.CERTIFICATE, "社会工作者职业资格证书"),
    COUNSELLOR(Sort.CERTIFICATE, "心理咨询师证书"),
    NURSE(Sort.CERTIFICATE, "护士执业证书"),
    DIETITIAN(Sort.CERTIFICATE, "营养师证书"),
    MEDIATOR(Sort.CERTIFICATE, "人民调解员证书");

    /** Whether a body holds it or a person. */
    public enum Sort {
        LICENCE,
        CERTIFICATE
    }

    private final Sort sort;
    private final String officialName;

    Qualification(Sort sort, String officialName) {
        this.sort = sort;
        this.officialName = officialName;
    }

    public Sort sort() {
        return sort;
    }

    public String officialName() {
        return officialName;
    }

    public static Optional<Qualification> find(String code, Sort sort) {
        return Arrays.stream(values())
                .filter(known -> known.sort == sort && known.name().equals(code))
                .findFirst();
    }
}
