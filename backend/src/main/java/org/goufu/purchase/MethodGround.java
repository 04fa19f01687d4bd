package org.goufu.purchase;

import java.util.Arrays;
import java.util.List;

/** Why a statutory method other than the open tender may be used for a service (domain.md 1.2). */
public enum MethodGround {
    PURCHASED_SERVICE(ProcurementMethod.CONSULTATION, "政府购买服务项目", "财库〔2014〕214号 第三条第（一）项"),
    COMPLEX(ProcurementMethod.CONSULTATION, "技术复杂或者性质特殊，不能确定详细规格或者具体要求", "财库〔2014〕214号 第三条第（二）项"),
    PRICE_UNKNOWN(ProcurementMethod.CONSULTATION, "因服务时间、数量事先不能确定等原因不能事先计算出价格总额", "财库〔2014〕214号 第三条第（三）项"),
    FAILED_TENDER(ProcurementMethod.NEGOTIATION, "招标后没有供应商投标或者没有合格标的，或者重新招标未能成立", "政府采购法 第三十条第（一）项"),
    NOT_SPECIFIABLE(ProcurementMethod.NEGOTIATION, "技术复杂或者性质特殊，不能确定详细规格或者具体要求", "政府采购法 第三十条第（二）项"),
    URGENT(ProcurementMethod.NEGOTIATION, "采用招标所需时间不能满足用户紧急需要", "政府采购法 第三十条第（三）项"),
    TOTAL_UNKNOWN(ProcurementMethod.NEGOTIATION, "不能事先计算出价格总额", "政府采购法 第三十条第（四）项");

    private final ProcurementMethod method;
    private final String officialWords;
    private final String basis;

    MethodGround(ProcurementMethod method, String officialWords, String basis) {
        this.method = method;
        this.officialWords = officialWords;
        this.basis = basis;
    }

    /** Those of a method; none where the law asks for none. */
    public static List<MethodGround> of(ProcurementMethod method) {
        return Arrays.stream(values()).filter(ground -> ground.method == method).toList();
    }

    public ProcurementMethod method() {
        return method;
    }

    /** As a notice says it. */
    public String officialWords() {
        return officialWords;
    }

    public String basis() {
        return basis;
    }
}
