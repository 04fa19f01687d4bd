package org.goufu.demo;

/**
 * How large the demo province is; every size keeps the proportion that the Department of Civil Affairs counted at the end of 2020:
 * 5.4 filed groups to one registered body.
 */
public enum DemoScale {
    TINY(380, 300, 32),
    DEFAULT(3_000, 3_000, 252),
    PROVINCE(31_000, 100_000, 2_600);

    private final int bodies;
    private final int notices;
    private final int federations;

    DemoScale(int bodies, int notices, int federations) {
        this.bodies = bodies;
        this.notices = notices;
        this.federations = federations;
    }

    /** Registered bodies, federations among them, and filed groups together. */
    public int bodies() {
        return bodies;
    }

    public int notices() {
        return notices;
    }

    /** Streets that have a federation. */
    public int federations() {
        return federations;
    }
}
