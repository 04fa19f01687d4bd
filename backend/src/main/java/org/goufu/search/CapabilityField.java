package org.goufu.search;

/**
 * A field of the capabilities index.
 *
 * <p>Fields of the signer ({@code bidder}) and of the one whose ability it is lie in one document, so that no question can mix one
 * member's category with another's mandate.
 */
public record CapabilityField(String name, Type type) {
    /** How the field is stored and which {@link Filter} may ask for it. */
    public enum Type {
        TERM,
        NUMBER,
        /** Ranges of days, both ends included. */
        DAYS
    }

    /** DIRECT for a legal person's own ability, MEMBER for a member's ability under one mandate. */
    public static final CapabilityField ROUTE = new CapabilityField("route", Type.TERM);
    /** {@code LEGAL_PERSON}, {@code FEDERATION} or {@code FILED_GROUP}: kind of the one whose ability it is. */
    public static final CapabilityField KIND = new CapabilityField("kind", Type.TERM);
    /** Id of the legal person that would sign. */
    public static final CapabilityField BIDDER = new CapabilityField("bidder", Type.TERM);
    /** Id of the body whose ability it is: the bidder itself on the direct route. */
    public static final CapabilityField BODY = new CapabilityField("body", Type.TERM);
    /** Declared categories. */
    public static final CapabilityField CATEGORY = new CapabilityField("category", Type.TERM);
    /** Declared categories and all their ancestors. */
    public static final CapabilityField CATEGORY_PATH = new CapabilityField("categoryPath", Type.TERM);
    /** Days on which the signer's registration status was known not to be NORMAL. */
    public static final CapabilityField NOT_NORMAL = new CapabilityField("notNormalOn", Type.DAYS);
    /** Days on which the signer's registration status was known to be NORMAL. */
    public static final CapabilityField NORMAL = new CapabilityField("normalOn", Type.DAYS);
    /** The signer's inspections as {@code 2025:QUALIFIED}. */
    public static final CapabilityField INSPECTION = new CapabilityField("inspection", Type.TERM);
    /** Days on which a group's filing is active. */
    public static final CapabilityField FILED = new CapabilityField("filedOn", Type.DAYS);
    /** Days on which the membership lasts with the member's consent. */
    public static final CapabilityField MEMBERSHIP = new CapabilityField("membershipOn", Type.DAYS);
    /** Days on which the mandate stands; empty when it is revoked. */
    public static final CapabilityField MANDATE = new CapabilityField("mandateOn", Type.DAYS);
    /** Categories of the mandate, {@link #EVERYTHING} when it has no limit. */
    public static final CapabilityField MANDATE_CATEGORY = new CapabilityField("mandateCategory", Type.TERM);
    /** Cap of the mandate for one lot, in fen. */
    public static final CapabilityField MANDATE_CAP = new CapabilityField("mandateCapFen", Type.NUMBER);

    public static final String EVERYTHING = "*";

    /** Days on which the signer stands on a list (SERIOUS, COURT_DEFAULT, ...). */
    public static CapabilityField listed(String list) {
        return new CapabilityField("listedOn." + list, Type.DAYS);
    }

    /** Days on which the signer holds a special qualification. */
    public static CapabilityField qualified(String code) {
        return new CapabilityField("qualifiedOn." + code, Type.DAYS);
    }

    /** Days on which a special qualification of the signer is on record as refused or revoked. */
    public static CapabilityField disqualified(String code) {
        return new CapabilityField("disqualifiedOn." + code, Type.DAYS);
    }

    /** How many people of the signer and of the one whose ability it is hold a certificate; absent when nothing is known. */
    public static CapabilityField staff(String certificate) {
        return new CapabilityField("staff." + certificate, Type.NUMBER);
    }
}
