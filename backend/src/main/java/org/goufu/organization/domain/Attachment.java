package org.goufu.organization.domain;

import java.util.UUID;

/** A paper that belongs to a filing. */
public record Attachment(Kind kind, UUID fileId) {

    /** What the paper is (domain.md 2.3). */
    public enum Kind {
        /** 备案表. */
        FORM,
        /** 活动章程或公约. */
        CHARTER,
        /** 负责人身份证明. */
        LEADER_ID,
        /** 场所证明. */
        VENUE,
        OTHER
    }
}
