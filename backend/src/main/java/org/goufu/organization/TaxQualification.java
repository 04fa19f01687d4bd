package org.goufu.organization;

/** What the tax authorities grant for a time; texts stand in the bundles under {@code qualification.<name>}. */
public enum TaxQualification {
    /** 非营利组织免税资格 (企业所得税法 第26条). */
    INCOME_EXEMPTION,
    /** 公益性捐赠税前扣除资格 (企业所得税法 第9条). */
    DONATION_DEDUCTION
}
