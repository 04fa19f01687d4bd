package org.goufu.bidding.domain;

import org.goufu.bidding.OpenedBid.Outcome;
import org.jspecify.annotations.Nullable;

/** Why a bid was not opened, or does not count. */
public enum Reason {
    /** Too few of those who hold keys took part. */
    HOLDERS_MISSING(Who.HOLDERS, "《电子招标投标办法》第三十一条第二款"),
    /** The platform's part of the key is not the one that the bidder promised. */
    SHARE_WRONG(Who.BIDDER, "《电子招标投标办法》第三十一条第一款"),
    /** The parts make another key than the one that the bidder committed to. */
    KEY_WRONG(Who.BIDDER, "《电子招标投标办法》第三十一条第一款"),
    /** What was sealed does not belong to the key, or its length is not what was said. */
    CONTENT_WRONG(Who.BIDDER, "《电子招标投标办法》第三十一条第一款"),
    /** It has no price or no answers. */
    INCOMPLETE(Who.BIDDER, "《政府采购货物和服务招标投标管理办法》第六十三条第六项"),
    PRICE_UNREADABLE(Who.BIDDER, "《政府采购货物和服务招标投标管理办法》第六十三条第六项"),
    TECHNICAL_UNREADABLE(Who.BIDDER, "《政府采购货物和服务招标投标管理办法》第六十三条第六项"),
    /** The platform lost or altered what the bidder gave. */
    CIPHERTEXT_LOST(Who.PLATFORM, "《电子招标投标办法》第三十一条第二款"),
    /** The platform stumbled over it, and cannot say why. */
    PLATFORM_FAILED(Who.PLATFORM, "《电子招标投标办法》第三十一条第二款"),
    /** Above the ceiling, which is the budget where the notice sets none (令87 63 (4)). */
    OVER_CEILING(null, "《政府采购货物和服务招标投标管理办法》第六十三条第四项"),
    /** A group that it names had not consented when the box closed (domain.md 2.4). */
    CONSENT_MISSING(null, "《政府采购货物和服务招标投标管理办法》第六十三条第六项"),
    /** A member of the consortium had taken its signature back when the box closed (政府采购法 第24条第二款). */
    SIGNATURE_MISSING(null, "《政府采购法》第二十四条第二款"),
    /** How a price is divided is not what groups consented to or members signed, or does not sum to it (domain.md 2.4, I2). */
    ALLOCATION_WRONG(null, "《政府采购货物和服务招标投标管理办法》第六十三条第六项"),
    /** A group's part is above what its mandate allows (domain.md 2.4, I4). */
    MANDATE_EXCEEDED(null, "《政府采购货物和服务招标投标管理办法》第六十三条第六项"),
    /** One head, or direct control, between two bidders (domain.md 2.5, C01). */
    RELATED_BIDDERS(null, "《政府采购法实施条例》第十八条第一款"),
    /** Somebody takes part in two bids (domain.md 2.5, C03). */
    MEMBER_TWICE(null, "《政府采购法实施条例》第二十二条第二款");

    /** Whose fault a failure is. */
    public enum Who {
        HOLDERS,
        BIDDER,
        PLATFORM
    }

    private final @Nullable Who fault;
    private final String article;

    Reason(@Nullable Who fault, String article) {
        this.fault = fault;
        this.article = article;
    }

    public Outcome outcome() {
        return fault == null ? Outcome.INVALID : Outcome.FAILED;
    }

    /** Null for what was opened and does not count. */
    public @Nullable Who fault() {
        return fault;
    }

    /** Where it stands. */
    public String article() {
        return article;
    }

    /** Whether the bidder can mend it, for it is not his fault (security.md 3.6). */
    public boolean canBeMended() {
        return fault == Who.HOLDERS || fault == Who.PLATFORM;
    }
}
