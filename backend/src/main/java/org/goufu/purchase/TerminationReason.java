package org.goufu.purchase;

/** Why a lot ends without a result (政府采购法 第36条; 令74 第37条 for the last but two). */
public enum TerminationReason {
    /** 有效供应商不足: said by the opening or the evaluation alone. */
    LESS_THAN_THREE("递交响应文件或者通过审查的供应商不足规定家数"),
    ILLEGAL_ACT("出现影响采购公正的违法、违规行为"),
    OVER_BUDGET("响应报价均超过采购预算，采购人不能支付"),
    TASK_CANCELLED("因重大变故，采购任务取消"),
    METHOD_NOT_APPLICABLE("因情况变化，不再符合规定的采购方式适用情形"),
    DOC_DEFECT("采购文件存在违反法律规定的内容，需要修改后重新采购"),
    COMPLAINT_UPHELD("质疑或者投诉成立，需要重新开展采购");

    private final String officialWords;

    TerminationReason(String officialWords) {
        this.officialWords = officialWords;
    }

    /** As the form N07 says it. */
    public String officialWords() {
        return officialWords;
    }

    /** Whether it makes a tender void (废标, 政府采购法 第36条); every other end is a termination (终止, domain.md 0.3). */
    public boolean voids(ProcurementMethod method) {
        var tender = method == ProcurementMethod.OPEN_TENDER || method == ProcurementMethod.INVITED_TENDER;
        return tender && (this == LESS_THAN_THREE || this == ILLEGAL_ACT || this == OVER_BUDGET);
    }

    /** Whether a person may say so; the others follow from what happened. */
    public boolean isForPeople() {
        return this != LESS_THAN_THREE;
    }
}
