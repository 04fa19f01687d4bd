package org.goufu.organization.domain;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate says beyond what all bodies have; each item may be unknown (domain.md 3.2).
 *
 * @param purpose 宗旨
 * @param activityArea 活动地域, of an association
 * @param fundsFen 活动资金, 开办资金 or 原始基金, in fen
 * @param competentUnit 业务主管单位; null for a directly registered body
 * @param industryUnit 行业管理部门 of a directly registered body
 * @param publicFundraising 公开募捐资格
 * @param charity 慈善组织
 * @param certificateTo the last day of the certificate
 * @param organs 会员, 理事, 监事
 * @param contact for registrars and the body itself alone
 */
public record Registration(
        @Nullable String purpose,
        @Nullable String activityArea,
        @Nullable Long fundsFen,
        @Nullable String competentUnit,
        @Nullable String industryUnit,
        @Nullable InstitutionKind institutionKind,
        @Nullable FoundationKind foundationKind,
        @Nullable Boolean publicFundraising,
        @Nullable Boolean charity,
        @Nullable LocalDate certificateFrom,
        @Nullable LocalDate certificateTo,
        @Nullable Party party,
        @Nullable Organs organs,
        @Nullable Contact contact) {
    public static final Registration UNKNOWN =
            new Registration(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** Old certificates know three kinds; only the first gives legal personality (民办非企业单位登记管理暂行条例 第12条). */
    public enum InstitutionKind {
        LEGAL_PERSON,
        PARTNERSHIP,
        INDIVIDUAL
    }

    public enum FoundationKind {
        PUBLIC,
        NON_PUBLIC
    }

    /** Whether and how there is a party organization (党组织). */
    public enum PartyKind {
        NONE,
        OWN,
        JOINT,
        FUNCTIONAL
    }

    public record Party(
            PartyKind kind, @Nullable String name, @Nullable Integer members) {}

    /**
     * How many stand behind and over the body.
     *
     * @param individualMembers 个人会员, of an association
     * @param unitMembers 单位会员, of an association
     * @param council 理事
     * @param supervisors 监事
     */
    public record Organs(
            @Nullable Integer individualMembers,
            @Nullable Integer unitMembers,
            @Nullable Integer council,
            @Nullable Integer supervisors) {}

    public record Contact(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email) {}

    /** Item by item, as the history keeps it. */
    public Map<String, @Nullable Object> items() {
        var items = new LinkedHashMap<String, @Nullable Object>();
        items.put("purpose", purpose);
        items.put("activityArea", activityArea);
        items.put("fundsFen", fundsFen);
        items.put("competentUnit", competentUnit);
        items.put("industryUnit", industryUnit);
        items.put("institutionKind", institutionKind);
        items.put("foundationKind", foundationKind);
        items.put("publicFundraising", publicFundraising);
        items.put("charity", charity);
        items.put("certificateFrom", certificateFrom);
        items.put("certificateTo", certificateTo);
        items.put("partyKind", party == null ? null : party.kind());
        items.put("partyName", party == null ? null : party.name());
        items.put("partyMembers", party == null ? null : party.members());
        items.put("individualMembers", organs == null ? null : organs.individualMembers());
        items.put("unitMembers", organs == null ? null : organs.unitMembers());
        items.put("council", organs == null ? null : organs.council());
        items.put("supervisors", organs == null ? null : organs.supervisors());
        items.put("contactName", contact == null ? null : contact.name());
        items.put("contactPhone", contact == null ? null : contact.phone());
        items.put("contactEmail", contact == null ? null : contact.email());
        return items;
    }
}
