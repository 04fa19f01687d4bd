package org.goufu.organization;

/** Licences and records that a service needs by law; texts stand in the bundles under {@code qualification.<name>}. */
public enum SpecialQualification {
    ELDERLY_CARE_RECORD,
    FOOD_BUSINESS_LICENSE,
    PRIVATE_SCHOOL_LICENSE,
    MEDICAL_LICENSE,
    NURSERY_RECORD,
    HR_LICENSE,
    LABOR_DISPATCH_LICENSE,
    PUBLIC_FUNDRAISING
}
