package org.goufu.demo;

import java.util.List;
import java.util.UUID;

/**
 * The bodies behind the demo accounts, all in one street: what the tour of the platform is told with.
 *
 * @param department 桂湖街道办事处, where officer and approver work
 * @param organization a legal person of the county that fits A0402-01
 * @param federation the street's federation
 * @param group its member, with a mandate for A0402 up to 100,000 yuan
 * @param newcomer a filed group of the street that is in no federation yet
 * @param partner another member, with the same mandate
 * @param rivals two more legal persons of the county that fit it as well
 */
public record Showcase(
        UUID department,
        UUID organization,
        UUID federation,
        UUID group,
        UUID newcomer,
        UUID partner,
        List<UUID> rivals) {
    /** 成都市新都区桂湖街道. */
    public static final String STREET = "510114008";

    public static final String COUNTY = "510114";
    public static final String CATEGORY = "A0402-01";
    public static final String MANDATED = "A0402";
    public static final long CAP_FEN = 10_000_000;

    /** The same in every installation of one seed and day. */
    public static Showcase of(DemoPlan plan) {
        var random = plan.random("showcase");
        var founded = plan.start().minusSeconds(86_400L * 1_500);
        return new Showcase(
                DemoPlan.id(founded, random),
                DemoPlan.id(founded, random),
                DemoPlan.id(founded, random),
                DemoPlan.id(founded, random),
                DemoPlan.id(founded, random),
                DemoPlan.id(founded, random),
                List.of(DemoPlan.id(founded, random), DemoPlan.id(founded, random)));
    }
}
