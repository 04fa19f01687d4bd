package org.goufu.opendata.domain;

/** Whether a community is urban or rural: two targets, so two denominators (domain.md 7.8). */
public enum CommunityKind {
    URBAN,
    RURAL;

    private static final int KIND_DIGIT = 9;

    /** By the tenth digit of the statistical code: 0xx, 1xx and 4xx residents' committees, 2xx, 3xx and 5xx villagers' (domain.md 4.1). */
    public static CommunityKind of(String communityCode) {
        return switch (communityCode.charAt(KIND_DIGIT)) {
            case '0', '1', '4' -> URBAN;
            default -> RURAL;
        };
    }
}
