package org.goufu.organization.domain;

/** What an imported file is. */
public enum ImportKind {
    /** A register: every row a body, new or known. */
    REGISTER,
    /** The list of bodies with abnormal activities (社会组织活动异常名录); every row is on it. */
    ABNORMAL_LIST,
    /** The list of serious violations (严重违法失信名单); every row is on it. */
    SERIOUS_LIST;

    /** A list says something about bodies that are known; it registers none. */
    public boolean isList() {
        return this != REGISTER;
    }
}
