package org.goufu.purchase;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a call by a statutory method says besides (domain.md 1.2, 1.6); in a draft any of it may be missing.
 *
 * @param projectCode 项目编号 as the statutory medium gave it
 * @param ground why this method, where the law asks
 * @param approval of another method than the open tender at or above its amount (政府采购法 第27条)
 * @param intentionExemptReason why no intention was published thirty days before (T01)
 * @param contractTerm 合同履行期限
 * @param submissionPlace where responses are given, where that is not here
 * @param openingPlace where they are opened, where that is not here
 */
public record Statutory(
        @Nullable String projectCode,
        @Nullable OfficialPublication officialPublication,
        @Nullable MethodGround ground,
        @Nullable MethodApproval approval,
        @Nullable Intention intention,
        @Nullable String intentionExemptReason,
        @Nullable Documents documents,
        @Nullable String contractTerm,
        @Nullable String submissionPlace,
        @Nullable String openingPlace,
        @Nullable Agency agency,
        @Nullable String otherMatters) {

    public static final Statutory NOTHING =
            new Statutory(null, null, null, null, null, null, null, null, null, null, null, null);

    /** Where and when the statutory medium published it (domain.md 1.6, publication rule). */
    public record OfficialPublication(
            @Nullable String medium,
            @Nullable String url,
            @Nullable String noticeId,
            @Nullable Instant publishedAt) {}

    /** 变更采购方式的批准, by the finance department of a city or the province. */
    public record MethodApproval(
            @Nullable String number,
            @Nullable String authority,
            @Nullable LocalDate date) {}

    /** The intention that announced it. */
    public record Intention(
            @Nullable String number, @Nullable LocalDate publishedOn) {}

    /** How the documents of the procurement are had. */
    public record Documents(
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String place,
            @Nullable String way,
            @Nullable Long priceFen) {

        private Documents over(Documents said) {
            return new Documents(
                    or(said.from, from),
                    or(said.to, to),
                    or(said.place, place),
                    or(said.way, way),
                    or(said.priceFen, priceFen));
        }
    }

    /** 采购代理机构, where one is entrusted. */
    public record Agency(
            @Nullable String name,
            @Nullable String address,
            @Nullable String phone) {}

    /** What a correction makes of it: what it says over what stood there. */
    public Statutory over(Statutory said) {
        return new Statutory(
                or(said.projectCode, projectCode),
                or(said.officialPublication, officialPublication),
                or(said.ground, ground),
                or(said.approval, approval),
                or(said.intention, intention),
                or(said.intentionExemptReason, intentionExemptReason),
                documents == null || said.documents == null
                        ? or(said.documents, documents)
                        : documents.over(said.documents),
                or(said.contractTerm, contractTerm),
                or(said.submissionPlace, submissionPlace),
                or(said.openingPlace, openingPlace),
                or(said.agency, agency),
                or(said.otherMatters, otherMatters));
    }

    private static <T> @Nullable T or(@Nullable T said, @Nullable T before) {
        return said == null ? before : said;
    }

    /** For a call anew: places and words stay, what happened once does not. */
    public Statutory again() {
        var kept = documents == null
                ? null
                : new Documents(null, null, documents.place(), documents.way(), documents.priceFen());
        return new Statutory(
                null,
                null,
                ground,
                approval,
                intention,
                intentionExemptReason,
                kept,
                contractTerm,
                submissionPlace,
                openingPlace,
                agency,
                otherMatters);
    }
}
