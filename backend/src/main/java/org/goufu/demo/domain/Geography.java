package org.goufu.demo.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.goufu.demo.DemoPlan;
import org.goufu.demo.Showcase;
import org.goufu.kernel.RegionCode;
import org.goufu.reference.Region;
import org.goufu.reference.Regions;

/**
 * Which streets the demo plays in: those of the showcase's county first, then by lot, where a city street is drawn sooner than a
 * township.
 *
 * @param federated streets that have a federation, the showcase's first
 * @param bare streets with groups and no federation
 */
record Geography(List<Region> federated, List<Region> bare) {
    private static final int STREETS = 3_111;

    static Geography of(DemoPlan plan, Regions regions) {
        var dice = Dice.of(plan, "geography");
        var order = new HashMap<String, Double>(STREETS * 2);
        regions.level(4)
                .forEach(street -> order.put(street.code(), -Math.log(1 - dice.fraction()) / weight(street.code())));
        var drawn = regions.level(4).stream()
                .sorted(Comparator.comparingDouble(street -> order.get(street.code())))
                .toList();
        int federated = plan.scale().federations();
        int used = Math.min(STREETS, (int) Math.round((double) federated * STREETS / 2_600));
        return new Geography(drawn.subList(0, federated), drawn.subList(federated, used));
    }

    private static double weight(String street) {
        if (street.equals(Showcase.STREET)) return 1e12;
        if (street.startsWith(Showcase.COUNTY)) return 1e6;
        double byKind = switch (street.charAt(6)) {
            case '0' -> 4;
            case '1' -> 1.2;
            case '2' -> 0.5;
            default -> 0.02;
        };
        return street.startsWith("5101") ? 3 * byKind : byKind;
    }

    List<Region> streets() {
        var all = new ArrayList<>(federated);
        all.addAll(bare);
        return all;
    }

    /** The counties of these streets, each as often as it has streets, so that a draw prefers the busy ones. */
    List<String> countiesByStreets() {
        return streets().stream().map(street -> county(street.code())).toList();
    }

    Set<String> counties() {
        return new LinkedHashSet<>(countiesByStreets());
    }

    static String county(String code) {
        return new RegionCode(code).upTo(3).value();
    }
}
